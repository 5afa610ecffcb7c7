// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.groundwork.ballot.ElectionRecord;
import org.groundwork.ballot.TrusteeKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trustee: a part of the decryption. */
@Command(name = "decrypt", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Trustee: verify the whole record and decrypt the sum of its ballots, or its shuffled rankings. Compare before with",
    "the other trustees that all of you have the same record, and decrypt one only."})
final class BallotDecryptCommand extends BallotStep {
  @Parameters(paramLabel = "RECORD.bel", description = "The record after the voting and the shuffles.")
  private Path record = Path.of("");

  @Option(names = "--key", required = true, paramLabel = "FILE", description = "Your own UUID.key.SECRET.json.")
  private Path keyFile = Path.of("");

  BallotDecryptCommand(Main.Streams streams) { super(streams); }

  @Override
  String title() { return "decrypt"; }

  @Override
  int step() throws IOException {
    try (TrusteeKey key = key(keyFile)) {
      ElectionRecord election = ElectionRecord.open(record);
      ElectionRecord.Answer part = election.decrypt(key, randomness());
      say("The record was verified: it is right so far, with " + many(election.ballots(), "ballot") + " of "
          + many(election.voters(), "voter") + ".");
      say(files()
          .give(election.uuid() + ".decryption-of-trustee-" + part.trustee() + ".for-returning-officer.json",
              "the returning officer", part.text())
          .write());
    }
    next("when the result is there, verify the record: \"./groundwork verify\". Then your key may be wiped.\n"
        + "      The file may be given to everybody: the proof in it is checked by \"./groundwork verify --decryption\".");
    return Exit.GOOD;
  }
}
