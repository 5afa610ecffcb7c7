// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** The data of the embedded server: its version, its creation, the settings that are written into it once. */
final class Cluster {
  /** The major version in the archive. */
  static final int MAJOR = 18;
  /** The superuser of the embedded server; the application uses it for the bootstrap only. */
  static final String SUPERUSER = "groundwork_admin";
  private static final int PASSWORD_BYTES = 32;
  private static final Duration LIMIT = Duration.ofMinutes(5);
  /** What an administrator may tune in {@code data/postgresql.conf}; a small machine is assumed. */
  private static final List<String> TUNABLE = List.of("shared_buffers=128MB", "effective_cache_size=512MB",
      "work_mem=8MB",
      "maintenance_work_mem=96MB", "max_wal_size=1GB", "max_connections=60", "jit=off", "log_checkpoints=off");

  private Cluster() {}

  /** Refuses files of another major version. A home without data is fine. */
  static void checkVersion(PostgresHome home) {
    Path version = home.data().resolve("PG_VERSION");
    try {
      if (!Files.exists(version)) {
        return;
      }
      String found = Files.readString(version).strip();
      if (!found.equals(Integer.toString(MAJOR))) {
        throw new DatabaseStartException(new StartRefusal.OtherMajorVersion(home.data(), found, MAJOR));
      }
    } catch (IOException e) {
      throw Failures.starting(home.directory(), "reading the version of its data", e);
    }
  }

  /** Creates the data if there is none. A creation that was cut off leaves {@code data.new} and is begun again. */
  static void ensure(PostgresHome home, Path binaries, RunAs runAs) {
    try {
      if (Files.exists(home.data().resolve("PG_VERSION"))) {
        return;
      }
      Binaries.deleteTree(home.unfinishedData());
      writePassword(home, runAs);
      if (!Programs.run(initdb(home, binaries, runAs), home.log(), LIMIT)) {
        throw Failures.ofProgram(home, "creating its data");
      }
      writeAccess(home, runAs);
      Files.move(home.unfinishedData(), home.data(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw Failures.starting(home.directory(), "creating its data", e);
    }
  }

  private static List<String> initdb(PostgresHome home, Path binaries, RunAs runAs) {
    List<String> command = new ArrayList<>(runAs.command(binaries.resolve("bin/initdb").toString(),
        "--pgdata=" + home.unfinishedData(), "--username=" + SUPERUSER, "--pwfile=" + home.password(),
        "--auth=scram-sha-256", "--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
        "--locale=C",
        "--data-checksums"));
    TUNABLE.forEach(setting -> command.addAll(List.of("--set", setting)));
    return command;
  }

  private static void writePassword(PostgresHome home, RunAs runAs) throws IOException {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    Files.deleteIfExists(home.password());
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    var secret = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (var file = Files.newByteChannel(home.password(), options, secret)) {
      String text = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
      file.write(StandardCharsets.US_ASCII.encode(text));
    }
    runAs.give(home.password());
  }

  /** One door: this machine's own address, with a password. */
  private static void writeAccess(PostgresHome home, RunAs runAs) throws IOException {
    Path access = home.unfinishedData().resolve("pg_hba.conf");
    Files.writeString(access, "host all all 127.0.0.1/32 scram-sha-256\n");
    runAs.give(access);
  }
}
