// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.groundwork.ballot.Asked;
import org.groundwork.ballot.ElectionRecord;
import org.groundwork.ballot.ElectionRecord.Counted;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Refused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Returning officer: the result into the record; everybody: what it is. */
@Command(name = "result", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Returning officer: put the trustees' parts together, add the result to the record and print it. Of a record that",
    "has its result, it is printed."})
final class BallotResultCommand extends BallotStep {
  @Parameters(paramLabel = "RECORD.bel", description = "The election's record.")
  private Path record = Path.of("");

  BallotResultCommand(Main.Streams streams) { super(streams); }

  @Override
  String title() { return "result"; }

  @Override
  int step() throws IOException {
    ElectionRecord election = ElectionRecord.open(record);
    boolean there = election.stage() == ElectionRecord.Stage.DONE;
    if (!there) {
      election.require(ElectionRecord.Stage.DECRYPTING, "a result");
      if (!election.missing().isEmpty()) {
        throw new Refused(Reason.WRONG_OWNER, "", "there is no result yet. " + missing(election));
      }
      election = ElectionRecord.addResult(record);
    }
    print(election);
    next("give everybody the record, who verify it: \"./groundwork verify " + record + "\".");
    return Exit.GOOD;
  }

  /** Who has to decrypt still. */
  static String missing(ElectionRecord election) {
    return election.missing().stream().map(each -> {
      String numbers = each.trustees().stream().map(Object::toString).collect(Collectors.joining(", "));
      return each.needed() == each.trustees().size()
          ? "Still missing: trustee " + numbers + "."
          : "Still missing: " + each.needed() + " of the trustees " + numbers + ".";
    }).collect(Collectors.joining(" "));
  }

  private void print(ElectionRecord election) {
    say(clean(election.name()) + ": " + many(election.voters(), "voter"));
    List<Asked> questions = election.questions();
    List<Counted> counted = election.result();
    for (int i = 0; i < questions.size(); i++) {
      Asked asked = questions.get(i);
      say("");
      say((i + 1) + ". " + clean(asked.text()));
      switch (counted.get(i)) {
        case ElectionRecord.Sums sums -> print(asked, sums);
        case ElectionRecord.Rankings rankings ->
          say("   " + many(rankings.ballots().size(), "ranking") + ", to be counted: \"ballot for-counting\"");
      }
    }
  }

  private void print(Asked asked, ElectionRecord.Sums sums) {
    int width = sums.votes().stream().mapToInt(each -> each.toString().length()).max().orElse(1);
    sums.blank().ifPresent(each -> say("   blank: " + each));
    for (int i = 0; i < asked.answers().size(); i++) {
      String number = sums.votes().get(i).toString();
      say("   " + " ".repeat(width - number.length()) + number + "  " + clean(asked.answers().get(i)));
    }
  }
}
