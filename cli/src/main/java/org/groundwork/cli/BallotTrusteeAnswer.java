// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.groundwork.ballot.ElectionRecord;
import org.groundwork.ballot.TrusteeKey;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a trustee answers to a record: verify all of it, make something with their key, hand it to the returning officer. */
abstract class BallotTrusteeAnswer extends BallotStep {
  @Parameters(paramLabel = "RECORD.bel", description = "The election's record as it is now.")
  private Path record = Path.of("");

  @Option(names = "--key", required = true, paramLabel = "FILE", description = "Your own UUID.key.SECRET.json.")
  private Path keyFile = Path.of("");

  BallotTrusteeAnswer(Main.Streams streams) { super(streams); }

  /** What is made; it names the file. */
  abstract String made();

  abstract ElectionRecord.Answer answer(ElectionRecord record, TrusteeKey key);

  abstract String afterwards();

  @Override
  final int step() throws IOException {
    try (TrusteeKey key = key(keyFile)) {
      ElectionRecord election = ElectionRecord.open(record);
      ElectionRecord.Answer answer = answer(election, key);
      say("The record was verified: it is right so far, with " + many(election.ballots(), "ballot") + " of "
          + many(election.voters(), "voter") + ".");
      say(files()
          .give(election.uuid() + "." + made() + "-of-trustee-" + answer.trustee() + ".for-returning-officer.json",
              "the returning officer", answer.text())
          .write());
    }
    next(afterwards());
    return Exit.GOOD;
  }
}
