// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A program of its own that keeps an embedded server until its standard input ends, so that tests can kill it. */
final class ServerProcess implements AutoCloseable {
  static final String ADDRESS = "http://127.0.0.1:9999";
  /** Stands before what the program says, apart from what its logger says. */
  private static final String SAYS = "> ";
  private final Process process;
  private final BufferedReader output;
  private final String firstLine;

  private ServerProcess(Process process) throws IOException {
    this.process = process;
    output = process.inputReader(StandardCharsets.UTF_8);
    String line = output.readLine();
    while (line != null && !line.startsWith(SAYS)) {
      line = output.readLine();
    }
    firstLine = line == null ? "" : line.substring(SAYS.length());
  }

  /** The program. Prints the server's process number, or "refused" and the reason. */
  public static void main(String[] arguments) throws IOException {
    try (var server = EmbeddedPostgres.start(Path.of(arguments[0]), TestServers.options(ADDRESS))) {
      System.out.println(SAYS + PidFile.read(server.home().resolve("data/postmaster.pid")).orElseThrow().pid());
      while (System.in.read() >= 0) {
        // until the test closes it
      }
    } catch (DatabaseStartException e) {
      System.out.println(SAYS + "refused " + e.refusal());
    }
  }

  static ServerProcess start(Path home) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ServerProcess(new ProcessBuilder(java, "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
        System.getProperty("java.class.path"), ServerProcess.class.getName(), home.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start());
  }

  String firstLine() { return firstLine; }

  long pid() { return process.pid(); }

  ProcessHandle postmaster() { return ProcessHandle.of(Long.parseLong(firstLine)).orElseThrow(); }

  /** The program after the shells between it and the server, which would stop the server if they outlived it. */
  List<ProcessHandle> watchersAndProgram() {
    ProcessHandle postmaster = postmaster();
    List<Long> servers = Stream.concat(Stream.of(postmaster), postmaster.descendants())
        .map(ProcessHandle::pid)
        .toList();
    var watchers = process.descendants().filter(p -> !servers.contains(p.pid())).toList();
    assertThat(watchers).hasSizeGreaterThanOrEqualTo(2);
    return Stream.concat(watchers.stream(), Stream.of(process.toHandle())).toList();
  }

  void kill() { kill(List.of(process.toHandle())); }

  /** Kills all at the same moment: they are stopped first, so that none has time to see another one go. */
  static void kill(List<ProcessHandle> processes) {
    stop(processes);
    processes.forEach(ProcessHandle::destroyForcibly);
    processes.forEach(ServerProcess::awaitEnd);
  }

  private static void stop(List<ProcessHandle> processes) {
    String all = String.join(" ", processes.stream().map(each -> String.valueOf(each.pid())).toList());
    try {
      assertThat(new ProcessBuilder("sh", "-c", "kill -STOP " + all).start().waitFor()).isZero();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("the processes could not be stopped", e);
    }
  }

  static void awaitEnd(ProcessHandle handle) {
    Awaitility.await("end of process " + handle.pid()).atMost(Duration.ofSeconds(30)).until(() -> !handle.isAlive());
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    awaitEnd(process.toHandle());
    output.close();
  }
}
