// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import java.io.InputStream;
import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line over the libraries. Data goes to files or standard output, messages to standard error. Exit codes:
 * see {@link Exit}. A new command is one class, named in {@code subcommands}.
 */
@Command(name = "groundwork", mixinStandardHelpOptions = true, version = "groundwork 0.1.0", description = "Tools of a member-run organisation.", subcommands = {
    LinkCommand.class, CountCommand.class, BallotCommand.class,
    VerifyCommand.class}, synopsisSubcommandLabel = "COMMAND")
public final class Main {
  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(args, Streams.ofProcess()));
  }

  /** The three streams a command speaks through, and whether the last and the second are a terminal. */
  record Streams(InputStream in, PrintStream out, PrintStream err, boolean terminal, boolean outIsTerminal) {
    static Streams ofProcess() {
      return new Streams(System.in, System.out, System.err, Messages.isTerminal(2), Messages.isTerminal(1));
    }
  }

  /** Runs a command. */
  static int run(String[] args, Streams streams) {
    var line = new CommandLine(new Main(), new CommandFactory(streams));
    line.setOut(new java.io.PrintWriter(streams.out(), true, java.nio.charset.StandardCharsets.UTF_8));
    line.setErr(new java.io.PrintWriter(streams.err(), true, java.nio.charset.StandardCharsets.UTF_8));
    line.setParameterExceptionHandler((e, a) -> {
      streams.err().println(e.getCommandLine().getCommandSpec().qualifiedName() + ": " + e.getMessage());
      streams.err().println("Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
      return Exit.USAGE;
    });
    return line.execute(args);
  }

  /** Hands the streams to each command. */
  static final class CommandFactory implements CommandLine.IFactory {
    private final Streams streams;

    CommandFactory(Streams streams) { this.streams = streams; }

    @Override
    public <K> K create(Class<K> type) throws Exception {
      try {
        var constructor = type.getDeclaredConstructor(Streams.class);
        constructor.setAccessible(true);
        return constructor.newInstance(streams);
      } catch (NoSuchMethodException e) {
        return CommandLine.defaultFactory().create(type);
      }
    }
  }
}
