// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.util.MultiValueMap;

/** Reads rows of a form: a name that was sent once for each of them. */
final class Typed {
  private Typed() {}

  static List<String> all(MultiValueMap<String, String> typed, String name) {
    return typed.getOrDefault(name, List.of());
  }

  /** The text in a row, empty if the row has none. */
  static String in(List<String> column, int row) {
    return row < column.size() ? column.get(row) : "";
  }

  static Optional<UUID> id(String typed) {
    try {
      return typed.length() == 36 ? Optional.of(UUID.fromString(typed)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // tampered with: as if it said nothing
    }
  }
}
