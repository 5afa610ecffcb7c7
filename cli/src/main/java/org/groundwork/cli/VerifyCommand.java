// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.groundwork.ballot.Verdict;
import org.groundwork.ballot.Verification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Every check of the record of an election. */
@Command(name = "verify", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Check the record of a secret ballot: every ballot, the tally, the decryption, the result.",
    "Prints a line for each check: ok or FAIL, the check, where, and what was found, with tabs between them; then",
    "VALID, VALID SO FAR if the election is not at its end, or INVALID. It needs no server and no network."}, footer = {
        "", "Exit codes: 0 valid, or valid so far; 1 something is false; 2 wrong call; 69 a file cannot be read.",
        "What each check means: docs/verifying.md"})
final class VerifyCommand implements Callable<Integer> {
  private static final int WIDTH = 30;
  private static final int PERCENT = 100;

  @Option(names = "--since", paramLabel = "EARLIER.bel", description = "A record of the same election that was saved earlier: check that nothing of it disappeared.")
  private @Nullable Path since;

  @Option(names = "--decryption", paramLabel = "FILE", description = "What a trustee handed over when decrypting; once for each. Check the proof in it, which is bound to the votes, while the proof in the record is not.")
  private List<Path> decryptions = new ArrayList<>();

  @Option(names = "--threads", paramLabel = "N", description = "Check so many ballots at once (the number of cores).")
  private Optional<Integer> threads = Optional.empty();

  @Parameters(paramLabel = "FILE.bel", description = "The record.")
  private @Nullable Path file;

  private final Main.Streams streams;
  private final Messages messages;

  VerifyCommand(Main.Streams streams) {
    this.streams = streams;
    this.messages = new Messages(streams.err(), streams.terminal());
  }

  @Override
  public Integer call() {
    Path record = file == null ? Path.of("") : file;
    int atOnce = threads.orElse(Runtime.getRuntime().availableProcessors());
    if (atOnce < 1 || atOnce > 1024) {
      messages.say("groundwork verify: --threads is from 1 to 1024");
      return Exit.USAGE;
    }
    var out = new PrintWriter(streams.out(), true, StandardCharsets.UTF_8);
    try {
      long size = Files.size(record);
      Verdict verdict = new Verification(record, Optional.ofNullable(since), decryptions, atOnce).run(finding -> {
        messages.clear();
        out.println(finding.line());
      }, read -> messages.progress(bar(read, size)));
      messages.clear();
      out.println(verdict.words());
      return verdict == Verdict.INVALID ? Exit.BAD_INPUT : Exit.GOOD;
    } catch (OutOfMemoryError e) {
      messages.say("groundwork verify: the record needs more memory than this program may take; call it with "
          + "GROUNDWORK_HEAP=2g before the command, or --threads 1. Nothing was found to be false.");
      return Exit.UNAVAILABLE;
    } catch (IOException e) {
      messages.say("groundwork verify: " + Messages.of(e));
      return Exit.UNAVAILABLE;
    }
  }

  private static String bar(long read, long size) {
    long part = size == 0 ? 0 : Math.min(read, size) * PERCENT / size;
    int filled = (int) (part * WIDTH / PERCENT);
    return "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + part + " % checked";
  }
}
