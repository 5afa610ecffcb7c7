// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import org.jspecify.annotations.Nullable;

/** A new wording of a card, as typed. */
public record CardTextForm(@Nullable String kind, @Nullable String language, @Nullable String wording,
    @Nullable String validDays) {
  static final int LONGEST = 4000;
  static final int MOST_DAYS = 3660;

  static CardTextForm blank() { return new CardTextForm("authorisation", "", "", "365"); }
}
