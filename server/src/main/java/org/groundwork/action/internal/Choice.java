// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** Somebody who can be chosen. */
public record Choice(UUID id, String name) {

  /** What stands on paper, which gets lost: the first letter of each word of a name, at most three. */
  public static String initials(String name) {
    return Arrays.stream(name.strip().split("\\s+"))
        .filter(word -> !word.isEmpty())
        .limit(3)
        .map(word -> new String(Character.toChars(word.codePointAt(0))).toUpperCase(Locale.ROOT) + ".")
        .collect(Collectors.joining(" "));
  }
}
