// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.groundwork.ballot.ElectionRecord;
import org.groundwork.ballot.Refused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Returning officer: what trustees answer into the record. */
@Command(name = "add", mixinStandardHelpOptions = true, sortOptions = false, description = "Returning officer: check what trustees sent, a shuffle or parts of the decryption, and add it to the record.")
final class BallotAddCommand extends BallotStep {
  @Parameters(index = "0", paramLabel = "RECORD.bel", description = "The election's record.")
  private Path record = Path.of("");

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "From trustees.")
  private List<Path> files = List.of();

  BallotAddCommand(Main.Streams streams) { super(streams); }

  @Override
  String title() { return "add"; }

  @Override
  int step() throws IOException {
    boolean good = true;
    for (Path each : files) {
      try {
        byte[] answer = read(each);
        say(each + " was added. " + told(ElectionRecord.add(record, answer)));
      } catch (Refused e) {
        complain(each + " is not added: " + (e.where().isEmpty() ? "" : e.where() + ": ") + e.sentence());
        good = false;
      }
    }
    return good ? Exit.GOOD : Exit.BAD_INPUT;
  }

  private static String told(ElectionRecord after) {
    if (after.stage() == ElectionRecord.Stage.SHUFFLING) {
      return "The record has " + many(after.shuffles(), "shuffle")
          + ".\nNext: give the record to the next trustee, who runs"
          + " \"ballot shuffle\"; after the last \"ballot end-shuffles\".";
    }
    return after.missing().isEmpty()
        ? "All that is needed is there.\nNext: \"ballot result\"."
        : BallotResultCommand.missing(after);
  }
}
