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

/** Writes BLT. */
public final class BltWriter {
  private BltWriter() {}

  /** Writes an election. */
  public static void write(Election election, Writer to) throws IOException {
    Names.mustBeSome(election);
    to.write(election.candidates().size() + " " + election.seats() + "\n");
    String withdrawn = Names.of(election, Kind.WITHDRAWN)
        .stream()
        .map(each -> "-" + each)
        .collect(Collectors.joining(" "));
    to.write(withdrawn.isEmpty() ? "" : withdrawn + "\n");
    Ballots ballots = election.ballots();
    for (int line = 0; line < ballots.size(); line++) {
      to.write(paper(election, line));
    }
    to.write("0\n");
    for (int number : Names.of(election, Kind.WRITE_INS)) {
      to.write("# WRITE-INS: " + number + "\n");
    }
    for (Candidate candidate : election.candidates()) {
      to.write('"' + Names.of(candidate) + "\"\n");
    }
    to.write('"' + Names.title(election) + "\"\n");
  }

  private static String paper(Election election, int line) {
    var text = new StringBuilder().append(election.ballots().weight(line));
    for (List<Integer> rank : Names.ranks(election, line)) {
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
