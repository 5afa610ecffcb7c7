// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A secret ballot from its questions to its result, each role with their own files. */
@Command(name = "ballot", mixinStandardHelpOptions = true, sortOptions = false, synopsisSubcommandLabel = "STEP", description = {
    "Hold a secret ballot that anyone can verify: each role on their own machine, with their own files.",
    "Each step says what it made, what stays secret, whom to give what, and what comes next: docs/balloting.md"}, subcommands = {
        BallotNewCommand.class, BallotCredentialsCommand.class, BallotTrusteeCommand.class,
        BallotCeremonyCommand.class, BallotTrialCommand.class, BallotOpenCommand.class, BallotCheckMineCommand.class,
        BallotVoteCommand.class, BallotReceiveCommand.class, BallotCloseCommand.class, BallotShuffleCommand.class,
        BallotEndShufflesCommand.class, BallotDecryptCommand.class, BallotAddCommand.class, BallotResultCommand.class,
        BallotForCountingCommand.class}, footer = {"",
            "Exit codes: 0 done; 1 something is false, and why is said; 2 wrong call; 69 a file cannot be read or written."})
final class BallotCommand implements Callable<Integer> {
  @Spec
  private @org.jspecify.annotations.Nullable CommandSpec spec;

  private final Main.Streams streams;

  BallotCommand(Main.Streams streams) { this.streams = streams; }

  @Override
  public Integer call() {
    if (spec != null) {
      listSteps(spec, streams);
    }
    return Exit.USAGE;
  }

  /** Says which steps there are, to whoever named none. */
  static void listSteps(CommandSpec spec, Main.Streams streams) {
    new CommandLine(spec).usage(streams.err());
  }
}
