// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.ids.Tokens;
import org.groundwork.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who comes to the shifts of the current local's actions. A shift has one line: whoever comes when it is full waits and
 * moves up in order. Of an action that is count only a number is kept and nothing else. Whoever writes here holds the
 * action shared and the shift alone, in this order. Runs inside the caller's transaction.
 */
public final class SignUps {
  /** A shift takes at most so many, written down or counted, whatever is sent from outside. */
  public static final int MOST = 2_000;
  private static final String COLUMNS = """
      select u.id, u.shift_id, u.person_id, u.name, u.contact, u.language, u.line, u.state, u.minutes, u.reminded_at,
        u.needs_childcare, u.needs_ride, u.needs_access, u.needs_language,
        case when u.state in ('coming', 'waiting') and u.told_at is null then u.news end news
      from action.sign_up u where u.local_id = :local""";
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Seals seals;
  private final MovedUp movedUp;

  SignUps(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, MovedUp movedUp) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.seals = seals;
    this.movedUp = movedUp;
  }

  /** A shift that nobody else writes to before this transaction ends, and what its action is. */
  record Held(UUID shift, boolean countOnly, boolean open, OptionalInt capacity, int counted, Duration length) {}

  /** Says that somebody comes to a shift and needs nothing. */
  public SignUp.Outcome come(UUID shift, SignUp.Who who) {
    return come(shift, who, Needs.NONE);
  }

  /** Says that somebody comes to a shift. Whoever says so twice is in once, and needs what they said last. */
  public SignUp.Outcome come(UUID shift, SignUp.Who who, Needs needs) {
    var held = hold(shift);
    if (held.isEmpty() || !held.get().open()) {
      return new SignUp.Outcome.Over();
    }
    return held.get().countOnly() ? count(held.get(), needs) : enter(held.get(), who, needs);
  }

  /** Whether a host can still write down by name that somebody comes; it stays so until this transaction ends. */
  public boolean takes(UUID shift) {
    return hold(shift).filter(held -> held.open() && !held.countOnly() && lastInLine(shift) < MOST).isPresent();
  }

  private SignUp.Outcome count(Held held, Needs needs) {
    if (held.counted() >= Math.min(MOST, held.capacity().orElse(MOST))) {
      return new SignUp.Outcome.Full();
    }
    jdbc.sql("""
        update action.shift set counted = counted + 1, need_childcare = need_childcare + ?, need_ride = need_ride + ?,
          need_access = need_access + ?, need_language = need_language + ? where local_id = ? and id = ?""")
        .params(one(needs.childcare()), one(needs.ride()), one(needs.access()), one(!needs.language().isEmpty()),
            local(), held.shift())
        .update();
    return new SignUp.Outcome.Counted();
  }

  private static int one(boolean said) { return said ? 1 : 0; }

  private SignUp.Outcome enter(Held held, SignUp.Who who, Needs needs) {
    var before = find(held.shift(), who);
    if (before.isPresent() && before.get().state() != SignUp.State.WITHDRAWN) {
      need(before.get(), needs);
      return outcome(before.get());
    }
    int line = lastInLine(held.shift()) + 1;
    if (line > MOST) {
      return new SignUp.Outcome.Over();
    }
    var state = taken(held.shift()) < held.capacity().orElse(MOST) ? SignUp.State.COMING : SignUp.State.WAITING;
    UUID id = before.map(SignUp::id).orElseGet(ids::random); // version 7 would tell when somebody made up their mind
    if (before.isPresent()) {
      again(id, line, state);
    } else {
      insert(id, held.shift(), who, line, state);
    }
    write(id, needs);
    return state == SignUp.State.COMING
        ? new SignUp.Outcome.Coming()
        : new SignUp.Outcome.Waiting(placeInLine(held.shift(), line));
  }

  private void need(SignUp in, Needs needs) {
    boolean expected = in.state() == SignUp.State.COMING || in.state() == SignUp.State.WAITING;
    if (expected && !in.needs().equals(needs)) {
      write(in.id(), needs);
    }
  }

  private void write(UUID id, Needs needs) {
    jdbc.sql("""
      update action.sign_up set needs_childcare = ?, needs_ride = ?, needs_access = ?, needs_language = ?::bytea,
        version = version + 1 where local_id = ? and id = ?""")
        .params(needs.childcare(), needs.ride(), needs.access())
        .param(seals.sealIfAny("sign_up", "needs_language", id, needs.language()))
        .params(local(), id)
        .update();
  }

  private void again(UUID id, int line, SignUp.State state) { jdbc.sql("""
        update action.sign_up set line = ?, state = ?, reminded_at = null, reminded_by = null, news = null,
          news_at = null, told_at = null, told_by = null, version = version + 1,
          changed_at = ? where local_id = ? and id = ?""").params(line, state.key(), now(), local(), id).update(); }

  private void insert(UUID id, UUID shift, SignUp.Who who, int line, SignUp.State state) {
    var typed = Typed.of(who);
    jdbc.sql("""
        insert into action.sign_up (local_id, id, shift_id, person_id, name, contact, language, line, state, came_by,
          own_hash, changed_by, changed_at)
        values (:local, :id, :shift, :person::uuid, :name::bytea, :contact::bytea, :language, :line, :state, :by,
          :own::bytea, :changedBy::uuid, :now)""")
        .param("local", local())
        .param("id", id)
        .param("shift", shift)
        .param("person", typed.person().orElse(null))
        .param("name", seals.sealIfAny("sign_up", "name", id, typed.name()))
        .param("contact", seals.sealIfAny("sign_up", "contact", id, typed.contact()))
        .param("language", typed.language())
        .param("line", line)
        .param("state", state.key())
        .param("by", typed.by())
        .param("own", typed.token().map(Tokens::hash).orElse(null))
        .param("changedBy", who instanceof SignUp.Who.Noted ? Callers.actor().person() : null)
        .param("now", now())
        .update();
  }

  /** What is written down of somebody. */
  private record Typed(Optional<UUID> person, String name, String contact, String language, String by,
      Optional<String> token) {
    static Typed of(SignUp.Who who) {
      return switch (who) {
        case SignUp.Who.Member(UUID person) ->
          new Typed(Optional.of(person), "", "", "", "member", Optional.empty());
        case SignUp.Who.Visitor(String name, String contact, Locale language, String token) ->
          new Typed(Optional.empty(), name, contact, language.toLanguageTag(), "form", Optional.of(token));
        case SignUp.Who.Noted(Optional<UUID> person, String name) ->
          new Typed(person, person.isPresent() ? "" : name, "", "", "organiser", Optional.empty());
      };
    }
  }

  /** What somebody who is in already reads. */
  public SignUp.Outcome outcome(SignUp in) {
    return switch (in.state()) {
      case COMING, ATTENDED -> new SignUp.Outcome.Coming();
      case WAITING -> new SignUp.Outcome.Waiting(placeInLine(in.shift(), in.line()));
      case WITHDRAWN, NO_SHOW -> new SignUp.Outcome.Over();
    };
  }

  /** Somebody cannot come after all; whoever waits longest moves up. False if they were not in. */
  public boolean withdraw(UUID signUp) {
    var in = byId(signUp);
    if (in.isEmpty()) {
      return false;
    }
    var held = hold(in.get().shift());
    int withdrawn = jdbc.sql("""
        update action.sign_up set state = 'withdrawn', needs_childcare = false, needs_ride = false,
          needs_access = false, needs_language = null, version = version + 1, changed_at = ?
        where local_id = ? and id = ? and state in ('coming', 'waiting')""")
        .params(now(), local(), signUp)
        .update();
    held.ifPresent(this::moveUp);
    return withdrawn == 1;
  }

  /** Gives the places of a shift that became free to those who wait, in order. */
  void moveUp(UUID shift) {
    hold(shift).ifPresent(this::moveUp);
  }

  /** Changes how many may come to a shift; nobody who has a place loses it, and whoever waits moves up. */
  public void limit(UUID shift, OptionalInt capacity) {
    hold(shift);
    jdbc.sql("""
        update action.shift set capacity = ?::integer, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ?""")
        .param(capacity.isPresent() ? Integer.valueOf(capacity.getAsInt()) : null)
        .params(Callers.actor().person(), now(), local(), shift)
        .update();
    moveUp(shift);
  }

  private void moveUp(Held held) {
    int free = held.capacity().orElse(MOST) - taken(held.shift());
    if (free > 0 && held.open()) {
      movedUp.tell(jdbc.sql("""
          update action.sign_up set state = 'coming', version = version + 1, changed_at = ?
          where local_id = ? and id in (select w.id from action.sign_up w where w.local_id = ? and w.shift_id = ?
            and w.state = 'waiting' order by w.line, w.id limit ?) returning id""")
          .params(now(), local(), local(), held.shift(), free)
          .query((rs, i) -> rs.getObject(1, UUID.class))
          .list());
    }
  }

  /** Holds the action shared and the shift alone; empty if there is none. */
  Optional<Held> hold(UUID shift) {
    jdbc.sql("""
        select a.id from action.action a where a.local_id = ? and a.id =
          (select s.action_id from action.shift s where s.local_id = a.local_id and s.id = ?) for share of a""")
        .params(local(), shift)
        .query(UUID.class)
        .list();
    jdbc.sql("select s.id from action.shift s where s.local_id = ? and s.id = ? for update")
        .params(local(), shift)
        .query(UUID.class)
        .list();
    return jdbc.sql("""
        select a.count_only, a.state = 'planned' and a.ends_at > :now and s.ends_at > :now, s.capacity, s.counted,
          s.starts_at, s.ends_at
        from action.shift s join action.action a on a.local_id = s.local_id and a.id = s.action_id
        where s.local_id = :local and s.id = :shift""")
        .param("now", now())
        .param("local", local())
        .param("shift", shift)
        .query((rs, i) -> {
          int capacity = rs.getInt(3);
          var most = rs.wasNull() ? OptionalInt.empty() : OptionalInt.of(capacity);
          return new Held(shift, rs.getBoolean(1), rs.getBoolean(2), most, rs.getInt(4),
              Duration.between(rs.getTimestamp(5).toInstant(), rs.getTimestamp(6).toInstant()));
        })
        .optional();
  }

  private int taken(UUID shift) {
    return jdbc.sql("""
        select count(*) from action.sign_up where local_id = ? and shift_id = ? and state in ('coming', 'attended')""")
        .params(local(), shift)
        .query(Integer.class)
        .single();
  }

  int lastInLine(UUID shift) {
    return jdbc.sql("select coalesce(max(line), 0) from action.sign_up where local_id = ? and shift_id = ?")
        .params(local(), shift)
        .query(Integer.class)
        .single();
  }

  private int placeInLine(UUID shift, int line) {
    return jdbc.sql("""
        select count(*) from action.sign_up where local_id = ? and shift_id = ? and state = 'waiting' and line <= ?""")
        .params(local(), shift, line)
        .query(Integer.class)
        .single();
  }

  private Optional<SignUp> find(UUID shift, SignUp.Who who) {
    return switch (who) {
      case SignUp.Who.Member(UUID person) -> ofMember(shift, person);
      case SignUp.Who.Noted noted -> noted.person().flatMap(person -> ofMember(shift, person));
      case SignUp.Who.Visitor visitor -> behind(visitor.token()).filter(in -> in.shift().equals(shift));
    };
  }

  /** Somebody of the roll in a shift. */
  public Optional<SignUp> ofMember(UUID shift, UUID person) {
    return jdbc.sql(COLUMNS + " and u.shift_id = :shift and u.person_id = :person")
        .param("local", local())
        .param("shift", shift)
        .param("person", person)
        .query(this::row)
        .optional();
  }

  /** Somebody of the roll in every shift of an action that they are in. */
  public List<SignUp> ofMemberAt(UUID action, UUID person) {
    return jdbc.sql(COLUMNS + " and u.person_id = :person and u.shift_id in " + """
          (select s.id from action.shift s where s.local_id = u.local_id and s.action_id = :action)""")
        .param("local", local())
        .param("action", action)
        .param("person", person)
        .query(this::row)
        .list();
  }

  /** Who holds a private link. */
  public Optional<SignUp> behind(String token) {
    return jdbc.sql(COLUMNS + " and u.own_hash = :own")
        .param("local", local())
        .param("own", Tokens.hash(token))
        .query(this::row)
        .optional();
  }

  /** What somebody said, by its identity. */
  public Optional<SignUp> byId(UUID id) {
    return jdbc.sql(COLUMNS + " and u.id = :id").param("local", local()).param("id", id).query(this::row).optional();
  }

  /** Everybody of an action, shift by shift in the order in which they came. */
  public List<SignUp> of(UUID action) { return jdbc.sql(COLUMNS + """
         and u.shift_id in (select s.id from action.shift s where s.local_id = u.local_id and s.action_id = :action)
        order by u.shift_id, u.line, u.id""")
      .param("local", local())
      .param("action", action)
      .query(this::row)
      .list(); }

  private SignUp row(ResultSet rs, int number) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    int minutes = rs.getInt("minutes");
    var length = rs.wasNull() ? OptionalInt.empty() : OptionalInt.of(minutes);
    @Nullable
    Timestamp reminded = rs.getTimestamp("reminded_at");
    return new SignUp(id, rs.getObject("shift_id", UUID.class),
        Optional.ofNullable(rs.getObject("person_id", UUID.class)),
        seals.openIfAny("sign_up", "name", id, rs.getBytes("name")),
        seals.openIfAny("sign_up", "contact", id, rs.getBytes("contact")),
        Locale.forLanguageTag(rs.getString("language")), rs.getInt("line"), SignUp.State.of(rs.getString("state")),
        length, Optional.ofNullable(reminded).map(Timestamp::toInstant),
        new Needs(rs.getBoolean("needs_childcare"), rs.getBoolean("needs_ride"), rs.getBoolean("needs_access"),
            seals.openIfAny("sign_up", "needs_language", id, rs.getBytes("needs_language"))),
        Optional.ofNullable(rs.getString("news")).map(SignUp.News::of));
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
