// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Collecting rounds: begun, given to a steward, handed in. Runs inside the caller's transaction, which holds the round
 * from the first look; then what it owes.
 */
public final class Rounds {
  private static final String SELECT = """
      select r.id, r.number, r.kind, r.site_id, r.parts, s.person_id as steward, r.state, r.started_on, r.ended_on,
        r.ended_anyway, r.first_cash, r.first_cheques, f.person_id as first_by, r.first_account, r.first_on,
        z.person_id as second_by, r.second_on
      from rounds.round r
      left join roll.api_person_now s on s.local_id = r.local_id and s.id = r.steward_id
      left join roll.api_person_now f on f.local_id = r.local_id and f.id = r.first_by
      left join roll.api_person_now z on z.local_id = r.local_id and z.id = r.second_by
      where r.local_id = ?""";
  private final JdbcClient jdbc;
  private final Scope scope;

  Rounds(JdbcClient jdbc, Scope scope) {
    this.jdbc = jdbc;
    this.scope = scope;
  }

  /**
   * A round that is to begin.
   *
   * @param site present for the kind {@link Round.Kind#SITE} alone
   * @param people in the order of their doors, at most {@link Round#MOST_PEOPLE}
   */
  public record New(Round.Kind kind, Optional<UUID> site, List<String> parts, UUID steward, List<Somebody> people) {
    /** @throws IllegalArgumentException when a bound is not kept */
    public New {
      parts = List.copyOf(parts);
      people = List.copyOf(people);
      if (people.size() > Round.MOST_PEOPLE || (kind == Round.Kind.SITE) != site.isPresent()) {
        throw new IllegalArgumentException("a round of " + people.size() + " people");
      }
    }
  }

  /** Somebody who is to be asked, and where they are. */
  public record Somebody(UUID person, Optional<UUID> unit) {}

  /** Begins a round today. */
  public UUID begin(New round) {
    UUID id = scope.ids().next();
    int number = jdbc.sql("""
        insert into rounds.rule (local_id, shows_due, last_number, changed_by, changed_at) values (?, false, 1, ?, ?)
        on conflict (local_id) do update set last_number = rounds.rule.last_number + 1 returning last_number""")
        .params(Scope.local(), Scope.me(), scope.now())
        .query(Integer.class)
        .single();
    jdbc.sql("""
        insert into rounds.round (local_id, id, number, kind, site_id, parts, steward_id, state, started_on, changed_by,
          changed_at) values (:local, :id, :number, :kind, :site::uuid, :parts, :steward, 'open', :on, :me, :now)""")
        .param("local", Scope.local())
        .param("id", id)
        .param("number", number)
        .param("kind", round.kind().key())
        .param("site", round.site().orElse(null))
        .param("parts", round.parts().toArray(String[]::new))
        .param("steward", round.steward())
        .param("on", Date.valueOf(scope.today()))
        .param("me", Scope.me())
        .param("now", scope.now())
        .update();
    int place = 0;
    for (Somebody somebody : round.people()) {
      visit(id, somebody, place);
      place++;
    }
    scope.did("round-begun", id, round.people().size() + " people");
    return id;
  }

  /** Writes down somebody who paid on a round whatever its state, and was not on it; they are not asked on it. */
  UUID beside(UUID round, UUID person) {
    UUID visit = scope.ids().next();
    jdbc.sql("""
        insert into rounds.visit (local_id, id, round_id, person_id, place, state, left_out, changed_by, changed_at)
        values (?, ?, ?, ?, ?, 'to-see', true, ?, ?)""")
        .params(Scope.local(), visit, round, person, Round.MOST_PEOPLE, Scope.me(), scope.now())
        .update();
    return visit;
  }

  /**
   * Goes on with an open round that has no numbers left for a phone: a new round of the same place and steward, with fresh
   * numbers, takes over everybody who did not pay. Of whom nothing was written down leaves the old one, which is handed in.
   *
   * @return the new round; empty if the old one is not open any more, or nobody is left on it
   */
  public Optional<UUID> goOn(UUID id) {
    Round round = hold(id).filter(Round::open).orElse(null);
    if (round == null || round.steward().isEmpty()) {
      return Optional.empty();
    }
    List<Somebody> people = jdbc
        .sql(
            """
        select n.person_id, v.unit_id from rounds.visit v
        join roll.api_person_now n on n.local_id = v.local_id and n.id = v.person_id
        where v.local_id = ? and v.round_id = ? and v.state <> 'paid' and not v.left_out order by v.place, v.id limit ?""")
        .params(Scope.local(), id, Round.MOST_PEOPLE)
        .query((rs, i) -> new Somebody(rs.getObject(1, UUID.class),
            Optional.ofNullable(rs.getObject(2, UUID.class))))
        .list();
    if (people.isEmpty()) {
      return Optional.empty();
    }
    jdbc.sql("""
        update rounds.visit set left_out = true, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and round_id = ? and state = 'to-see' and not left_out""")
        .params(Scope.me(), scope.now(), Scope.local(), id)
        .update();
    return Optional.of(begin(new New(round.kind(), round.site(), round.parts(), round.steward().get(), people)));
  }

  private int visit(UUID round, Somebody somebody, int place) {
    return jdbc.sql("""
        insert into rounds.visit (local_id, id, round_id, person_id, unit_id, place, state, changed_by, changed_at)
        values (?, ?, ?, ?, ?::uuid, ?, 'to-see', ?, ?)
        on conflict (local_id, round_id, person_id) where person_id is not null
        do update set left_out = false, version = rounds.visit.version + 1""")
        .params(Scope.local(), scope.ids().next(), round, somebody.person())
        .param(somebody.unit().orElse(null))
        .params(place, Scope.me(), scope.now())
        .update();
  }

  /** What became of a change to a round. */
  public enum Changed {
    DONE,
    /** It is not open any more, or not there. */
    MEANWHILE,
    /** As many people are on it as can be. */
    FULL,
    /** Phones carry receipts and have not said that nothing is left on them. */
    PHONES_OUT,
    /** Something was written down of them. */
    WRITTEN
  }

  /** Puts somebody onto an open round; whoever is on it stays. */
  public Changed add(UUID round, UUID person) {
    if (hold(round).filter(Round::open).isEmpty()) {
      return Changed.MEANWHILE;
    }
    int people = jdbc
        .sql("select count(*)::integer from rounds.visit where local_id = ? and round_id = ? and not left_out")
        .params(Scope.local(), round)
        .query(Integer.class)
        .single();
    if (people >= Round.MOST_PEOPLE) {
      return Changed.FULL;
    }
    if (visit(round, new Somebody(person, Optional.empty()), people) == 1) {
      scope.did("round-added", round, "");
    }
    return Changed.DONE;
  }

  /**
   * Takes somebody off an open round of whom nothing was written down. A phone that carries them still may take their dues;
   * then they are on it again.
   */
  public Changed leaveOut(UUID round, UUID visit) {
    if (hold(round).filter(Round::open).isEmpty()) {
      return Changed.MEANWHILE;
    }
    int gone = jdbc.sql("""
        update rounds.visit set left_out = true, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and round_id = ? and id = ? and state = 'to-see' and not left_out""")
        .params(Scope.me(), scope.now(), Scope.local(), round, visit)
        .update();
    if (gone == 1) {
      scope.did("round-left-out", round, "");
    }
    return gone == 1 ? Changed.DONE : Changed.WRITTEN;
  }

  /** Gives an open round to another steward. */
  public Changed give(UUID round, UUID steward) {
    if (hold(round).filter(Round::open).isEmpty()) {
      return Changed.MEANWHILE;
    }
    jdbc.sql("""
        update rounds.round set steward_id = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ?""")
        .params(steward, Scope.me(), scope.now(), Scope.local(), round)
        .update();
    scope.did("round-given", round, "");
    return Changed.DONE;
  }

  /**
   * Hands the envelope in. Where nothing was taken there is nothing to count.
   *
   * @param anyway although phones have not handed over
   */
  public Changed handIn(UUID round, boolean anyway) {
    if (hold(round).filter(Round::open).isEmpty()) {
      return Changed.MEANWHILE;
    }
    boolean out = jdbc.sql("""
        select exists (select 1 from rounds.block where local_id = ? and round_id = ? and returned_at is null)""")
        .params(Scope.local(), round)
        .query(Boolean.class)
        .single();
    if (out && !anyway) {
      return Changed.PHONES_OUT;
    }
    jdbc.sql("""
        update rounds.round set ended_on = ?, ended_anyway = ?, version = version + 1, changed_by = ?, changed_at = ?,
          state = case when exists (select 1 from rounds.taking t where t.local_id = ? and t.round_id = rounds.round.id
            and t.state = 'entered') then 'handed-in' else 'counted' end
        where local_id = ? and id = ?""")
        .params(Date.valueOf(scope.today()), out, Scope.me(), scope.now(), Scope.local(), Scope.local(), round)
        .update();
    scope.did("round-handed-in", round, out ? "phones out" : "");
    return Changed.DONE;
  }

  /**
   * Something changed in an envelope that is handed in: what one person counted is dropped, and where all was counted
   * something is to be counted again, if anything is there that was not.
   */
  void countAnew(UUID round) {
    jdbc.sql("""
        update rounds.round set first_cash = null, first_cheques = null, first_by = null, first_account = null,
          first_on = null, second_by = null, second_on = null, version = version + 1, changed_by = ?, changed_at = ?,
          state = case when exists (select 1 from rounds.taking t where t.local_id = ? and t.round_id = rounds.round.id
            and t.state = 'entered' and t.count_id is null) then 'handed-in' else 'counted' end
        where local_id = ? and id = ? and state <> 'open'""")
        .params(Scope.me(), scope.now(), Scope.local(), Scope.local(), round)
        .update();
  }

  /** Writes down a first count, by the caller. */
  void countedOnce(UUID round, Round.First first) {
    jdbc.sql("""
        update rounds.round set first_cash = ?, first_cheques = ?, first_by = ?, first_account = ?, first_on = ?,
          version = version + 1, changed_by = ?, changed_at = ? where local_id = ? and id = ?""")
        .params(first.cash(), first.cheques(), Scope.me(), first.account(), Date.valueOf(first.on()), Scope.me(),
            scope.now(), Scope.local(), round)
        .update();
  }

  /** Writes down that the caller, as the second, came to the same. */
  void countedTwice(UUID round) {
    jdbc.sql("""
        update rounds.round set second_by = ?, second_on = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ?""")
        .params(Scope.me(), Date.valueOf(scope.today()), Scope.me(), scope.now(), Scope.local(), round)
        .update();
  }

  /** Whether stewards see how much is due; off until the members decide otherwise. */
  public boolean showsDue() {
    return jdbc.sql("select shows_due from rounds.rule where local_id = ?")
        .param(Scope.local())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Writes down what the members decided about that. */
  public void showDue(boolean shown) {
    jdbc.sql("""
        insert into rounds.rule (local_id, shows_due, last_number, changed_by, changed_at) values (?, ?, 0, ?, ?)
        on conflict (local_id) do update set shows_due = excluded.shows_due, version = rounds.rule.version + 1,
          changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
        .params(Scope.local(), shown, Scope.me(), scope.now())
        .update();
    scope.did("round-rule", Scope.local(), shown ? "shown" : "hidden");
  }

  /** One of them. */
  public Optional<Round> find(UUID round) {
    return jdbc.sql(SELECT + " and r.id = ?").params(Scope.local(), round).query(Rounds::read).optional();
  }

  /** One of them; nobody else changes it, or what belongs to it, before the transaction ends. */
  Optional<Round> hold(UUID round) {
    jdbc.sql("select id from rounds.round where local_id = ? and id = ? for update")
        .params(Scope.local(), round)
        .query(rs -> {});
    return find(round);
  }

  /**
   * Who looks at rounds, and which of them are there for them.
   *
   * @param person carries their own
   * @param all sees every one
   * @param sites whose rounds they see
   * @param counts sees those that are handed in or counted
   * @param decides looks at what waits, so that rounds with such come first
   */
  public record Looks(UUID person, boolean all, List<UUID> sites, boolean counts, boolean decides) {
    public Looks { sites = List.copyOf(sites); }
  }

  /**
   * The rounds that are there for somebody: where something waits for them, then those that are handed in, open, counted, and of these
   * the latest first; behind one of them; at most {@code most}.
   */
  public List<Round> latest(Looks who, Optional<UUID> behind, int most) {
    List<UUID> ids = jdbc.sql("""
        with ranked as (
          select q.id, case when :decides and exists (select 1 from rounds.taking t where t.local_id = :local
              and t.round_id = q.id and t.state = 'waits') then 0
            else case q.state when 'handed-in' then 1 when 'open' then 2 else 3 end end as rank
          from rounds.round q
          left join roll.api_person_now c on c.local_id = q.local_id and c.id = q.steward_id
          where q.local_id = :local and (:all or q.site_id in (select unnest(:sites::uuid[])) or c.person_id = :person
            or (:counts and q.state <> 'open')))
        select k.id from ranked k left join ranked b on b.id = :behind::uuid
        where b.id is null or k.rank > b.rank or (k.rank = b.rank and k.id < b.id)
        order by k.rank, k.id desc limit :most""")
        .param("local", Scope.local())
        .param("decides", who.decides())
        .param("all", who.all())
        .param("sites", who.sites().toArray(UUID[]::new))
        .param("person", who.person())
        .param("counts", who.counts())
        .param("behind", behind.orElse(null))
        .param("most", most)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
    Map<UUID, Round> found = jdbc.sql(SELECT + " and r.id in (select unnest(?::uuid[]))")
        .params(Scope.local(), ids.toArray(UUID[]::new))
        .query(Rounds::read)
        .stream()
        .collect(Collectors.toMap(Round::id, each -> each));
    return ids.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
  }

  /** Those that somebody carries and has not handed in, the oldest first. */
  public List<Round> openOf(UUID steward) {
    return jdbc.sql(SELECT + " and s.person_id = ? and r.state = 'open' order by r.id")
        .params(Scope.local(), steward)
        .query(Rounds::read)
        .list();
  }

  /** How many envelopes are handed in and not counted. */
  public int toCount() {
    return jdbc.sql("select count(*)::integer from rounds.round where local_id = ? and state = 'handed-in'")
        .param(Scope.local())
        .query(Integer.class)
        .single();
  }

  private static Round read(ResultSet rs, int row) throws SQLException {
    Date first = rs.getDate("first_on");
    Date second = rs.getDate("second_on");
    Date ended = rs.getDate("ended_on");
    return new Round(rs.getObject("id", UUID.class), rs.getInt("number"), Round.Kind.of(rs.getString("kind")),
        Optional.ofNullable(rs.getObject("site_id", UUID.class)),
        List.of((String[]) rs.getArray("parts").getArray()), Optional.ofNullable(rs.getObject("steward", UUID.class)),
        Round.State.of(rs.getString("state")), rs.getDate("started_on").toLocalDate(),
        Optional.ofNullable(ended).map(Date::toLocalDate), rs.getBoolean("ended_anyway"),
        first == null
            ? Optional.empty()
            : Optional.of(new Round.First(rs.getLong("first_cash"), rs.getLong("first_cheques"),
                Optional.ofNullable(rs.getObject("first_by", UUID.class)), rs.getObject("first_account", UUID.class),
                first.toLocalDate())),
        second == null
            ? Optional.empty()
            : Optional.of(new Round.Second(Optional.ofNullable(rs.getObject("second_by", UUID.class)))));
  }
}
