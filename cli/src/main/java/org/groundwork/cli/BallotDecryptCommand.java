// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import org.groundwork.ballot.ElectionRecord;
import org.groundwork.ballot.TrusteeKey;
import picocli.CommandLine.Command;

/** Trustee: a part of the decryption. */
@Command(name = "decrypt", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Trustee: verify the whole record and decrypt the sum of its ballots, or its shuffled rankings. Compare before with",
    "the other trustees that all of you have the same record, and decrypt one only."})
final class BallotDecryptCommand extends BallotTrusteeAnswer {
  BallotDecryptCommand(Main.Streams streams) { super(streams); }

  @Override
  String title() { return "decrypt"; }

  @Override
  String made() { return "decryption"; }

  @Override
  ElectionRecord.Answer answer(ElectionRecord record, TrusteeKey key) { return record.decrypt(key, randomness()); }

  @Override
  String afterwards() {
    return "when the result is there, verify the record: \"./groundwork verify\". Then your key may be wiped.\n"
        + "      The file may be given to everybody: the proof in it is checked by \"./groundwork verify --decryption\".";
  }
}
