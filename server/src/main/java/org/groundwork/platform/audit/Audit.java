// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Appends to the audit log of the current local, in the caller's transaction, without a lock: the chain is sealed
 * later, in commit order. Stored beside each entry is only what a commitment SHA-256(salt, payload) binds, so a person
 * can be erased from the log and the chain still verifies.
 */
public final class Audit {
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final RandomGenerator random;

  public Audit(JdbcClient jdbc, Ids ids, Clock clock, RandomGenerator random) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Records that the current caller did {@code action} to {@code subject}.
   *
   * @param action a lower-case word with hyphens, such as {@code person-seen}
   * @param detail criteria or counts, never a name and never what was found
   */
  public void record(String action, SubjectRef subject, String detail) {
    String by = Callers.current() instanceof Caller.Actor actor ? actor.person().toString() : "";
    byte[] payload = String.join("\n", action, subject.kind(), subject.id().toString(), by, detail)
        .getBytes(StandardCharsets.UTF_8);
    byte[] salt = new byte[16];
    random.nextBytes(salt);
    UUID id = ids.next();
    jdbc.sql("insert into platform.audit_entry (local_id, id, at, payload, salt, commitment) values (?, ?, ?, ?, ?, ?)")
        .params(Tenancy.current().value(), id, Timestamp.from(clock.instant()), payload, salt,
            commitment(salt, payload))
        .update();
  }

  static byte[] commitment(byte[] salt, byte[] payload) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      return digest.digest(payload);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
