// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The words of a letter of demand or a petition, and who is counted without a name. From the day the names are frozen
 * the words stay as they are. Runs inside the caller's transaction.
 */
public final class Letters {
  /** The most characters of a letter. */
  public static final int LONGEST = 8000;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Seals seals;
  private final Audit audit;

  Letters(JdbcClient jdbc, Clock clock, Seals seals, Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.seals = seals;
    this.audit = audit;
  }

  /** The words, and how often they were changed. */
  public record Text(String body, long version) {}

  /** What became of words that were sent. */
  public enum Saved {
    /** They are as sent, now or already before. */
    DONE,
    /** Somebody else changed them after they were read. */
    CHANGED,
    /** The names are frozen, and the words with them. */
    FROZEN
  }

  /** The words of a rung, once somebody wrote them. */
  public Optional<Text> text(UUID step) {
    return jdbc.sql("select body, version from campaign.letter where local_id = ? and id = ?")
        .params(local(), step)
        .query((rs, i) -> new Text(seals.open("letter", "body", step, rs.getBytes(1)), rs.getLong(2)))
        .optional();
  }

  /**
   * Writes the words.
   *
   * @param version of the words that were read; 0 while nobody had written any
   */
  public Saved save(UUID step, long version, String body) {
    String words = body.replace("\r\n", "\n");
    lock(jdbc, step);
    if (frozen(step)) {
      return Saved.FROZEN;
    }
    var now = text(step);
    if (now.filter(text -> text.body().equals(words)).isPresent()) {
      return Saved.DONE;
    }
    if (now.map(Text::version).orElse(0L) != version) {
      return Saved.CHANGED;
    }
    jdbc.sql("""
        insert into campaign.letter (local_id, id, body, changed_by, changed_at) values (?, ?, ?, ?, ?)
        on conflict (local_id, id) do update set body = excluded.body, version = campaign.letter.version + 1,
          changed_by = excluded.changed_by, changed_at = excluded.changed_at
        where campaign.letter.local_id = excluded.local_id""")
        .params(local(), step, seals.seal("letter", "body", step, words), Callers.actor().person(),
            Timestamp.from(clock.instant()))
        .update();
    audit.record("letter-written", new SubjectRef("step", step), "");
    return Saved.DONE;
  }

  /** Those who did it and do not want their name on paper, as the people they are now. */
  public Set<UUID> unnamed(UUID step) {
    return new HashSet<>(jdbc.sql("""
        select distinct n.person_id from campaign.step_act a
        join roll.api_person_now n on n.local_id = a.local_id and n.id = a.person_id
        where a.local_id = ? and a.step_id = ? and a.unnamed""")
        .params(local(), step)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list());
  }

  /** Notes of these people, all of whom did it, which do not want their name on paper; false once the names are frozen. */
  public boolean unnamed(UUID step, Collection<UUID> of, Collection<UUID> unnamed) {
    lock(jdbc, step);
    if (frozen(step)) {
      return false;
    }
    int changed = jdbc.sql("""
        update campaign.step_act a set unnamed = not a.unnamed
        where a.local_id = :local and a.step_id = :step and a.person_id in (
          select n.id from roll.api_person_now n where n.local_id = :local
            and n.person_id in (select unnest(:people::uuid[]))
            and a.unnamed <> (n.person_id in (select unnest(:unnamed::uuid[]))))""")
        .param("local", local())
        .param("step", step)
        .param("people", of.toArray(UUID[]::new))
        .param("unnamed", unnamed.toArray(UUID[]::new))
        .update();
    if (changed > 0) {
      audit.record("signers-named", new SubjectRef("step", step), changed + " people");
    }
    return true;
  }

  boolean frozen(UUID step) {
    return jdbc.sql("select exists (select 1 from campaign.delivery where local_id = ? and id = ?)")
        .params(local(), step)
        .query(Boolean.class)
        .single();
  }

  /** Whether something was written or handed over, so that the rung stays in the plan. */
  boolean any(UUID step) {
    return text(step).isPresent() || frozen(step);
  }

  /** Whoever signs, takes a signature back or freezes the names does so one after the other. */
  static void lock(JdbcClient jdbc, UUID step) {
    jdbc.sql("select id from campaign.step where local_id = ? and id = ? for no key update")
        .params(local(), step)
        .query(UUID.class)
        .single();
  }

  private static UUID local() { return Tenancy.current().value(); }
}
