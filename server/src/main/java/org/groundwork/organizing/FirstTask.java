// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.roll.ShortLived;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The first thing a member does is groundwork where they live or work: they talk to one person and tell their steward what
 * came of it. What they tell is kept ninety days. Runs inside the caller's transaction.
 */
public final class FirstTask implements ShortLived {
  /** At most this much of one person waits to be read. */
  public static final int MOST_WAITING = 20;
  static final Duration KEPT = Duration.ofDays(90);
  private static final int MOST_SHOWN = 200;
  private static final String WAITING = """
       from organizing.told t
      join roll.api_site_now s on s.local_id = t.local_id and s.id = t.site_id
      join roll.api_person_now n on n.local_id = t.local_id and n.id = t.person_id
      where t.local_id = :local and t.read_at is null and s.site_id in (select unnest(:within::uuid[]))
        and (s.site_id in (select unnest(:organised::uuid[])) or exists (
          select 1 from organizing.stewardship w
          join roll.api_person_now p on p.local_id = w.local_id and p.id = w.person_id
          where w.local_id = :local and w.until is null and w.steward_id = :me and w.site_id = s.site_id
            and p.person_id = n.person_id))""";
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Seals seals;
  private final Stewards stewards;
  private final Audit audit;

  FirstTask(JdbcClient jdbc, Clock clock, Seals seals, Stewards stewards, Audit audit) {
    this.stewards = stewards;
    this.jdbc = jdbc;
    this.clock = clock;
    this.seals = seals;
    this.audit = audit;
  }

  /** What came of a talk. */
  public enum Came {
    SAME_PROBLEM, WANTS_TO_COME, TALK_TO_THEM, NOT_NOW;

    /** As stored, as a form's value, and as the end of a message key. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one with this key. */
    public static Optional<Came> of(String key) {
      return Arrays.stream(values()).filter(came -> came.key().equals(key)).findFirst();
    }
  }

  /**
   * What a member told.
   *
   * @param by who told it
   * @param whom with whom they talked, as they wrote it; may be empty
   */
  public record Told(UUID id, UUID site, UUID by, String whom, Came came, Instant at) {}

  /** The sites at which a person holds a place and is not on the boss's side. */
  public List<UUID> sites(UUID person) {
    return jdbc.sql("""
        select distinct p.site_id from roll.api_position p
        where p.local_id = ? and p.person_id = ? and not p.boss_side order by p.site_id""")
        .params(local(), person)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  /** Who is responsible for a person at one of their sites. */
  public Optional<UUID> steward(UUID person, UUID site) {
    return Optional.ofNullable(stewards.at(site).get(person));
  }

  /** Whether a person has told anything that is still kept. */
  public boolean told(UUID person) {
    return jdbc.sql("select exists (select 1 from organizing.told where local_id = ? and person_id = ?)")
        .params(local(), person)
        .query(Boolean.class)
        .single();
  }

  /**
   * Keeps what the caller tells of a talk at a site; telling the same twice is telling it once.
   *
   * @return false, and nothing kept, if {@value #MOST_WAITING} of theirs wait to be read
   */
  public boolean tell(UUID id, UUID site, String whom, Came came) {
    UUID person = Callers.actor().person();
    int waiting = jdbc.sql("""
        select count(*) from organizing.told where local_id = ? and person_id = ? and read_at is null and id <> ?""")
        .params(local(), person, id)
        .query(Integer.class)
        .single();
    if (waiting >= MOST_WAITING) {
      return false;
    }
    int kept = jdbc.sql("""
        insert into organizing.told (local_id, id, site_id, person_id, whom, came, told_at, changed_by, changed_at)
        values (?, ?, ?, ?, ?::bytea, ?, ?, ?, ?) on conflict do nothing""")
        .params(local(), id, site, person)
        .param(seals.sealIfAny("told", "whom", id, whom))
        .params(came.key(), now(), person, now())
        .update();
    if (kept > 0) {
      audit.record("talk-told", new SubjectRef("site", site), "");
    }
    return true;
  }

  /**
   * Who reads what members told.
   *
   * @param person reads what their own people told
   * @param within the sites at which they may talk with people
   * @param organised those of them that they organise: there they read everything
   */
  public record Reader(UUID person, Set<UUID> within, Set<UUID> organised) {
    public Reader {
      within = Set.copyOf(within);
      organised = Set.copyOf(organised);
    }
  }

  /** What waits to be read by somebody, the oldest first; the site and the person are those they are now. */
  public List<Told> waiting(Reader reader) {
    return bound(jdbc.sql("select t.id, s.site_id, n.person_id, t.whom, t.came, t.told_at" + WAITING
        + " order by t.told_at, t.id limit " + MOST_SHOWN), reader).query((rs, i) -> row(rs)).list();
  }

  /** How much waits to be read by somebody. */
  public int howMany(Reader reader) {
    return bound(jdbc.sql("select count(*)" + WAITING), reader).query(Integer.class).single();
  }

  private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Reader reader) {
    return statement.param("local", local())
        .param("me", reader.person())
        .param("within", reader.within().toArray(UUID[]::new))
        .param("organised", reader.organised().toArray(UUID[]::new));
  }

  /** Everything a person told that is still kept. */
  List<Told> by(UUID person) {
    return jdbc.sql("""
        select t.id, t.site_id, t.person_id, t.whom, t.came, t.told_at from organizing.told t
        join roll.api_person_now n on n.local_id = t.local_id and n.id = t.person_id
        where t.local_id = ? and n.person_id = ? order by t.told_at, t.id""")
        .params(local(), person)
        .query((rs, i) -> row(rs))
        .list();
  }

  private Told row(ResultSet rs) throws SQLException {
    UUID id = rs.getObject(1, UUID.class);
    return new Told(id, rs.getObject(2, UUID.class), rs.getObject(3, UUID.class),
        seals.openIfAny("told", "whom", id, rs.getBytes(4)).orElse(""), Came.of(rs.getString(5)).orElseThrow(),
        rs.getTimestamp(6).toInstant());
  }

  /** Notes that the caller read it. */
  public void read(UUID id) {
    jdbc.sql("""
        update organizing.told set read_at = ?, read_by = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ? and read_at is null""")
        .params(now(), Callers.actor().person(), Callers.actor().person(), now(), local(), id)
        .update();
  }

  @Override
  public void deleteOld() {
    jdbc.sql("delete from organizing.told where local_id = ? and told_at < ?")
        .params(local(), Timestamp.from(clock.instant().minus(KEPT)))
        .update();
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
