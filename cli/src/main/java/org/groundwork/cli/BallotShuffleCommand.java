// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.groundwork.ballot.ElectionRecord;
import org.groundwork.ballot.TrusteeKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trustee: the rankings in another order. */
@Command(name = "shuffle", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Trustee: verify the record and shuffle its rankings, so that nobody can tell whose is which. One honest trustee",
    "is enough for that, so each shuffles."})
final class BallotShuffleCommand extends BallotStep {
  @Parameters(paramLabel = "RECORD.bel", description = "The record, with the shuffles of those before you.")
  private Path record = Path.of("");

  @Option(names = "--key", required = true, paramLabel = "FILE", description = "Your own UUID.key.SECRET.json.")
  private Path keyFile = Path.of("");

  BallotShuffleCommand(Main.Streams streams) { super(streams); }

  @Override
  String title() { return "shuffle"; }

  @Override
  int step() throws IOException {
    try (TrusteeKey key = key(keyFile)) {
      ElectionRecord election = ElectionRecord.open(record);
      ElectionRecord.Answer shuffle = election.shuffle(key, randomness());
      say("The record was verified: it is right so far.");
      say(files()
          .give(election.uuid() + ".shuffle-of-trustee-" + shuffle.trustee() + ".for-returning-officer.json",
              "the returning officer", shuffle.text())
          .write());
    }
    next("wait until all shuffled; then \"ballot decrypt\" with the record as it is then.");
    return Exit.GOOD;
  }
}
