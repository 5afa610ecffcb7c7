// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server with the shell that watches over it. */
final class Postmaster {
  private static final Logger log = LoggerFactory.getLogger(Postmaster.class);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
  private static final Duration LAST_RESORT = Duration.ofSeconds(20);
  /** Recovery after a hard kill reads the whole write-ahead log, at most 1 GB. */
  private static final Duration START_LIMIT = Duration.ofMinutes(10);
  private static final int ATTEMPTS = 5;
  /**
   * A reader waits on the pipe from this JVM: at its end, however it ends, the server is asked to stop fast. The shell
   * itself ends with the server and gives its status, which is how we hear of an unexpected end.
   */
  private static final String WATCH = """
    exec 3<&0
    "$@" </dev/null 3<&- & server=$!
    { read -r line; kill -INT "$server" 2>/dev/null; } <&3 & reader=$!
    exec 3<&-
    wait "$server"; status=$?
    kill "$reader" 2>/dev/null
    exit "$status"
    """;
  /** Not for tuning: durability, who may connect, and that no value of a row reaches a log. */
  private static final List<String> FIXED = List.of("fsync=on", "full_page_writes=on", "synchronous_commit=on",
      "listen_addresses=127.0.0.1", "unix_socket_directories=", "password_encryption=scram-sha-256", "timezone=UTC",
      "log_timezone=UTC", "log_destination=stderr", "logging_collector=off", "log_error_verbosity=terse",
      "log_min_error_statement=panic", "log_parameter_max_length_on_error=0", "log_parameter_max_length=0",
      "log_statement=none", "log_min_duration_statement=-1", "restart_after_crash=on");

  private final PostgresHome home;
  private final Process watchdog;
  private final int port;
  private final AtomicBoolean closing = new AtomicBoolean();

  private Postmaster(PostgresHome home, Process watchdog, int port) {
    this.home = home;
    this.watchdog = watchdog;
    this.port = port;
  }

  /** Starts the server on a free port of this machine's own address and returns when it accepts connections. */
  static Postmaster start(PostgresHome home, Path binaries, RunAs runAs) {
    try {
      for (int attempt = 1;; attempt++) {
        int port = freePort();
        Postmaster started = new Postmaster(home, launch(home, binaries, runAs, port), port);
        if (started.becomesReady()) {
          return started;
        }
        if (attempt == ATTEMPTS || !home.logTail().contains("Address already in use")) {
          throw Failures.ofProgram(home, "starting the server");
        }
      }
    } catch (IOException e) {
      throw Failures.starting(home.directory(), "starting the server", e);
    }
  }

  private static Process launch(PostgresHome home, Path binaries, RunAs runAs, int port) throws IOException {
    List<String> command = new ArrayList<>(List.of("setsid"));
    command.addAll(runAs.command("sh", "-c", WATCH, "groundwork-postgres", binaries.resolve("bin/postgres").toString(),
        "-D", home.data().toString(), "-p", Integer.toString(port)));
    FIXED.forEach(setting -> command.addAll(List.of("-c", setting)));
    return Programs.builder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(home.log().toFile()))
        .start();
  }

  /** False when the server ended instead. */
  private boolean becomesReady() throws IOException {
    long end = System.nanoTime() + START_LIMIT.toNanos();
    try {
      while (System.nanoTime() < end) {
        if (PidFile.read(home.pidFile()).filter(p -> p.port() == port && p.ready()).isPresent()) {
          return true;
        }
        if (watchdog.waitFor(10, TimeUnit.MILLISECONDS)) {
          return false;
        }
      }
      stop();
      throw new DatabaseStartException(
          new StartRefusal.ServerFailed("starting the server",
              "not ready after " + START_LIMIT.toMinutes() + " minutes"));
    } catch (InterruptedException e) {
      watchdog.getOutputStream().close();
      throw Failures.interrupted("starting the server");
    }
  }

  int port() { return port; }

  /** From now on an end that nobody asked for is told to {@code listener}, once. */
  void watch(Consumer<UnexpectedEnd> listener) {
    watchdog.onExit().thenAccept(ended -> {
      if (!closing.get()) {
        listener.accept(new UnexpectedEnd(ended.exitValue(), home.logTail()));
      }
    }).exceptionally(failure -> {
      log.error("The listener to the end of the embedded PostgreSQL failed", failure);
      return null;
    });
  }

  /** Ends all sessions, writes a checkpoint and returns when the server is gone. */
  void stop() {
    if (closing.getAndSet(true) && !watchdog.isAlive()) {
      return;
    }
    try {
      if (watchdog.isAlive()) {
        watchdog.getOutputStream().close();
      }
      if (!watchdog.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        stopAtOnce();
      }
    } catch (IOException e) {
      throw new DatabaseStartException(
          new StartRefusal.ServerFailed("stopping the server", String.valueOf(e.getMessage())), e);
    } catch (InterruptedException e) {
      throw Failures.interrupted("stopping the server");
    }
  }

  /** Without the checkpoint: the next start recovers from the write-ahead log. */
  private void stopAtOnce() throws InterruptedException, IOException {
    log.warn("The embedded PostgreSQL did not stop within {} s; stopping it at once", STOP_LIMIT.toSeconds());
    PidFile.read(home.pidFile()).ifPresent(p -> Programs.signal("QUIT", p.pid()));
    if (!watchdog.waitFor(LAST_RESORT.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new DatabaseStartException(
          new StartRefusal.ServerFailed("stopping the server", "it does not end; see " + home.log()));
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
