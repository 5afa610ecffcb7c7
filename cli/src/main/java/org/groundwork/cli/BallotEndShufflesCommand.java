// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.groundwork.ballot.ElectionRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Returning officer: the shuffles end. */
@Command(name = "end-shuffles", mixinStandardHelpOptions = true, sortOptions = false, description = "Returning officer: end the shuffles, when every trustee who can did one.")
final class BallotEndShufflesCommand extends BallotStep {
  @Parameters(paramLabel = "RECORD.bel", description = "The election's record.")
  private Path record = Path.of("");

  BallotEndShufflesCommand(Main.Streams streams) { super(streams); }

  @Override
  String title() { return "end-shuffles"; }

  @Override
  int step() throws IOException {
    ElectionRecord ended = ElectionRecord.endShuffles(record);
    say("The shuffles are over: the record has " + ended.shuffles() + ".");
    next("give the record to all trustees. They run \"ballot decrypt\"; you \"ballot add\" each part.");
    return Exit.GOOD;
  }
}
