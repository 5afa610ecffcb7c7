// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL server in a directory of ours, started and stopped with the application. It keeps every commit through
 * a hard kill (fsync is on), listens on 127.0.0.1 only, on a port that changes at each start, and asks for a password.
 *
 * <p>While one process has a directory, another start on it is refused. If this JVM is killed, a shell that holds the
 * other end of a pipe stops the server; if that shell is killed too, the next start stops the server and goes on.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private final PostgresHome home;
  private final HomeLock lock;
  private final Postmaster postmaster;
  private final String password;

  private EmbeddedPostgres(PostgresHome home, HomeLock lock, Postmaster postmaster, String password) {
    this.home = home;
    this.lock = lock;
    this.postmaster = postmaster;
    this.password = password;
  }

  /**
   * Creates what is missing in {@code home} and starts the server.
   *
   * @param home a directory for this server alone; created, readable by its owner only, if missing
   * @throws DatabaseStartException with the reason, when it cannot or must not start; then nothing of it is left running
   */
  public static EmbeddedPostgres start(Path home, PostgresOptions options) {
    return start(home, options, RunAs::choose);
  }

  static EmbeddedPostgres start(Path path, PostgresOptions options, Function<PostgresHome, RunAs> user) {
    PostgresHome home = PostgresHome.prepare(path);
    HomeLock lock = HomeLock.take(home, options.address());
    try {
      return start(home, lock, options, user);
    } catch (IOException e) {
      lock.close();
      throw Failures.starting(home.directory(), "reading its files", e);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static EmbeddedPostgres start(PostgresHome home, HomeLock lock, PostgresOptions options,
      Function<PostgresHome, RunAs> user) throws IOException {
    long began = System.nanoTime();
    Cluster.checkVersion(home);
    var archive = Binaries.archive(System.getProperty("os.name"), System.getProperty("os.arch"));
    Path binaries = Binaries.in(options.binaries().orElse(home.directory()), archive);
    RunAs runAs = user.apply(home);
    home.rotateLog();
    Orphans.stop(home);
    Cluster.ensure(home, binaries, runAs);
    Binaries.deleteOthers(home.directory(), binaries);
    String password = Files.readString(home.password());
    Postmaster postmaster = Postmaster.start(home, binaries, runAs);
    postmaster.watch(options.onUnexpectedEnd());
    log.debug("Embedded PostgreSQL ready on port {} after {} ms", postmaster.port(), millisSince(began));
    return new EmbeddedPostgres(home, lock, postmaster, password);
  }

  /**
   * The address of a database on this server, for the driver; it keeps values of rows out of error messages.
   *
   * @param database a plain name, as in {@code groundwork}
   */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + postmaster.port() + "/" + database + "?logServerErrorDetail=false";
  }

  /** The server's administrator, for the bootstrap of roles and for tests; never for requests. */
  public String superuser() {
    return Cluster.SUPERUSER;
  }

  /** The administrator's password, random for each directory. Keep it out of logs. */
  public String password() {
    return password;
  }

  /** The directory in use, absolute. */
  public Path home() { return home.directory(); }

  /** Ends all sessions and stops the server; returns when it has written everything and the directory is free. */
  @Override
  public void close() {
    long began = System.nanoTime();
    try {
      postmaster.stop();
    } finally {
      lock.close();
    }
    log.debug("Embedded PostgreSQL stopped in {} ms", millisSince(began));
  }

  private static long millisSince(long nanos) { return (System.nanoTime() - nanos) / 1_000_000; }
}
