// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.support;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The product as a process of its own on a data directory, as {@code ./groundwork serve} starts it, so that tests can kill it. */
public final class ProductProcess implements AutoCloseable {
  private static final String ANSWERS = "Groundwork answers at ";
  private final Process process;
  private final URI url;

  private ProductProcess(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  /** Starts it and returns when it answers. */
  public static ProductProcess start(Path data) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process = new ProcessBuilder(java, "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), "org.groundwork.Groundwork",
        "serve", "--data", data.toString(), "--port", "0").redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var output = process.inputReader(StandardCharsets.UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(ANSWERS)) {
        String port = line.substring(line.lastIndexOf(':') + 1).strip();
        return new ProductProcess(process, URI.create("http://127.0.0.1:" + port));
      }
    }
    throw new AssertionError("the product ended before it answered");
  }

  /** Somebody who has never been here. */
  public Visitor visitor() { return new Visitor(url); }

  /** Somebody with the cookies of a visitor from before a restart. */
  public Visitor visitor(Visitor before) {
    var visitor = visitor();
    for (String cookie : List.of("gw-session", "gw-device")) {
      before.cookie(cookie).ifPresent(value -> visitor.withCookie(cookie, value));
    }
    return visitor;
  }

  /**
   * Kills the program alone, hard, and waits until the shell that watches has stopped the database server: whoever asks
   * the database next neither meets one that is about to go nor waits for it.
   */
  public void kill() {
    var started = process.toHandle().descendants().toList();
    kill(List.of(process.toHandle()));
    ended(started);
  }

  /** Kills the program with everything it started, hard, all at once. */
  public void killTheWholeTree() {
    List<ProcessHandle> tree = new ArrayList<>(List.of(process.toHandle()));
    tree.addAll(process.toHandle().descendants().toList());
    kill(tree);
  }

  private static void kill(List<ProcessHandle> processes) {
    processes.forEach(ProcessHandle::destroyForcibly);
    ended(processes);
  }

  private static void ended(List<ProcessHandle> processes) {
    processes.forEach(each -> each.onExit().orTimeout(30, TimeUnit.SECONDS).join());
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
  }
}
