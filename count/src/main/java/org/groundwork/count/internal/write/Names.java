// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.write;

import org.groundwork.count.Candidate;
import org.groundwork.count.Election;
import org.groundwork.count.internal.OneLine;

/** Names and titles as one line of a file holds them. */
final class Names {
  private Names() {}

  /** The name of a candidate; never empty. */
  static String of(Candidate candidate) {
    String name = flat(candidate.name());
    return name.isEmpty() ? "Candidate " + candidate.number() : name;
  }

  static String title(Election election) { return flat(election.title()); }

  static void mustBeSome(Election election) {
    if (election.candidates().isEmpty()) {
      throw new IllegalArgumentException("there is no candidate to write");
    }
  }

  /** One space where there was a gap, no quotation marks, and no more than is read again. */
  private static String flat(String text) {
    String flat = OneLine.of(text.replace('"', '\''));
    if (flat.length() <= OneLine.LONGEST) {
      return flat;
    }
    int end = Character.isHighSurrogate(flat.charAt(OneLine.LONGEST - 1)) ? OneLine.LONGEST - 1 : OneLine.LONGEST;
    return flat.substring(0, end).strip();
  }
}
