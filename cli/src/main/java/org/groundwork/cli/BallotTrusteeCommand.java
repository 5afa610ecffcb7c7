// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.groundwork.ballot.ElectionDraft;
import org.groundwork.ballot.KeyCeremony;
import org.groundwork.ballot.SecretAccess;
import org.groundwork.ballot.TrusteeKey;
import org.groundwork.ballot.TrusteeSeed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trustee: a key of one's own, or one's steps of a ceremony. */
@Command(name = "trustee", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Trustee: make a key. Either \"key\", for a trustee without whom nothing can be opened; or \"certificate\",",
    "\"polynomial\" and \"check\", the steps of a ceremony after which some of the trustees are enough."}, subcommands = {
        BallotTrusteeCommand.Key.class, BallotTrusteeCommand.Certificate.class, BallotTrusteeCommand.Polynomial.class,
        BallotTrusteeCommand.Check.class})
final class BallotTrusteeCommand implements Callable<Integer> {
  private static final String OFFICER = "the returning officer";
  private static final String LOST = "\n  If it is lost, nobody can bring it back. Keep a copy where only you can reach it.";

  @Spec
  private @Nullable CommandSpec spec;

  private final Main.Streams streams;

  BallotTrusteeCommand(Main.Streams streams) { this.streams = streams; }

  @Override
  public Integer call() {
    if (spec != null) {
      BallotCommand.listSteps(spec, streams);
    }
    return Exit.USAGE;
  }

  private static String keyFile(ElectionDraft draft) { return draft.uuid() + ".key.SECRET.json"; }

  /** A key of one's own. */
  @Command(name = "key", mixinStandardHelpOptions = true, sortOptions = false, description = "Trustee: make a key without which nothing can be opened.")
  static final class Key extends BallotStep {
    @Parameters(paramLabel = "DRAFT", description = "The election's draft, from the returning officer.")
    private Path draft = Path.of("");

    Key(Main.Streams streams) { super(streams); }

    @Override
    String title() { return "trustee key"; }

    @Override
    int step() throws IOException {
      ElectionDraft election = draft(draft);
      try (TrusteeKey key = TrusteeKey.create(election, randomness())) {
        say(files().secret(keyFile(election), LOST, key.write(SecretAccess.granted()))
            .give(election.uuid() + ".key.for-returning-officer.json", OFFICER, key.publicKey(randomness()))
            .write());
      }
      next("the trial decryption (\"ballot trial decrypt\"), and when the record is there, \"ballot check-mine\".");
      return Exit.GOOD;
    }
  }

  /** The first step of a ceremony. */
  @Command(name = "certificate", mixinStandardHelpOptions = true, sortOptions = false, description = {
      "Trustee: the first step of a ceremony. All trustees agree before on how many they are, how many of them are",
      "enough, and who has which number."})
  static final class Certificate extends BallotStep {
    @Parameters(paramLabel = "DRAFT", description = "The election's draft, from the returning officer.")
    private Path draft = Path.of("");

    @Option(names = "--number", required = true, paramLabel = "N", description = "Your number, from 1.")
    private int number;

    @Option(names = "--trustees", required = true, paramLabel = "N", description = "How many trustees there are.")
    private int trustees;

    @Option(names = "--enough", required = true, paramLabel = "N", description = "How many of them are enough.")
    private int enough;

    Certificate(Main.Streams streams) { super(streams); }

    @Override
    String title() { return "trustee certificate"; }

    @Override
    int step() throws IOException {
      ElectionDraft election = draft(draft);
      TrusteeSeed seed = KeyCeremony.seed(election, number, trustees, enough, randomness());
      say(files()
          .secret(election.uuid() + ".seed.SECRET.json", LOST, seed.write(SecretAccess.granted()))
          .give(election.uuid() + ".certificate-" + number + ".for-returning-officer.json", OFFICER,
              KeyCeremony.certificate(election, seed, randomness()))
          .write());
      next("wait for everybody's certificates from the returning officer; then \"ballot trustee polynomial\".");
      return Exit.GOOD;
    }
  }

  /** A step of a ceremony after the first. */
  abstract static class Later extends BallotStep {
    @Parameters(index = "0", paramLabel = "DRAFT", description = "The election's draft, from the returning officer.")
    private Path draft = Path.of("");

    @Parameters(index = "1", paramLabel = "CERTIFICATES", description = "Everybody's, from the returning officer.")
    private Path certificates = Path.of("");

    @Option(names = "--seed", required = true, paramLabel = "FILE", description = "Your own UUID.seed.SECRET.json.")
    private Path seed = Path.of("");

    Later(Main.Streams streams) { super(streams); }

    ElectionDraft election() throws IOException { return draft(draft); }

    KeyCeremony ceremony(ElectionDraft election) throws IOException {
      return from(certificates, bytes -> KeyCeremony.read(election, bytes));
    }

    TrusteeSeed seed() throws IOException { return from(seed, TrusteeSeed::read); }
  }

  /** The second step of a ceremony. */
  @Command(name = "polynomial", mixinStandardHelpOptions = true, sortOptions = false, description = "Trustee: the second step of a ceremony, with everybody's certificates.")
  static final class Polynomial extends Later {
    Polynomial(Main.Streams streams) { super(streams); }

    @Override
    String title() { return "trustee polynomial"; }

    @Override
    int step() throws IOException {
      ElectionDraft election = election();
      TrusteeSeed seed = seed();
      KeyCeremony ceremony = ceremony(election);
      say(files()
          .give(election.uuid() + ".polynomial-" + seed.number() + ".for-returning-officer.json", OFFICER,
              ceremony.polynomial(seed, randomness()))
          .write());
      say("The certificates are right: " + ceremony.enough() + " of " + ceremony.size() + " trustees will be enough.");
      next("wait for your input from the returning officer; then \"ballot trustee check\".");
      return Exit.GOOD;
    }
  }

  /** The last step of a ceremony. */
  @Command(name = "check", mixinStandardHelpOptions = true, sortOptions = false, description = {
      "Trustee: the last step of a ceremony. Checks what the others sent you and makes your key of it; a trustee who",
      "lied is named."})
  static final class Check extends Later {
    @Parameters(index = "2", paramLabel = "INPUT", description = "Your own input, from the returning officer.")
    private Path input = Path.of("");

    Check(Main.Streams streams) { super(streams); }

    @Override
    String title() { return "trustee check"; }

    @Override
    int step() throws IOException {
      ElectionDraft election = election();
      TrusteeSeed seed = seed();
      KeyCeremony ceremony = ceremony(election);
      KeyCeremony.Checked checked = from(input, bytes -> ceremony.check(seed, bytes, randomness()));
      try (TrusteeKey key = checked.key()) {
        say(files().secret(keyFile(election), LOST, key.write(SecretAccess.granted()))
            .give(election.uuid() + ".share-" + seed.number() + ".for-returning-officer.json", OFFICER, checked.share())
            .write());
      }
      next("the trial decryption (\"ballot trial decrypt\"), and when the record is there, \"ballot check-mine\".");
      return Exit.GOOD;
    }
  }
}
