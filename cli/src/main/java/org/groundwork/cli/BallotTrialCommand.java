// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.groundwork.ballot.ElectionDraft;
import org.groundwork.ballot.ElectionTrustees;
import org.groundwork.ballot.Refused;
import org.groundwork.ballot.TrialDecryption;
import org.groundwork.ballot.TrusteeKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Before an election opens: whether every key works. */
@Command(name = "trial", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Before the election opens, find out whether every trustee's key works: the trustees decrypt numbers that",
    "everybody knows. Nothing of it is in the record."}, subcommands = {BallotTrialCommand.New.class,
        BallotTrialCommand.Decrypt.class, BallotTrialCommand.Check.class})
final class BallotTrialCommand implements Callable<Integer> {
  @Spec
  private @Nullable CommandSpec spec;

  private final Main.Streams streams;

  BallotTrialCommand(Main.Streams streams) { this.streams = streams; }

  @Override
  public Integer call() {
    if (spec != null) {
      BallotCommand.listSteps(spec, streams);
    }
    return Exit.USAGE;
  }

  /** Numbers to decrypt. */
  @Command(name = "new", mixinStandardHelpOptions = true, sortOptions = false, description = "Returning officer: draw numbers for a trial decryption.")
  static final class New extends BallotStep {
    @Parameters(index = "0", paramLabel = "DRAFT", description = "The election's draft.")
    private Path draft = Path.of("");

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "TRUSTEE", description = "Keys of single trustees and what \"ceremony publish\" made, in the order in which \"open\" will take them.")
    private List<Path> trustees = List.of();

    New(Main.Streams streams) { super(streams); }

    @Override
    String title() { return "trial new"; }

    @Override
    int step() throws IOException {
      ElectionDraft election = draft(draft);
      ElectionTrustees all = ElectionTrustees.of(election, readAll(trustees));
      say(files()
          .give(election.uuid() + ".trial.for-trustees.json", "all " + all.count() + " trustees",
              TrialDecryption.create(election, all, randomness()).write())
          .write());
      next("each runs \"ballot trial decrypt\" and sends you what it makes; then \"ballot trial check\".");
      return Exit.GOOD;
    }
  }

  /** A trustee's part. */
  @Command(name = "decrypt", mixinStandardHelpOptions = true, sortOptions = false, description = {
      "Trustee: decrypt the numbers of a trial. They are public and are encrypted here anew, so nobody can have a real",
      "ballot decrypted in this way."})
  static final class Decrypt extends BallotStep {
    @Parameters(index = "0", paramLabel = "DRAFT", description = "The election's draft.")
    private Path draft = Path.of("");

    @Parameters(index = "1", paramLabel = "TRIAL", description = "From the returning officer.")
    private Path trial = Path.of("");

    @Option(names = "--key", required = true, paramLabel = "FILE", description = "Your own UUID.key.SECRET.json.")
    private Path keyFile = Path.of("");

    Decrypt(Main.Streams streams) { super(streams); }

    @Override
    String title() { return "trial decrypt"; }

    @Override
    int step() throws IOException {
      ElectionDraft election = draft(draft);
      TrialDecryption known = from(trial, bytes -> TrialDecryption.read(election, bytes));
      try (TrusteeKey key = key(keyFile)) {
        TrialDecryption.Part part = known.part(key, randomness());
        say(files()
            .give(election.uuid() + ".trial-part-" + part.trustee() + ".for-returning-officer.json",
                "the returning officer", part.text())
            .write());
      }
      next("when the record is there, look whether your key is in it: \"ballot check-mine\".");
      return Exit.GOOD;
    }
  }

  /** What the trial found. */
  @Command(name = "check", mixinStandardHelpOptions = true, sortOptions = false, description = "Returning officer: put the trustees' parts of a trial together.")
  static final class Check extends BallotStep {
    @Parameters(index = "0", paramLabel = "DRAFT", description = "The election's draft.")
    private Path draft = Path.of("");

    @Parameters(index = "1", paramLabel = "TRIAL", description = "What \"trial new\" made.")
    private Path trial = Path.of("");

    @Parameters(index = "2..*", arity = "1..*", paramLabel = "PART", description = "Of every trustee.")
    private List<Path> parts = List.of();

    Check(Main.Streams streams) { super(streams); }

    @Override
    String title() { return "trial check"; }

    @Override
    int step() throws IOException {
      ElectionDraft election = draft(draft);
      TrialDecryption known = from(trial, bytes -> TrialDecryption.read(election, bytes));
      TrialDecryption.Outcome outcome = known.check(readAll(parts));
      for (Refused each : outcome.refusals()) {
        complain(each.where() + ": " + each.sentence());
      }
      if (!outcome.working().isEmpty()) {
        say("These keys work: trustee " + list(outcome.working()) + ".");
      }
      if (!outcome.missing().isEmpty()) {
        say("No part that is right is here of trustee " + list(outcome.missing()) + ".");
      }
      outcome.right()
          .ifPresent(right -> say(right
              ? "Together they found the numbers that were encrypted."
              : "Together they found other numbers than were encrypted."));
      if (outcome.allWork()) {
        say("All keys work.");
        next("\"ballot open\" with the same trustees in the same order.");
        return Exit.GOOD;
      }
      say("Do not open the election: a trustee whose key does not work makes a new one before, in a new ceremony"
          + " if it was made in one.");
      return Exit.BAD_INPUT;
    }

    private static String list(List<Integer> numbers) {
      return numbers.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
  }
}
