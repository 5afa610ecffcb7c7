// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Measures {@code ./groundwork serve} on existing data until its first page is there: with the ahead-of-time cache that
 * the build makes, and without. Prints the wall time, the processor time of the Java process, and the ratio; exit 1 where
 * the median with the cache is above 6 s. Call {@code ./groundwork build} first.
 *
 * <p>Arguments: a directory for the data, which is made and kept, and how often each way is started (5).
 */
public final class StartUpBench {
  private static final Duration GOAL = Duration.ofSeconds(6);
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private final Path launcher;
  private final Path data;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

  private StartUpBench(Path launcher, Path data) {
    this.launcher = launcher;
    this.data = data;
  }

  /** One start. */
  private record Start(Duration wall, Duration processor) {}

  /** Starts and measures. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 1 || arguments.length > 2 || (arguments.length == 2 && !arguments[1].matches("[1-9]\\d?"))) {
      System.err.println("usage: start-up DIRECTORY [TIMES]");
      System.exit(2);
    }
    Path launcher = launcher();
    if (!Files.isExecutable(launcher)) {
      System.err.println("start-up: " + launcher + " is missing");
      System.exit(69);
    }
    var bench = new StartUpBench(launcher, Path.of(arguments[0]).toAbsolutePath());
    System.exit(bench.run(arguments.length == 2 ? Integer.parseInt(arguments[1]) : 5) ? 0 : 1);
  }

  /** The launcher of the project this program was built in. */
  private static Path launcher() throws Exception {
    Path jar = Path.of(StartUpBench.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return jar.resolve("../../../../groundwork").normalize();
  }

  private boolean run(int times) throws Exception {
    start(true); // makes the data, and fills the system's file cache
    List<Start> with = new ArrayList<>();
    List<Start> without = new ArrayList<>();
    for (int at = 0; at < times; at++) {
      with.add(start(true));
      without.add(start(false));
    }
    print("with the cache", with);
    print("without it", without);
    System.out.printf("ratio %.2f in wall time, %.2f in processor time%n",
        seconds(median(with, Start::wall)) / seconds(median(without, Start::wall)),
        seconds(median(with, Start::processor)) / seconds(median(without, Start::processor)));
    return median(with, Start::wall).compareTo(GOAL) < 0;
  }

  private static void print(String what, List<Start> starts) {
    System.out.printf("%-15s first page after %.2f s (fastest %.2f, slowest %.2f), %.2f s of processor%n", what,
        seconds(median(starts, Start::wall)), seconds(starts.stream()
            .map(Start::wall)
            .min(Comparator.naturalOrder())
            .orElseThrow()),
        seconds(starts.stream().map(Start::wall).max(Comparator.naturalOrder()).orElseThrow()),
        seconds(median(starts, Start::processor)));
  }

  private static Duration median(List<Start> starts, java.util.function.Function<Start, Duration> figure) {
    return starts.stream().map(figure).sorted().toList().get(starts.size() / 2);
  }

  private static double seconds(Duration time) { return time.toMillis() / 1000.0; }

  private Start start(boolean cached) throws IOException, InterruptedException {
    int port = freePort();
    var builder = new ProcessBuilder(launcher.toString(), "serve", "--data", data.toString(), "--port",
        Integer.toString(port))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT);
    if (!cached) {
      builder.environment().put("GROUNDWORK_NO_AOT", "1");
    }
    long began = System.nanoTime();
    Process process = builder.start();
    try {
      while (!answers(port)) {
        if (!process.isAlive() || System.nanoTime() - began > LONGEST.toNanos()) {
          throw new IOException("the product did not start");
        }
        Thread.sleep(10);
      }
      var wall = Duration.ofNanos(System.nanoTime() - began);
      return new Start(wall, process.info().totalCpuDuration().orElse(Duration.ZERO));
    } finally {
      process.destroy();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    }
  }

  private boolean answers(int port) throws InterruptedException {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
        .timeout(Duration.ofSeconds(30))
        .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
    } catch (IOException e) {
      return false; // not yet listening
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
