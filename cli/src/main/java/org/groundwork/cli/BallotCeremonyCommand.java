// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.groundwork.ballot.ElectionDraft;
import org.groundwork.ballot.KeyCeremony;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Returning officer: carrying the messages of a ceremony. */
@Command(name = "ceremony", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Returning officer: carry what the trustees of a ceremony say to one another. You learn no secret by it and can",
    "change nothing unnoticed."}, subcommands = {BallotCeremonyCommand.Collect.class, BallotCeremonyCommand.Sort.class,
        BallotCeremonyCommand.Publish.class})
final class BallotCeremonyCommand implements Callable<Integer> {
  @Spec
  private @Nullable CommandSpec spec;

  private final Main.Streams streams;

  BallotCeremonyCommand(Main.Streams streams) { this.streams = streams; }

  @Override
  public Integer call() {
    if (spec != null) {
      BallotCommand.listSteps(spec, streams);
    }
    return Exit.USAGE;
  }

  /** Collects the certificates. */
  @Command(name = "collect", mixinStandardHelpOptions = true, sortOptions = false, description = "Returning officer: put all trustees' certificates together.")
  static final class Collect extends BallotStep {
    @Parameters(index = "0", paramLabel = "DRAFT", description = "The election's draft.")
    private Path draft = Path.of("");

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "CERTIFICATE", description = "Of every trustee.")
    private List<Path> certificates = List.of();

    @Option(names = "--enough", required = true, paramLabel = "N", description = "How many trustees are enough, as they agreed.")
    private int enough;

    Collect(Main.Streams streams) { super(streams); }

    @Override
    String title() { return "ceremony collect"; }

    @Override
    int step() throws IOException {
      ElectionDraft election = draft(draft);
      say(files()
          .give(election.uuid() + ".certificates.for-trustees.json", "every trustee of the ceremony",
              KeyCeremony.collect(election, enough, readAll(certificates)))
          .write());
      next(
          "each of them runs \"ballot trustee polynomial\" and sends you what it makes; then \"ballot ceremony sort\".");
      return Exit.GOOD;
    }
  }

  /** Sorts what each trustee is sent. */
  @Command(name = "sort", mixinStandardHelpOptions = true, sortOptions = false, description = "Returning officer: sort the polynomials into what each trustee is sent.")
  static final class Sort extends BallotStep {
    @Parameters(index = "0", paramLabel = "DRAFT", description = "The election's draft.")
    private Path draft = Path.of("");

    @Parameters(index = "1", paramLabel = "CERTIFICATES", description = "What \"collect\" made.")
    private Path certificates = Path.of("");

    @Parameters(index = "2..*", arity = "1..*", paramLabel = "POLYNOMIAL", description = "Of every trustee.")
    private List<Path> polynomials = List.of();

    Sort(Main.Streams streams) { super(streams); }

    @Override
    String title() { return "ceremony sort"; }

    @Override
    int step() throws IOException {
      ElectionDraft election = draft(draft);
      KeyCeremony ceremony = from(certificates, bytes -> KeyCeremony.read(election, bytes));
      List<String> inputs = ceremony.inputs(readAll(polynomials));
      BallotFolder files = files();
      for (int number = 1; number <= inputs.size(); number++) {
        files.give(election.uuid() + ".input-" + number + ".for-trustee-" + number + ".json", "trustee " + number,
            inputs.get(number - 1));
      }
      say(files.write());
      next("each trustee runs \"ballot trustee check\" and sends you their share; then \"ballot ceremony publish\".");
      return Exit.GOOD;
    }
  }

  /** Publishes the ceremony. */
  @Command(name = "publish", mixinStandardHelpOptions = true, sortOptions = false, description = {
      "Returning officer: check all of the ceremony and write what is published of it. Every trustee is needed up to",
      "here; from here on as many as were agreed are enough."})
  static final class Publish extends BallotStep {
    @Parameters(index = "0", paramLabel = "DRAFT", description = "The election's draft.")
    private Path draft = Path.of("");

    @Parameters(index = "1", paramLabel = "CERTIFICATES", description = "What \"collect\" made.")
    private Path certificates = Path.of("");

    @Option(names = "--polynomial", required = true, arity = "1..*", paramLabel = "FILE", description = "Of every trustee.")
    private List<Path> polynomials = List.of();

    @Option(names = "--share", required = true, arity = "1..*", paramLabel = "FILE", description = "Of every trustee.")
    private List<Path> shares = List.of();

    Publish(Main.Streams streams) { super(streams); }

    @Override
    String title() { return "ceremony publish"; }

    @Override
    int step() throws IOException {
      ElectionDraft election = draft(draft);
      KeyCeremony ceremony = from(certificates, bytes -> KeyCeremony.read(election, bytes));
      say(files()
          .keep(election.uuid() + ".ceremony.for-record.json", "for \"ballot open\"",
              ceremony.publish(readAll(polynomials), readAll(shares)))
          .write());
      say("The ceremony is right: " + ceremony.enough() + " of " + ceremony.size() + " trustees are enough.");
      next("\"ballot trial new\" with this file, and with the keys of single trustees if there are some.");
      return Exit.GOOD;
    }
  }
}
