// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What stewards ask their organisers for: a call for people. Nobody else reads it and nobody is asked until an organiser
 * makes a call of it. Runs inside the caller's transaction.
 */
public final class Wishes {
  /** Of one person so many wait at once. */
  public static final int MOST_OPEN = 5;
  /** So long after its time a wish is there to be read what became of it. */
  static final Duration KEPT = Duration.ofDays(7);
  private static final int MOST = 50;
  private static final String FROM = """
       from reinforcement.wish w
      join roll.api_site_now s on s.local_id = w.local_id and s.id = w.site_id
      join roll.api_person_now n on n.local_id = w.local_id and n.id = w.asked_by
      where w.local_id = :local""";
  private static final String SELECT = """
      select w.id, n.person_id, w.asked_at, w.urgency, w.place, w.why, w.starts_at, w.ends_at, w.zone, w.state, w.call_id,
        w.answer, s.site_id""" + FROM;
  private static final String TOLD = "select w.id, w.urgency, w.starts_at, w.zone" + FROM;
  private static final String OPEN = """
       and w.state = 'open' and w.ends_at > :now
      and (:whole or s.site_id in (select unnest(:sites::uuid[])))""";
  private static final String URGENT_FIRST = """
       order by array_position(array['rapid', 'now', 'today', 'planned'], w.urgency), w.starts_at, w.id
      limit :most""";
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Seals seals;
  private final Audit audit;

  Wishes(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.seals = seals;
    this.audit = audit;
  }

  /** What somebody asks for. */
  public record NewWish(UUID site, Reinforcement.Urgency urgency, String place, String why, Reinforcement.When when) {}

  /** Asks; absent, and nothing written, if so many of theirs wait already. */
  public Optional<UUID> ask(NewWish wish) {
    UUID me = Callers.actor().person();
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param(local() + " reinforcement-wish " + me)
        .query(rs -> {});
    if (of(me).stream().filter(one -> one.open(clock.instant())).count() >= MOST_OPEN) {
      return Optional.empty();
    }
    UUID id = ids.next();
    jdbc.sql("""
        insert into reinforcement.wish (local_id, id, site_id, asked_by, asked_at, urgency, place, why, starts_at, ends_at,
          zone, state, changed_by, changed_at)
        values (:local, :id, :site, :me, :now, :urgency, :place, :why, :starts, :ends, :zone, 'open', :me, :now)""")
        .param("local", local())
        .param("id", id)
        .param("site", wish.site())
        .param("me", me)
        .param("now", now())
        .param("urgency", wish.urgency().key())
        .param("place", seals.seal("wish", "place", id, wish.place()))
        .param("why", seals.seal("wish", "why", id, wish.why()))
        .param("starts", Timestamp.from(wish.when().starts()))
        .param("ends", Timestamp.from(wish.when().ends()))
        .param("zone", wish.when().zone().getId())
        .update();
    audit.record("reinforcement-wished", new SubjectRef("site", wish.site()), wish.urgency().key());
    return Optional.of(id);
  }

  /** The wish with this identity in the current local. */
  public Optional<Wish> byId(UUID id) {
    return jdbc.sql(SELECT + " and w.id = :id")
        .param("local", local())
        .param("id", id)
        .query(this::row)
        .optional();
  }

  /** A wish that nobody else answers before this transaction ends; absent if it is answered or over. */
  public Optional<Wish> held(UUID id) {
    return jdbc.sql("select id from reinforcement.wish where local_id = ? and id = ? for update")
        .params(local(), id)
        .query(UUID.class)
        .optional()
        .flatMap(this::byId)
        .filter(wish -> wish.open(clock.instant()));
  }

  /** The wishes that wait for an answer where somebody organises, the most urgent first. */
  public List<Wish> open(Caller.Actor organiser) {
    return waiting(SELECT + OPEN + URGENT_FIRST, organiser).param("most", MOST).query(this::row).list();
  }

  /** That there is one, as a first screen says it. */
  record Told(UUID id, Reinforcement.Urgency urgency, ZonedDateTime starts) {
    private static Told read(ResultSet rs, int number) throws SQLException {
      return new Told(rs.getObject("id", UUID.class), Reinforcement.Urgency.of(rs.getString("urgency")),
          rs.getTimestamp("starts_at").toInstant().atZone(ZoneId.of(rs.getString("zone"))));
    }
  }

  /** The most urgent one that waits for somebody's answer and is not their own. */
  Optional<Told> mostUrgent(Caller.Actor organiser) {
    return waiting(TOLD + OPEN + " and n.person_id <> :person" + URGENT_FIRST, organiser)
        .param("person", organiser.person())
        .param("most", 1)
        .query(Told::read)
        .optional();
  }

  private JdbcClient.StatementSpec waiting(String sql, Caller.Actor organiser) {
    Set<UUID> sites = organiser.reachOf(Power.ORGANISE).orElse(null) instanceof Reach.Sites(var of) ? of : Set.of();
    return jdbc.sql(sql)
        .param("local", local())
        .param("now", now())
        .param("whole", organiser.mayEverywhere(Power.ORGANISE))
        .param("sites", sites.toArray(UUID[]::new));
  }

  /** The latest of somebody's own that was declined, until its time is over. */
  Optional<Told> declined(UUID person) {
    return jdbc.sql(TOLD + """
         and w.state = 'declined' and w.ends_at > :now and n.person_id = :person
        order by w.id desc limit 1""")
        .param("local", local())
        .param("now", now())
        .param("person", person)
        .query(Told::read)
        .optional();
  }

  /** What one person asked for, the latest first. */
  public List<Wish> of(UUID person) {
    return jdbc.sql(SELECT + " and n.person_id = :person order by w.id desc limit :most")
        .param("local", local())
        .param("person", person)
        .param("most", MOST)
        .query(this::row)
        .list();
  }

  /** A call was made of a wish that is held. */
  public void called(UUID id, UUID call) {
    answered(id, Wish.State.CALLED, Optional.of(call), Optional.empty());
  }

  /** There will be no call, and why. False if it is answered or over. */
  public boolean decline(UUID id, String why) {
    boolean open = held(id).isPresent();
    if (open) {
      answered(id, Wish.State.DECLINED, Optional.empty(), Optional.of(why));
    }
    return open;
  }

  private void answered(UUID id, Wish.State state, Optional<UUID> call, Optional<String> answer) {
    jdbc.sql("""
        update reinforcement.wish set state = :state, call_id = :call::uuid, answer = :answer::bytea, place = null,
          why = null, answered_by = :me, version = version + 1, changed_by = :me, changed_at = :now
        where local_id = :local and id = :id""")
        .param("state", state.key())
        .param("call", call.orElse(null))
        .param("answer", answer.map(text -> seals.seal("wish", "answer", id, text)).orElse(null))
        .param("me", Callers.actor().person())
        .param("now", now())
        .param("local", local())
        .param("id", id)
        .update();
    audit.record("reinforcement-wish-" + state.key(), new SubjectRef("reinforcement-wish", id), "");
  }

  /** Whether where and why of some are to be deleted, or all of them. */
  boolean old() {
    return jdbc.sql("""
        select exists (select 1 from reinforcement.wish
          where local_id = ? and (ends_at < ? or ends_at < ? and place is not null))""")
        .params(local(), before(), now())
        .query(Boolean.class)
        .single();
  }

  /** Deletes where and why of what is over, and all of what is over for long. */
  void deleteOld() {
    jdbc.sql("delete from reinforcement.wish where local_id = ? and ends_at < ?").params(local(), before()).update();
    jdbc.sql("""
        update reinforcement.wish set place = null, why = null, version = version + 1
        where local_id = ? and ends_at < ? and place is not null""").params(local(), now()).update();
  }

  private Timestamp before() { return Timestamp.from(clock.instant().minus(KEPT)); }

  private Wish row(ResultSet rs, int number) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    var when = new Reinforcement.When(rs.getTimestamp("starts_at").toInstant(), rs.getTimestamp("ends_at").toInstant(),
        ZoneId.of(rs.getString("zone")));
    return new Wish(id, rs.getObject("site_id", UUID.class), rs.getObject("person_id", UUID.class),
        rs.getTimestamp("asked_at").toInstant(), Reinforcement.Urgency.of(rs.getString("urgency")),
        seals.openIfAny("wish", "place", id, rs.getBytes("place")),
        seals.openIfAny("wish", "why", id, rs.getBytes("why")), when, Wish.State.of(rs.getString("state")),
        Optional.ofNullable(rs.getObject("call_id", UUID.class)),
        seals.openIfAny("wish", "answer", id, rs.getBytes("answer")));
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
