// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.tenancy.LocalId;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Appends to the audit log of the current local, in the caller's transaction, without a lock: the chain is sealed a
 * second later. A link binds a commitment to an entry and not the entry itself, so a person can be erased from the log
 * and the chain still verifies. See {@code docs/SPEC-audit.md}.
 */
public final class Audit {
  /** The kind of subject whose entries an erasure finds. */
  private static final String PERSON = "person";
  private final JdbcClient jdbc;
  private final AuditKeys keys;
  private final Consumer<LocalId> recorded;
  private final Ids ids;
  private final Source source;

  /** Where time and randomness come from. */
  record Source(Clock clock, RandomGenerator random) {}

  /** @param recorded is told of a local in which something was recorded and has committed */
  Audit(JdbcClient jdbc, AuditKeys keys, Consumer<LocalId> recorded, Ids ids, Source source) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.recorded = recorded;
    this.ids = ids;
    this.source = source;
  }

  /**
   * The log as a command on the host writes it. What it records waits for the product, which seals it within a minute or
   * at its next start.
   */
  public static Audit onHost(JdbcClient jdbc, KeyStore keys, Ids ids, Clock clock, RandomGenerator random) {
    return new Audit(jdbc, new AuditKeys(keys), local -> {}, ids, new Source(clock, random));
  }

  /**
   * Records that the current caller did {@code action} to {@code subject}.
   *
   * @param action a lower-case word with hyphens, such as {@code person-seen}; its sentence is {@code audit.did.<action>}
   * @param detail criteria or counts, never a name and never what was found
   */
  public void record(String action, SubjectRef subject, String detail) {
    if (!action.matches("[a-z][a-z-]{0,59}")) {
      throw new IllegalArgumentException("an action is a lower-case word with hyphens: " + action);
    }
    LocalId local = Tenancy.current();
    Optional<UUID> by = Callers.current() instanceof Caller.Actor actor
        ? Optional.of(actor.person())
        : Optional.empty();
    var salted = Payload.Salted.fresh(new Payload(action, subject, by, detail).bytes(), source.random());
    UUID id = ids.next();
    Instant at = source.clock().instant().truncatedTo(ChronoUnit.MICROS);
    jdbc.sql("""
        with entry as (
          insert into platform.audit_entry (about_person, by_person, local_id, id, at, payload, commitment)
          values (?, ?, ?, ?, ?, ?, ?))
        insert into platform.audit_pending (local_id, entry_id) values (?, ?)""")
        .param(subject.kind().equals(PERSON) ? keys.hash(local.value(), subject.id()) : null)
        .param(by.map(person -> keys.hash(local.value(), person)).orElse(null))
        .params(local.value(), id, Timestamp.from(at), keys.seal(local.value(), id, salted), salted.commitment(),
            local.value(), id)
        .update();
    markAfterCommit(local);
  }

  private void markAfterCommit(LocalId local) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
        @Override
        public void afterCommit() { recorded.accept(local); }
      });
    }
  }

  /**
   * Empties every entry of the current local that is about a person or says what they did, for good. The entries, their
   * times and their places in the chain stay, and the chain verifies as before.
   *
   * @return how many entries were emptied
   */
  public int erase(UUID person) {
    UUID local = Tenancy.current().value();
    int erased = 0;
    for (byte[] hash : keys.hashes(local, person)) {
      erased += jdbc.sql("""
          update platform.audit_entry set payload = null, about_person = null, by_person = null
          where local_id = ? and (about_person = ? or by_person = ?)""").params(local, hash, hash).update();
    }
    return erased;
  }
}
