// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What hidden fields carry, as browsers send it back. */
final class Numbers {
  private Numbers() {}

  /** The version a form was filled in over; 0, which no record has, for anything else. */
  static long version(@Nullable String typed) {
    return typed != null && typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : 0;
  }

  /** An identifier, if it is one. */
  static Optional<UUID> id(@Nullable String typed) {
    try {
      return Optional.of(UUID.fromString(typed == null ? "" : typed));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
