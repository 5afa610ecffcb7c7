// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.groundwork.ballot.ElectionRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Returning officer: the voting ends. */
@Command(name = "close", mixinStandardHelpOptions = true, sortOptions = false, description = "Returning officer: end the voting. No ballot can be added to the record afterwards.")
final class BallotCloseCommand extends BallotStep {
  @Parameters(paramLabel = "RECORD.bel", description = "The election's record.")
  private Path record = Path.of("");

  @Option(names = "--yes", description = "You mean it: this cannot be taken back.")
  private boolean yes;

  BallotCloseCommand(Main.Streams streams) { super(streams); }

  @Override
  String title() { return "close"; }

  @Override
  int step() throws IOException {
    if (!yes) {
      throw new Misused("no ballot can be added after this; say --yes if that is meant");
    }
    ElectionRecord closed = ElectionRecord.close(record);
    say("Voting is over: " + many(closed.ballots(), "ballot") + " of " + many(closed.voters(), "voter")
        + (closed.ballots() == 1 ? " is in" : " are in") + " the record.");
    next("give the record to all trustees. " + (closed.stage() == ElectionRecord.Stage.SHUFFLING
        ? "They run \"ballot shuffle\", one after the other; you \"ballot add\" each."
        : "They run \"ballot decrypt\"; you \"ballot add\" each part."));
    return Exit.GOOD;
  }
}
