// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.groundwork.ballot.ElectionDraft;
import org.groundwork.ballot.Randomness;
import org.groundwork.ballot.Refused;
import org.groundwork.ballot.TrusteeKey;
import picocli.CommandLine.Option;

/** What all steps of an election have in common: a folder, a way to read files, and how they say what was wrong. */
abstract class BallotStep implements Callable<Integer> {
  /** No file but a record is longer. */
  private static final long LONGEST = 256L << 20;

  @Option(names = "--folder", paramLabel = "DIR", description = "Your own folder, into which files are written (the current one). Nothing in it is ever overwritten.")
  private Path folder = Path.of("");

  private final Main.Streams streams;
  private final Messages messages;
  private final PrintWriter out;
  private final BufferedReader in;

  BallotStep(Main.Streams streams) {
    this.streams = streams;
    this.messages = new Messages(streams.err(), streams.terminal());
    this.out = new PrintWriter(streams.out(), true, StandardCharsets.UTF_8);
    this.in = new BufferedReader(new InputStreamReader(streams.in(), StandardCharsets.UTF_8));
  }

  /** A call that cannot be meant. */
  static final class Misused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Misused(String message) { super(message); }
  }

  /** Does the step and returns the exit code. */
  abstract int step() throws IOException;

  /** What the step is called after "groundwork ballot". */
  abstract String title();

  @Override
  public Integer call() {
    try {
      return step();
    } catch (Refused e) {
      complain((e.where().isEmpty() ? "" : e.where() + ": ") + e.sentence());
      return Exit.BAD_INPUT;
    } catch (Misused e) {
      complain(String.valueOf(e.getMessage()));
      return Exit.USAGE;
    } catch (FileAlreadyExistsException e) {
      complain(e.getFile() + " is there already, and nothing is overwritten. If this step was done before, go on with"
          + " that file; else use another --folder");
      return Exit.UNAVAILABLE;
    } catch (IOException e) {
      complain(Messages.of(e));
      return Exit.UNAVAILABLE;
    }
  }

  void complain(String text) { messages.say("groundwork ballot " + title() + ": " + clean(text)); }

  /** Text of others moves no cursor. */
  static String clean(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "?");
  }

  void say(String text) { out.println(text); }

  void say(List<String> lines) { lines.forEach(this::say); }

  void next(String text) { say("Next: " + text); }

  BallotFolder files() { return new BallotFolder(folder); }

  Path in(String name) { return folder.resolve(name); }

  Randomness randomness() { return Randomness.secure(); }

  /** A number of things: "1 ballot", "2 ballots". */
  static String many(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  static byte[] read(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw new IOException(path + ": this is a folder, and a file is expected");
    }
    if (Files.size(path) > LONGEST) {
      throw new IOException(path + ": longer than 256 MiB, the most that is read");
    }
    return Files.readAllBytes(path);
  }

  static List<byte[]> readAll(List<Path> paths) throws IOException {
    var all = new ArrayList<byte[]>();
    for (Path each : paths) {
      all.add(read(each));
    }
    return all;
  }

  /** Something read from a file, whose name a refusal says. */
  interface Reading<T> {
    T of(byte[] bytes);
  }

  static <T> T from(Path path, Reading<T> reading) throws IOException {
    byte[] bytes = read(path);
    try {
      return reading.of(bytes);
    } catch (Refused e) {
      throw e.within(path.toString());
    }
  }

  static ElectionDraft draft(Path path) throws IOException { return from(path, ElectionDraft::read); }

  static TrusteeKey key(Path path) throws IOException { return from(path, TrusteeKey::read); }

  /** A line that somebody types; empty at the end of what there is to read. */
  String ask(String question) throws IOException {
    if (streams.terminal()) {
      streams.err().print(question);
      streams.err().flush();
    }
    String line = in.readLine();
    if (line == null) {
      throw new Misused("something is asked for, and nothing more comes in: " + question.strip());
    }
    return line;
  }

  /** A line that is not shown while it is typed. */
  String askSecretly(String question) throws IOException {
    Console console = streams.terminal() ? System.console() : null;
    if (console == null || !console.isTerminal()) {
      return ask(question);
    }
    char[] typed = console.readPassword("%s", question);
    if (typed == null) {
      throw new Misused("nothing was typed");
    }
    return new String(typed);
  }

  boolean onTerminal() { return streams.terminal(); }
}
