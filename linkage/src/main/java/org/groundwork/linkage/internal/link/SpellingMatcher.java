// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

import org.groundwork.linkage.Names;

/** Compares persons' names, refusing at once those whose letters differ too much. */
final class SpellingMatcher {
  /** A slip changes at most two kinds of letters, and two slips four. */
  private static final int MOST_DIFFERENT = 4;
  private final Texts persons;
  private final int[] letters;

  SpellingMatcher(Texts persons) {
    this.persons = persons;
    letters = new int[persons.size()];
    for (int i = 0; i < letters.length; i++) {
      letters[i] = mask(persons.key(i));
    }
  }

  private static int mask(String key) {
    int mask = 0;
    for (int i = 0; i < key.length(); i++) {
      mask |= 1 << (key.charAt(i) & 31);
    }
    return mask;
  }

  boolean similar(int a, int b) {
    return a != b && Integer.bitCount(letters[a] ^ letters[b]) <= MOST_DIFFERENT
        && Names.similarPersons(persons.key(a), persons.key(b));
  }
}
