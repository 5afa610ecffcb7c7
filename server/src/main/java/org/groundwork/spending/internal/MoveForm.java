// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A move between funds, as typed. */
public record MoveForm(@Nullable String once, @Nullable String from, @Nullable String to, @Nullable String place,
    @Nullable String amount, @Nullable String why) {
  static MoveForm blank(UUID once, String place) { return new MoveForm(once.toString(), "", "", place, "", ""); }
}
