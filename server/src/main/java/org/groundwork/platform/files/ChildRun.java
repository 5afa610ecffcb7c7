// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.files;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One run of a separate Java process: bytes in, bytes out, ended by force when its time is over. The operating system
 * limits its memory and processor time, and lets it write not one byte to a file.
 */
final class ChildRun {

  /** Where the operating system knows these limits they hold; the rest is the parent's watch. */
  private static final String LIMITED = "ulimit -c 0; ulimit -f 0; ulimit -t \"$1\"; ulimit -v \"$2\" 2>/dev/null; "
      + "shift 2; exec \"$@\"";

  /**
   * Address space beside the heap: code, classes, stacks, and what native decoders take, which for a progressive JPEG of
   * 50 million pixels is 150 MB. Holds with one malloc arena only; with one per thread the decoder finds no memory.
   */
  private static final int BESIDE_HEAP_MEGABYTES = 700;

  private static final int LARGEST_RESULT = 64 << 20;

  /** How a run ended. */
  sealed interface End {}

  /** It ended by itself. */
  static final class Exited implements End {

    private final int code;
    private final byte[] output;

    Exited(int code, byte[] output) {
      this.code = code;
      this.output = output;
    }

    int code() { return code; }

    byte[] output() { return output; }
  }

  /** It was ended because its time was over. */
  record Overtime() implements End {}

  private final Path java;
  private final Path classes;
  private final ImageLimits limits;

  ChildRun(Path java, Path classes, ImageLimits limits) {
    this.java = java;
    this.classes = classes;
    this.limits = limits;
  }

  /**
   * Runs the class with these arguments and this input.
   *
   * @throws IOException if the process cannot be started
   */
  End run(Class<?> main, List<String> arguments, byte[] input) throws IOException {
    var builder = new ProcessBuilder(command(main, arguments)).redirectError(ProcessBuilder.Redirect.DISCARD)
        .directory(classes.toFile());
    builder.environment().clear();
    builder.environment().put("MALLOC_ARENA_MAX", "1");
    Process process = builder.start();
    var overtime = new AtomicBoolean();
    var watch = CompletableFuture.runAsync(() -> {
      overtime.set(true);
      process.destroyForcibly();
    }, CompletableFuture.delayedExecutor(limits.timeLimit().toMillis(), TimeUnit.MILLISECONDS));
    try {
      byte[] output = exchange(process, input);
      int code = process.waitFor();
      return overtime.get() ? new Overtime() : new Exited(code, output);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Overtime();
    } finally {
      watch.cancel(false);
      process.destroyForcibly();
    }
  }

  /** The process reads all before it writes, so one thread is enough. */
  private static byte[] exchange(Process process, byte[] input) throws IOException {
    writeAll(process, input);
    try (var out = process.getInputStream()) {
      return out.readNBytes(LARGEST_RESULT);
    }
  }

  /** A process that ends before it has read all breaks the pipe; its exit code then says why. */
  private static void writeAll(Process process, byte[] input) throws IOException {
    try (var in = process.getOutputStream()) {
      in.write(input);
    } catch (IOException e) {
      String message = e.getMessage();
      if (message == null || !(message.contains("Broken pipe") || message.contains("Stream Closed")
          || message.contains("Stream closed")))
        throw e;
    }
  }

  private List<String> command(Class<?> main, List<String> arguments) {
    Duration limit = limits.timeLimit();
    long kilobytes = 1_024L * (limits.heapMegabytes() + BESIDE_HEAP_MEGABYTES);
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", LIMITED, "groundwork-image",
        Long.toString(2 * limit.toSeconds() + 2), Long.toString(kilobytes), java.toString()));
    command.addAll(List.of("-Xmx" + limits.heapMegabytes() + "m", "-Xms16m", "-Xss512k", "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=32m", "-XX:CompressedClassSpaceSize=32m",
        "-XX:MaxMetaspaceSize=64m", "-XX:-UsePerfData", "-XX:+DisableAttachMechanism", "-XX:-CreateCoredumpOnCrash",
        "-XX:ErrorFile=/dev/null", "-Djava.awt.headless=true", "-Djava.io.tmpdir=" + classes, "-cp",
        classes.toString(), main.getName()));
    command.addAll(arguments);
    return command;
  }
}
