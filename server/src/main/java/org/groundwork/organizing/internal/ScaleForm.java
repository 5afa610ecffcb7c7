// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import org.jspecify.annotations.Nullable;

/** A change of the scale or its figures, as typed. */
public record ScaleForm(@Nullable String version, @Nullable String level, @Nullable String name,
    @Nullable String means, @Nullable String most, @Nullable String fades) {
  static final int LONGEST_NAME = 60;

  static ScaleForm blank() { return new ScaleForm("", "", "", "", "", ""); }

  long readVersion() { return version != null && version.matches("\\d{1,18}") ? Long.parseLong(version) : -1; }
}
