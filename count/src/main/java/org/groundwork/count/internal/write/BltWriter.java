// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.write;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.groundwork.count.Ballots;
import org.groundwork.count.Candidate;
import org.groundwork.count.Election;

/** Writes BLT. */
public final class BltWriter {
  private BltWriter() {}

  /** Writes an election. */
  public static void write(Election election, Writer to) throws IOException {
    Names.mustBeSome(election);
    to.write(election.candidates().size() + " " + election.seats() + "\n");
    String withdrawn = election.candidates()
        .stream()
        .filter(Candidate::withdrawn)
        .map(each -> "-" + each.number())
        .collect(Collectors.joining(" "));
    to.write(withdrawn.isEmpty() ? "" : withdrawn + "\n");
    Ballots ballots = election.ballots();
    for (int line = 0; line < ballots.size(); line++) {
      to.write(paper(ballots, line));
    }
    to.write("0\n");
    for (Candidate candidate : election.candidates()) {
      to.write('"' + Names.of(candidate) + "\"\n");
    }
    to.write('"' + Names.title(election) + "\"\n");
  }

  private static String paper(Ballots ballots, int line) {
    var text = new StringBuilder().append(ballots.weight(line));
    for (List<Integer> rank : ballots.ranks(line)) {
      text.append(' ');
      if (rank.isEmpty()) {
        text.append('-');
      }
      for (int at = 0; at < rank.size(); at++) {
        text.append(at == 0 ? "" : "=").append(rank.get(at));
      }
    }
    return text.append(" 0\n").toString();
  }
}
