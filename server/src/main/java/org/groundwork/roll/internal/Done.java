// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.Set;

/** What was just done, as an address may say it: one of a few words, so that nobody can make a page say more. */
final class Done {
  private static final Set<String> WORDS = Set.of("saved", "moved", "marked", "unmarked", "left", "rules", "parted",
      "merged", "merged-sites", "parted-sites", "two", "ended", "added", "laid-out", "accepted", "declined", "open",
      "closed", "left-self");

  private Done() {}

  /** The message key for a word, empty for any other text. */
  static String key(String word) {
    return WORDS.contains(word) ? "done." + word : "";
  }
}
