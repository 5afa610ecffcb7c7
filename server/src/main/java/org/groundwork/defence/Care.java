// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people who are hit back at need, and who took it on: one for each need. Runs inside the caller's transaction. */
public final class Care {
  /** At most this many needs in a case. */
  public static final int MOST = 100;
  private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
  private static final String SELECT = """
      select n.id, n.retaliation_id, n.kind, n.needed_on, h.person_id helper, n.done_on, n.off_on, p.person_id person, c.may_name,
        case when c.may_name or a.person_id is distinct from p.person_id then a.person_id end teller
      from defence.need n
      join defence.retaliation c on c.local_id = n.local_id and c.id = n.retaliation_id
      left join roll.api_person_now h on h.local_id = n.local_id and h.id = n.helper_id
      left join roll.api_person_now p on p.local_id = c.local_id and p.id = c.person_id
      left join roll.api_person_now a on a.local_id = n.local_id and a.id = n.asked_by
      where n.local_id = :local
      """;
  private static final String TO_DO = SELECT + " and n.done_on is null and n.off_on is null and n.needed_on >= :today"
      + " and c.state = 'open' ";
  private static final String BY_DAY = " order by n.needed_on, n.id limit :most";
  /** Whoever asks, as the record that stands for them now. */
  private static final String ME = "(select m.person_id from roll.api_person_now m where m.local_id = :local and m.id = :me)";
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Locals locals;
  private final Audit audit;

  Care(JdbcClient jdbc, Ids ids, Clock clock, Locals locals, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.locals = locals;
    this.audit = audit;
  }

  /** What somebody can need. */
  public enum Kind {
    MEALS, CHILDCARE, RIDES, COMPANY, CALL;

    public String key() { return name().toLowerCase(Locale.ROOT); }

    /** The kind of a key; empty for one that is none. */
    public static Optional<Kind> known(String key) {
      return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
  }

  /**
   * Something somebody needs on a day.
   *
   * @param teller who tells whoever takes it on where and when; absent where that would say whose it is, for the person
   *     asked themselves and did not agree that helpers learn it
   * @param helper who took it on
   * @param offOn when it was said that it is not needed any more
   * @param named whose it is, only where they agreed that helpers learn it
   */
  public record Need(UUID id, UUID caseId, Kind kind, LocalDate on, Optional<UUID> teller, Optional<UUID> helper,
      Optional<LocalDate> doneOn, Optional<LocalDate> offOn, Optional<UUID> named) {
    /** Whether it is still to be done. */
    public boolean open() { return doneOn.isEmpty() && offOn.isEmpty(); }

    /** What people call it by when they speak about it: four letters that say nothing. */
    public String code() {
      long bits = id.getLeastSignificantBits();
      var code = new StringBuilder();
      for (int at = 0; at < 4; at++) {
        code.append(LETTERS.charAt(Math.floorMod(bits >> (at * 5), LETTERS.length())));
      }
      return code.toString();
    }
  }

  /** Asks for something. False if the case has {@value #MOST} needs already. */
  public boolean ask(UUID hit, Kind kind, LocalDate on) {
    if (ofCase(hit).size() >= MOST) {
      return false;
    }
    UUID me = Callers.actor().person();
    jdbc.sql("""
        insert into defence.need (local_id, id, retaliation_id, kind, needed_on, asked_by, changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(local(), ids.random(), hit, kind.key(), Date.valueOf(on), me, me, now())
        .update();
    audit.record("care-asked", Cases.subject(hit), kind.key());
    return true;
  }

  /** What is needed in a case, by day. */
  public List<Need> ofCase(UUID hit) {
    return jdbc.sql(SELECT + " and n.retaliation_id = :hit order by n.needed_on, n.id")
        .param("local", local())
        .param("hit", hit)
        .query(Care::need)
        .list();
  }

  /** What {@code helper} took on and has not done, in open cases, from today on, by day. */
  public List<Need> taken(UUID helper, int most) {
    return toDo(TO_DO + " and h.person_id = " + ME + BY_DAY, helper, most);
  }

  /** What {@code helper} took on and is not needed any more, from today on, by day. */
  public List<Need> calledOff(UUID helper, int most) {
    return toDo(SELECT + " and n.off_on is not null and n.needed_on >= :today and h.person_id = " + ME + BY_DAY, helper,
        most);
  }

  /** What nobody has taken on yet, in open cases of others than {@code helper}, from today on, by day. */
  public List<Need> free(UUID helper, int most) {
    return toDo(TO_DO + " and n.helper_id is null and p.person_id is distinct from " + ME + BY_DAY, helper, most);
  }

  private List<Need> toDo(String sql, UUID helper, int most) {
    return jdbc.sql(sql)
        .param("local", local())
        .param("today", Date.valueOf(today()))
        .param("me", helper)
        .param("most", most)
        .query(Care::need)
        .list();
  }

  /** One need. */
  public Optional<Need> byId(UUID id) {
    return jdbc.sql(SELECT + " and n.id = :id").param("local", local()).param("id", id).query(Care::need).optional();
  }

  /** Takes a need on. Of two at once one has it; whoever has it already still has. */
  public boolean take(UUID need) {
    UUID me = Callers.actor().person();
    boolean taken = jdbc.sql("""
        update defence.need n set helper_id = :me, version = n.version + 1, changed_by = :me, changed_at = :now
        where n.local_id = :local and n.id = :need and n.helper_id is null and n.done_on is null
          and n.off_on is null and exists (select 1 from defence.retaliation c
            left join roll.api_person_now p on p.local_id = c.local_id and p.id = c.person_id
            where c.local_id = :local and c.id = n.retaliation_id and c.state = 'open'
              and p.person_id is distinct from\s""" + ME + ")")
        .param("me", me)
        .param("now", now())
        .param("local", local())
        .param("need", need)
        .update() == 1;
    if (taken) {
      audit.record("care-taken", subject(need), "");
    }
    return taken || has(need);
  }

  /** Whether whoever asks took a need on, under whichever of their records. */
  public boolean has(UUID need) {
    return jdbc.sql("select exists (" + SELECT + " and n.id = :need and h.person_id = " + ME + ")")
        .param("local", local())
        .param("need", need)
        .param("me", Callers.actor().person())
        .query(Boolean.class)
        .single();
  }

  /** Whoever took it on cannot do it after all. False, and nothing changed, if they had not, or it was done. */
  public boolean leave(UUID need) {
    UUID me = Callers.actor().person();
    boolean left = jdbc.sql("""
        update defence.need n set helper_id = null, version = n.version + 1, changed_by = :me, changed_at = :now
        where n.local_id = :local and n.id = :need and n.done_on is null and n.off_on is null and exists (select 1 from roll.api_person_now h
          where h.local_id = :local and h.id = n.helper_id and h.person_id =\s""" + ME + ")")
        .param("me", me)
        .param("now", now())
        .param("local", local())
        .param("need", need)
        .update() == 1;
    if (left) {
      audit.record("care-left", subject(need), "");
    }
    return left;
  }

  /** It was done. Said twice, it is said once. */
  public boolean done(UUID need) {
    boolean done = jdbc.sql("""
        update defence.need set done_on = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ? and done_on is null and off_on is null""")
        .params(Date.valueOf(today()), Callers.actor().person(), now(), local(), need)
        .update() == 1;
    if (done) {
      audit.record("care-done", subject(need), "");
    }
    return done;
  }

  /** It is not needed any more. Said twice, it is said once; of a need of another case nothing is said. */
  public boolean callOff(UUID hit, UUID need) {
    boolean off = jdbc.sql("""
        update defence.need set off_on = ?, off_by = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ? and retaliation_id = ? and done_on is null and off_on is null""")
        .params(Date.valueOf(today()), Callers.actor().person(), Callers.actor().person(), now(), local(), need, hit)
        .update() == 1;
    if (off) {
      audit.record("care-called-off", subject(need), "");
    }
    return off;
  }

  /** Whoever took it on does not answer: it is free for somebody else. */
  public boolean free(UUID hit, UUID need) {
    boolean free = jdbc.sql("""
        update defence.need set helper_id = null, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ? and retaliation_id = ? and helper_id is not null and done_on is null
          and off_on is null""")
        .params(Callers.actor().person(), now(), local(), need, hit)
        .update() == 1;
    if (free) {
      audit.record("care-freed", subject(need), "");
    }
    return free;
  }

  private static Need need(ResultSet rs, int row) throws SQLException {
    var person = Optional.ofNullable(rs.getObject("person", UUID.class));
    return new Need(rs.getObject("id", UUID.class), rs.getObject("retaliation_id", UUID.class),
        Kind.known(rs.getString("kind")).orElseThrow(), rs.getDate("needed_on").toLocalDate(),
        Optional.ofNullable(rs.getObject("teller", UUID.class)),
        Optional.ofNullable(rs.getObject("helper", UUID.class)),
        CaseRows.day(rs, "done_on"), CaseRows.day(rs, "off_on"), rs.getBoolean("may_name") ? person : Optional.empty());
  }

  private static SubjectRef subject(UUID need) { return new SubjectRef("care-need", need); }

  private LocalDate today() { return LocalDate.now(clock.withZone(locals.profile().zone())); }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
