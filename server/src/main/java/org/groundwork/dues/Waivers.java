// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Members who cannot pay for a while. They ask in confidence; whoever keeps the money grants it until a day or talks to
 * them. Nothing is charged meanwhile, and nobody else can tell. Runs inside the caller's transaction.
 */
public final class Waivers {
  /** The longest words. */
  public static final int LONGEST = 500;
  private static final String SELECT = """
      select w.id, n.person_id, w.state, w.from_on, w.until_on, w.words, w.asked_at from dues.waiver w
      join roll.api_person_now n on n.local_id = w.local_id and n.id = w.person_id
      where w.local_id = ?""";
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Seals seals;
  private final Audit audit;
  private final Clock clock;

  Waivers(JdbcClient jdbc, Ids ids, Seals seals, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.seals = seals;
    this.audit = audit;
    this.clock = clock;
  }

  /** How far it is. */
  public enum State {
    ASKED, GRANTED,
    /** They were talked to, and something else was agreed. */
    TALKED,
    /** Taken back, or ended early. */
    WITHDRAWN;

    /** As texts and the database have it. */
    public String key() { return name().toLowerCase(Locale.ROOT); }
  }

  /**
   * What somebody asked for.
   *
   * @param words what they wrote, if anything
   */
  public record Waiver(UUID id, UUID person, State state, LocalDate from, LocalDate until, String words, Instant at) {
    /** Whether nothing is asked for what is due on a day. */
    public boolean covers(LocalDate due) {
      return state == State.GRANTED && !due.isBefore(from) && !due.isAfter(until);
    }
  }

  /** Asks not to be charged until a day; asked again while nobody answered, the later asking stands. */
  public void ask(UUID person, LocalDate from, LocalDate until, String words) {
    UUID id = ids.next();
    withdraw(person);
    insert(id, person, State.ASKED, from, until, words);
    audit.record("dues-waiver-asked", new SubjectRef("dues-waiver", id), "");
  }

  /** Grants one that nobody asked for in writing. */
  public void give(UUID person, LocalDate from, LocalDate until) {
    withdraw(person);
    UUID id = ids.next();
    insert(id, person, State.GRANTED, from, until, "");
    audit.record("dues-waiver-granted", new SubjectRef("dues-waiver", id), "");
  }

  private void insert(UUID id, UUID person, State state, LocalDate from, LocalDate until, String words) {
    jdbc.sql("""
        insert into dues.waiver (local_id, id, person_id, state, from_on, until_on, words, asked_at, changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?, ?::bytea, ?, ?::uuid, ?)""")
        .params(Scope.local(), id, person, state.key(), Date.valueOf(from), Date.valueOf(until))
        .param(seals.sealIfAny("waiver", "words", id, words))
        .param(now())
        .param(Scope.author())
        .param(now())
        .update();
  }

  /** Takes back what somebody asked and nobody answered. */
  public void withdraw(UUID person) {
    jdbc.sql("""
        update dues.waiver set state = 'withdrawn', words = null, version = version + 1, changed_by = ?::uuid,
          changed_at = ?
        where local_id = ? and state = 'asked' and person_id in (
          select n.id from roll.api_person_now n where n.local_id = ? and n.person_id = ?)""")
        .param(Scope.author())
        .params(now(), Scope.local(), Scope.local(), person)
        .update();
  }

  /** Grants what was asked, until a day; false if somebody answered before. What was written with it is deleted. */
  public boolean grant(UUID waiver, LocalDate until) {
    return answered(waiver, State.GRANTED, Optional.of(until));
  }

  /** Notes that somebody was talked to instead; false if somebody answered before. */
  public boolean talked(UUID waiver) {
    return answered(waiver, State.TALKED, Optional.empty());
  }

  private boolean answered(UUID waiver, State state, Optional<LocalDate> until) {
    boolean done = jdbc.sql("""
        update dues.waiver set state = ?, until_on = greatest(from_on, coalesce(?::date, until_on)), words = null,
          version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id = ? and state = 'asked'""")
        .param(state.key())
        .param(until.map(Date::valueOf).orElse(null))
        .param(Scope.author())
        .params(now(), Scope.local(), waiver)
        .update() == 1;
    if (done) {
      audit.record("dues-waiver-" + (state == State.GRANTED ? "granted" : "talked"),
          new SubjectRef("dues-waiver", waiver),
          "");
    }
    return done;
  }

  /** Ends one early, as of a day; what is due before stays waived. */
  public boolean end(UUID waiver, LocalDate today) {
    boolean ended = jdbc.sql("""
        update dues.waiver set state = case when from_on < ? then 'granted' else 'withdrawn' end,
          until_on = greatest(from_on, least(until_on, ?::date - 1)), version = version + 1, changed_by = ?::uuid,
          changed_at = ?
        where local_id = ? and id = ? and state = 'granted' and until_on >= ?""")
        .params(Date.valueOf(today), Date.valueOf(today))
        .param(Scope.author())
        .params(now(), Scope.local(), waiver, Date.valueOf(today))
        .update() == 1;
    if (ended) {
      audit.record("dues-waiver-ended", new SubjectRef("dues-waiver", waiver), "");
    }
    return ended;
  }

  /** One of them. */
  public Optional<Waiver> find(UUID waiver) {
    return jdbc.sql(SELECT + " and w.id = ?").params(Scope.local(), waiver).query(this::read).optional();
  }

  /** All of somebody's, the latest first. */
  public List<Waiver> of(UUID person) {
    return jdbc.sql(SELECT + " and n.person_id = ? order by w.id desc")
        .params(Scope.local(), person)
        .query(this::read)
        .list();
  }

  /** Those nobody answered yet, the oldest first; at most a hundred. */
  public List<Waiver> asked() {
    return jdbc.sql(SELECT + " and w.state = 'asked' order by w.id limit 100")
        .param(Scope.local())
        .query(this::read)
        .list();
  }

  private Waiver read(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    String state = rs.getString("state");
    return new Waiver(id, rs.getObject("person_id", UUID.class),
        Arrays.stream(State.values()).filter(each -> each.key().equals(state)).findFirst().orElseThrow(),
        rs.getDate("from_on").toLocalDate(), rs.getDate("until_on").toLocalDate(),
        seals.openIfAny("waiver", "words", id, rs.getBytes("words")), rs.getTimestamp("asked_at").toInstant());
  }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
