// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.write;

import java.util.List;
import java.util.stream.IntStream;
import org.groundwork.count.Ballots;
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

  /**
   * The ranks of a line, as formats hold them that have no overvote whose candidates are not known: it becomes all of them
   * on one rank.
   */
  static List<List<Integer>> ranks(Election election, int line) {
    return election.ballots()
        .ranks(line)
        .stream()
        .map(rank -> rank.contains(Ballots.UNKNOWN_OVERVOTE)
            ? IntStream.rangeClosed(1, election.candidates().size()).boxed().toList()
            : rank)
        .toList();
  }

  /** The candidates of a kind, by number. */
  static List<Integer> of(Election election, Candidate.Kind kind) {
    return election.candidates().stream().filter(each -> each.kind() == kind).map(Candidate::number).toList();
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
