// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.groundwork.ballot.CredentialList;
import org.groundwork.ballot.PublicElection;
import org.groundwork.ballot.TrusteeKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trustees and credential officer: whether theirs is in the record. */
@Command(name = "check-mine", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Trustees and credential officer: look whether your own key, or exactly your list, is in the record. Do it before",
    "anybody votes: nobody else can."})
final class BallotCheckMineCommand extends BallotStep {
  @Parameters(paramLabel = "RECORD.bel", description = "The record, from the returning officer.")
  private Path record = Path.of("");

  @Option(names = "--key", paramLabel = "FILE", description = "A trustee's own UUID.key.SECRET.json.")
  private @Nullable Path key;

  @Option(names = "--list", paramLabel = "FILE", description = "The credential officer's own UUID.credentials.for-returning-officer.json.")
  private @Nullable Path list;

  BallotCheckMineCommand(Main.Streams streams) { super(streams); }

  @Override
  String title() { return "check-mine"; }

  @Override
  int step() throws IOException {
    if (key == null && list == null) {
      throw new Misused("say what is yours: --key FILE of a trustee, or --list FILE of the credential officer");
    }
    PublicElection election = PublicElection.read(record);
    boolean good = key == null || keyIsIn(election, key);
    good &= list == null || listIsIn(election, list);
    if (good) {
      say("The election's fingerprint is " + election.fingerprint());
      next("compare the fingerprint with the other officers and trustees: all have to have the same.");
      return Exit.GOOD;
    }
    complain("tell everybody, and see that nobody votes in this record");
    return Exit.BAD_INPUT;
  }

  private boolean keyIsIn(PublicElection election, Path file) throws IOException {
    try (TrusteeKey mine = key(file)) {
      OptionalInt number = election.trustee(mine);
      if (number.isEmpty()) {
        complain("your key is not among those of the record's " + many(election.trustees(), "trustee"));
        return false;
      }
      say("Your key is in the record: you are trustee " + number.getAsInt() + " of " + election.trustees() + ".");
      return true;
    }
  }

  private boolean listIsIn(PublicElection election, Path file) throws IOException {
    CredentialList mine = from(file, CredentialList::read);
    CredentialList.Difference difference = mine.compare(election);
    if (!mine.uuid().equals(election.uuid()) || !difference.none()) {
      complain("the record's list is not yours: " + difference.missing() + " of your entries are not in it, and "
          + difference.added() + " of its entries are not yours");
      return false;
    }
    say("The record's list is yours: " + mine.size() + " credentials.");
    return true;
  }
}
