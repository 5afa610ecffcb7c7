// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people answer to a call. Whoever comes when there are enough waits and moves up in order. Every answer holds the
 * call and then asks the clock, so that nobody gets the address of a call that has expired. Runs inside the caller's
 * transaction.
 */
public final class Answers {
  /** So long before the beginning, people can say that they are there. */
  private static final Duration EARLY = Duration.ofHours(3);
  private static final int MOST = 2_000;
  private static final String COLUMNS = """
      select a.id, a.call_id, n.person_id, a.wave, a.state, a.knows_place,
        coalesce(a.told_by <> 'none', false) written, a.seen_at is not null seen
      from reinforcement.asked a
      left join roll.api_person_now n on n.local_id = a.local_id and n.id = a.person_id
      where a.local_id = :local""";
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final ReinforcementRows rows;
  private final Waves.Tell tell;

  Answers(JdbcClient jdbc, Ids ids, Clock clock, ReinforcementRows rows, Waves.Tell tell) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.rows = rows;
    this.tell = tell;
  }

  /**
   * Somebody comes. Whoever says so twice comes once; where it is rapid only those who were asked can. A place that became
   * free meanwhile goes to whoever waits longest, not to whoever says so last.
   */
  public Asked.Outcome yes(UUID id, UUID person) {
    var held = live(id);
    held.ifPresent(_ -> moveUp(id));
    var before = of(id, person);
    if (held.isEmpty() || (before.isEmpty() && held.get().rapid())) {
      return Asked.Outcome.OVER;
    }
    var state = before.map(Asked::state).orElse(Asked.State.ASKED);
    if (state.comes() || state == Asked.State.WAITING) {
      return state == Asked.State.WAITING ? Asked.Outcome.WAITING : Asked.Outcome.COMING;
    }
    boolean place = rows.byId(id).orElseThrow().missing() > 0;
    UUID asked = before.map(Asked::id).orElseGet(() -> unasked(id, person));
    jdbc.sql("""
        update reinforcement.asked set state = :state, line = (select coalesce(max(o.line), 0) + 1
            from reinforcement.asked o where o.local_id = :local and o.call_id = :call),
          knows_place = knows_place or :place, told_by = coalesce(told_by, 'none'), told_at = coalesce(told_at, :now),
          version = version + 1, changed_by = :person, changed_at = :now where local_id = :local and id = :id""")
        .param("state", (place ? Asked.State.COMING : Asked.State.WAITING).key())
        .param("place", place)
        .param("now", now())
        .param("person", person)
        .param("local", local())
        .param("call", id)
        .param("id", asked)
        .update();
    return place ? Asked.Outcome.COMING : Asked.Outcome.WAITING;
  }

  private UUID unasked(UUID call, UUID person) {
    UUID id = ids.random(); // version 7 would tell when somebody made up their mind
    jdbc.sql("""
        insert into reinforcement.asked (local_id, id, call_id, person_id, wave, tier, state, asked_at, told_at, told_by,
          changed_by, changed_at) values (?, ?, ?, ?, 0, 3, 'asked', ?, ?, 'none', ?, ?)""")
        .params(local(), id, call, person, now(), now(), person, now())
        .update();
    return id;
  }

  /** Somebody cannot come, or cannot after all; then whoever waits longest moves up. */
  public Asked.Outcome no(UUID id, UUID person) {
    var held = live(id);
    var before = of(id, person);
    if (held.isEmpty() || before.isEmpty()) {
      return Asked.Outcome.OVER;
    }
    var state = before.get().state();
    boolean came = state != Asked.State.ASKED && state != Asked.State.CANNOT;
    if (state == Asked.State.HERE) {
      return Asked.Outcome.HERE;
    }
    jdbc.sql("""
        update reinforcement.asked set state = ?, told_by = coalesce(told_by, 'none'), told_at = coalesce(told_at, ?),
          version = version + 1, changed_by = ?, changed_at = ? where local_id = ? and id = ?""")
        .params((came ? Asked.State.WITHDRAWN : Asked.State.CANNOT).key(), now(), person, now(), local(),
            before.get().id())
        .update();
    moveUp(id);
    return came ? Asked.Outcome.WITHDRAWN : Asked.Outcome.CANNOT;
  }

  /** Somebody who comes is there; saying so twice changes nothing. Whoever waits has no place and was not shown where. */
  public Asked.Outcome here(UUID id, UUID person) {
    var held = live(id).filter(call -> !clock.instant().isBefore(call.when().starts().minus(EARLY)));
    var in = of(id, person).filter(asked -> asked.state().comes());
    if (held.isEmpty() || in.isEmpty()) {
      return Asked.Outcome.OVER;
    }
    mark(in.get().id());
    return Asked.Outcome.HERE;
  }

  /** The host saw somebody who was asked. False if there is no such person, or they are forgotten. */
  public boolean seen(UUID id, UUID asked) {
    return rows.held(id).isPresent() && byId(asked).filter(in -> in.call().equals(id) && in.person().isPresent())
        .map(in -> mark(in.id()))
        .orElse(false);
  }

  private boolean mark(UUID asked) {
    return jdbc.sql("""
        update reinforcement.asked a set state = 'here', knows_place = true, version = version + 1, changed_at = :now,
          site_id = (select s.site_id from roll.api_person_now n
            join roll.api_person_now m on m.local_id = n.local_id and m.person_id = n.person_id
            join roll.api_position p on p.local_id = m.local_id and p.person_id = m.id and not p.boss_side
            join roll.api_site_now s on s.local_id = p.local_id and s.id = p.site_id
            where n.local_id = a.local_id and n.id = a.person_id order by s.site_id limit 1)
        where a.local_id = :local and a.id = :id and a.state <> 'here'""")
        .param("now", now())
        .param("local", local())
        .param("id", asked)
        .update() >= 0;
  }

  /** Somebody has read what was put right. */
  public void read(UUID id, UUID person) {
    of(id, person).ifPresent(asked -> jdbc.sql("""
        update reinforcement.asked set seen_at = coalesce(seen_at, ?) where local_id = ? and id = ?""")
        .params(now(), local(), asked.id())
        .update());
  }

  /** Somebody who was asked, or moved up, was told by an organiser's own phone. False if they were told already. */
  public boolean toldByHand(UUID id, UUID asked) {
    return jdbc.sql("""
        update reinforcement.asked set told_at = ?, told_by = 'hand'
        where local_id = ? and call_id = ? and id = ? and (told_at is null or told_by = 'none')
          and (state = 'asked' or state = 'coming' and moved_up_at is not null)""")
        .params(now(), local(), id, asked)
        .update() == 1;
  }

  /** Somebody was told by an organiser's own phone what was put right; they find it on their first screen still. */
  public boolean correctedByHand(UUID id, UUID asked) {
    return jdbc.sql("""
        update reinforcement.asked set corrected_by_hand_at = ? where local_id = ? and call_id = ? and id = ?
          and knows_place and seen_at is null and corrected_by_hand_at is null""")
        .params(now(), local(), id, asked)
        .update() == 1;
  }

  /** Gives places that became free to those who wait, in order; they are told. The call is held. */
  void moveUp(UUID id) {
    rows.byId(id)
        .filter(call -> call.live(clock.instant()) && call.missing() > 0 && call.counts().waiting() > 0)
        .ifPresent(call -> {
          moveUp(id, call.missing());
          tell.post().accept(id);
        });
  }

  private void moveUp(UUID id, int places) {
    jdbc.sql("""
        update reinforcement.asked set state = 'coming', knows_place = true, told_at = null, told_by = null,
          moved_up_at = ?, version = version + 1, changed_at = ?
        where local_id = ? and id in (select w.id from reinforcement.asked w where w.local_id = ? and w.call_id = ?
          and w.state = 'waiting' order by w.line, w.id limit ?)""")
        .params(now(), now(), local(), local(), id, places)
        .update();
  }

  /** The call, held, if people can still answer; one that has expired is ended here. */
  private Optional<Reinforcement> live(UUID id) {
    var held = rows.held(id);
    held.ifPresent(this::settle);
    return held.filter(call -> call.live(clock.instant()));
  }

  /** Ends a call that is held and has expired, for good: its address is deleted, whatever the clock says later. */
  boolean settle(Reinforcement call) {
    boolean open = call.state() == Reinforcement.State.LIVE || call.state() == Reinforcement.State.DRAFT;
    return open && !clock.instant().isBefore(call.times().expires()) && jdbc.sql("""
        update reinforcement.call set state = 'over', place = null, next_wave_at = null, version = version + 1,
          changed_at = ? where local_id = ? and id = ?""").params(now(), local(), call.id()).update() == 1;
  }

  /** What a person was asked and said. */
  public Optional<Asked> of(UUID call, UUID person) {
    return jdbc
        .sql(COLUMNS + " and a.call_id = :call and n.person_id = :person order by a.line nulls last, a.id limit 1")
        .param("local", local())
        .param("call", call)
        .param("person", person)
        .query(Answers::row)
        .optional();
  }

  private Optional<Asked> byId(UUID id) {
    return jdbc.sql(COLUMNS + " and a.id = :id").param("local", local()).param("id", id).query(Answers::row).optional();
  }

  /** Those of a call, at most so many: who is there, who comes, who waits, who has not answered, who cannot. */
  public List<Asked> of(UUID call) {
    return jdbc.sql(COLUMNS + """
         and a.call_id = :call
        order by array_position(array['here', 'coming', 'waiting', 'asked', 'withdrawn', 'cannot'], a.state),
          a.line nulls last, a.wave, a.tier, a.id limit :most""")
        .param("local", local())
        .param("call", call)
        .param("most", MOST)
        .query(Answers::row)
        .list();
  }

  /** Those of a call, at most so many, who have not answered and whom neither mail nor anybody reached. */
  public List<Asked> reachedByNobody(UUID call) {
    return listed(call, "a.state = 'asked' and coalesce(a.told_by, 'none') = 'none'");
  }

  private List<Asked> listed(UUID call, String who) {
    return jdbc.sql(COLUMNS + " and a.call_id = :call and n.person_id is not null and " + who
        + " order by a.wave, a.tier, a.id limit :most")
        .param("local", local())
        .param("call", call)
        .param("most", MOST)
        .query(Answers::row)
        .list();
  }

  /** Those of a call, at most so many, who moved up and whom neither mail nor anybody reached. */
  public List<Asked> movedUpUntold(UUID call) {
    return listed(call, "a.state = 'coming' and a.moved_up_at is not null and coalesce(a.told_by, 'none') = 'none'");
  }

  /** Those of a call, at most so many, who know where and have neither read what was put right nor been told it. */
  public List<Asked> correctionUnread(UUID call) {
    return listed(call, "a.knows_place and a.seen_at is null and a.corrected_by_hand_at is null "
        + "and exists (select 1 from reinforcement.call c where c.local_id = :local and c.id = :call "
        + "and c.corrected_at is not null)");
  }

  /** What a person was asked by calls that have not expired, or were put right since the person looked. */
  public List<Asked> open(UUID person) {
    return jdbc.sql(COLUMNS + """
         and n.person_id = :person and a.call_id in (select c.id from reinforcement.call c where c.local_id = :local
          and (c.state = 'live' and c.expires_at > :now or c.corrected_at > :lately))
        order by a.asked_at, a.id""")
        .param("local", local())
        .param("person", person)
        .param("now", now())
        .param("lately", Timestamp.from(clock.instant().minus(Duration.ofDays(2))))
        .query(Answers::row)
        .list();
  }

  private static Asked row(ResultSet rs, int number) throws SQLException {
    return new Asked(rs.getObject("id", UUID.class), rs.getObject("call_id", UUID.class),
        Optional.ofNullable(rs.getObject("person_id", UUID.class)), rs.getInt("wave"),
        Asked.State.of(rs.getString("state")), rs.getBoolean("knows_place"),
        rs.getBoolean("written"), rs.getBoolean("seen"));
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
