// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import org.groundwork.ballot.ElectionRecord;
import org.groundwork.ballot.TrusteeKey;
import picocli.CommandLine.Command;

/** Trustee: the rankings in another order. */
@Command(name = "shuffle", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Trustee: verify the record with the shuffles of those before you, and shuffle its rankings, so that nobody can tell",
    "whose is which. One honest trustee is enough for that, so each shuffles."})
final class BallotShuffleCommand extends BallotTrusteeAnswer {
  BallotShuffleCommand(Main.Streams streams) { super(streams); }

  @Override
  String title() { return "shuffle"; }

  @Override
  String made() { return "shuffle"; }

  @Override
  ElectionRecord.Answer answer(ElectionRecord record, TrusteeKey key) { return record.shuffle(key, randomness()); }

  @Override
  String afterwards() { return "wait until all shuffled; then \"ballot decrypt\" with the record as it is then."; }
}
