// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.write;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.groundwork.count.Ballots;
import org.groundwork.count.Candidate;
import org.groundwork.count.Candidate.Kind;
import org.groundwork.count.Election;

/** Writes ABIF 0.31. Candidates are called c1, c2, … by their numbers. */
public final class AbifWriter {
  private AbifWriter() {}

  /** Writes an election. */
  public static void write(Election election, Writer to) throws IOException {
    Names.mustBeSome(election);
    head(election, to);
    for (Candidate candidate : election.candidates()) {
      to.write("=c" + candidate.number() + ":" + quoted(Names.of(candidate)) + "\n");
    }
    Ballots ballots = election.ballots();
    for (int line = 0; line < ballots.size(); line++) {
      to.write(ballots.weight(line) + ":" + Names.ranks(election, line)
          .stream()
          .filter(rank -> !rank.isEmpty())
          .map(rank -> rank.stream().map(each -> "c" + each).collect(Collectors.joining("=")))
          .collect(Collectors.joining(">")) + "\n");
    }
  }

  private static void head(Election election, Writer to) throws IOException {
    long skipping = skipping(election.ballots());
    if (skipping > 0) {
      to.write("# Skipped ranks are left out, on papers: " + skipping + "\n");
    }
    String title = Names.title(election);
    to.write(title.isEmpty() ? "" : "{title: \"" + title + "\"}\n");
    to.write("{seats: " + election.seats() + "}\n");
    to.write(list(election, Kind.WITHDRAWN, "withdrawn"));
    to.write(list(election, Kind.WRITE_INS, "write_ins"));
  }

  private static String list(Election election, Kind kind, String key) {
    List<Integer> numbers = Names.of(election, kind);
    return numbers.isEmpty()
        ? ""
        : "{" + key + ": \"" + numbers.stream().map(each -> "c" + each).collect(Collectors.joining(" ")) + "\"}\n";
  }

  /** How many papers, weights counted, have a skipped rank before a candidate. */
  private static long skipping(Ballots ballots) {
    long papers = 0;
    for (int line = 0; line < ballots.size(); line++) {
      List<List<Integer>> ranks = ballots.ranks(line);
      int last = ranks.size() - 1;
      while (last >= 0 && ranks.get(last).isEmpty()) {
        last--;
      }
      papers += ranks.subList(0, last + 1).stream().anyMatch(List::isEmpty) ? ballots.weight(line) : 0;
    }
    return papers;
  }

  /** In brackets, or in quotation marks where a bracket closes within. */
  private static String quoted(String name) {
    return name.indexOf(']') < 0 ? "[" + name + "]" : '"' + name + '"';
  }
}
