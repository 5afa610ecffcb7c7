// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.groundwork.ballot.CredentialList;
import org.groundwork.ballot.ElectionDraft;
import org.groundwork.ballot.ElectionRecord;
import org.groundwork.ballot.ElectionTrustees;
import org.groundwork.ballot.PublicElection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Returning officer: the record begins, and with it the voting. */
@Command(name = "open", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Returning officer: begin the record of the election. Nothing of what it begins with can be changed afterwards."})
final class BallotOpenCommand extends BallotStep {
  private static final long MILLIS = 1_000;

  @Parameters(index = "0", paramLabel = "DRAFT", description = "The election's draft.")
  private Path draft = Path.of("");

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "TRUSTEE", description = "Keys of single trustees and what \"ceremony publish\" made, in the order that numbers the trustees.")
  private List<Path> trustees = List.of();

  @Option(names = "--credentials", required = true, paramLabel = "FILE", description = "The public list, from the credential officer.")
  private Path credentials = Path.of("");

  BallotOpenCommand(Main.Streams streams) { super(streams); }

  @Override
  String title() { return "open"; }

  @Override
  int step() throws IOException {
    ElectionDraft election = draft(draft);
    CredentialList list = from(credentials, CredentialList::read);
    Path record = in(election.uuid() + ".bel");
    files().mustBeNew(election.uuid() + ".bel");
    ElectionRecord.create(record, System.currentTimeMillis() / MILLIS, election, list,
        ElectionTrustees.of(election, readAll(trustees)));
    PublicElection opened = PublicElection.read(record);
    say("give to everybody: " + record);
    say("It has " + many(list.size(), "credential") + " and " + many(opened.trustees(), "trustee")
        + ". Its fingerprint is");
    say("  " + opened.fingerprint());
    next("every trustee and the credential officer run \"ballot check-mine\" on it, before anybody votes;");
    say("      voters run \"ballot vote\"; you run \"ballot receive\".");
    return Exit.GOOD;
  }
}
