// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.ids.Tokens;
import org.groundwork.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who was there. Somebody who is noted twice, by a host and at the door, was there once; somebody who just turned up is
 * added or only counted. Whoever was at a date of a rung did it, where being there is what it asks. Runs inside the caller's transaction.
 */
public final class Attendance {
  private static final int LONGEST = 6_000;
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Seals seals;
  private final SignUps signUps;
  private final RungActs acts;

  Attendance(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, SignUps signUps, RungActs acts) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.seals = seals;
    this.signUps = signUps;
    this.acts = acts;
  }

  /** What became of a mark that was made where there was no signal. */
  public enum Seen {
    /** They are noted now, or were before. */
    NOTED,
    /** They had said meanwhile that they do not come, and are noted as there. */
    HAD_WITHDRAWN,
    /** Their entry is not there any more: one more was there, without a name. */
    COUNTED
  }

  /**
   * Somebody was seen at the door, by a phone that tells it only now. Being seen is stronger than what was said of
   * somebody before or meanwhile; hours that are noted already stay.
   */
  public Seen seen(UUID shift, UUID signUp) {
    var held = hold(shift);
    var in = signUps.byId(signUp).filter(entry -> entry.shift().equals(shift));
    if (held.isEmpty() || in.isEmpty()) {
      countMore(shift, 1);
      return Seen.COUNTED;
    }
    var before = in.get().state();
    if (before != SignUp.State.ATTENDED) {
      mark(signUp, SignUp.State.ATTENDED, length(held.get()));
    }
    return before == SignUp.State.WITHDRAWN ? Seen.HAD_WITHDRAWN : Seen.NOTED;
  }

  /** Somebody was there, for so many minutes, or as long as the shift. False if there is no such entry. */
  public boolean attended(UUID signUp, OptionalInt minutes) {
    return of(signUp)
        .filter(held -> mark(signUp, SignUp.State.ATTENDED, minutes.orElse(length(held))))
        .isPresent();
  }

  /** Somebody said that they come and did not. */
  public boolean missed(UUID signUp) {
    return of(signUp).filter(_ -> mark(signUp, SignUp.State.NO_SHOW, null)).isPresent();
  }

  /** Takes back what was noted: they said that they come, and nobody says more. */
  public boolean unmark(UUID signUp) {
    return of(signUp).filter(_ -> mark(signUp, SignUp.State.COMING, null)).isPresent();
  }

  private Optional<SignUps.Held> of(UUID signUp) { return signUps.byId(signUp).flatMap(in -> hold(in.shift())); }

  /** Holds the shift, and its rung where people are written down. */
  private Optional<SignUps.Held> hold(UUID shift) {
    var held = signUps.hold(shift);
    held.filter(at -> !at.countOnly()).ifPresent(_ -> acts.hold(shift));
    return held;
  }

  private boolean mark(UUID signUp, SignUp.State state, @Nullable Integer minutes) {
    boolean there = state == SignUp.State.ATTENDED;
    if (!there) {
      acts.takeBack(signUp);
    }
    boolean marked = jdbc.sql("""
        update action.sign_up set state = ?, minutes = ?::integer, version = version + 1, changed_by = ?::uuid,
          changed_at = ? where local_id = ? and id = ?""")
        .param(state.key())
        .param(minutes)
        .param(host())
        .params(now(), local(), signUp)
        .update() == 1;
    if (there) {
      acts.attended(signUp);
    }
    return marked;
  }

  /** Counts people who were there and are not written down; a negative number takes back. */
  public void countMore(UUID shift, int more) {
    jdbc.sql("""
        update action.shift set present = least(100000, greatest(0, present + ?)) where local_id = ? and id = ?""")
        .params(more, local(), shift)
        .update();
  }

  /** Somebody turned up whom nobody expected: written down, or counted where only numbers are kept. */
  public void turnedUp(UUID shift, String name) {
    hold(shift).ifPresent(held -> {
      if (held.countOnly()) {
        countMore(shift, 1);
      } else {
        add(held, new Arrival(Optional.empty(), name, Optional.empty()), "organiser");
      }
    });
  }

  /** Somebody of the roll was there, says a host: once, whether or not they had said that they come. */
  public void turnedUp(UUID shift, UUID person) {
    present(shift, person, "organiser");
  }

  /** Somebody at the door: of the roll, or with a name and a mark of their browser. */
  private record Arrival(Optional<UUID> person, String name, Optional<String> mark) {}

  /** A member says at the door that they are here. Where only numbers are kept this is one more, and nobody. */
  public void here(UUID shift, UUID person) {
    present(shift, person, "door");
  }

  private void present(UUID shift, UUID person, String by) {
    hold(shift).ifPresent(held -> {
      var in = held.countOnly() ? Optional.<SignUp>empty() : signUps.ofMember(shift, person);
      if (held.countOnly()) {
        countMore(shift, 1);
      } else if (in.isEmpty()) {
        add(held, new Arrival(Optional.of(person), "", Optional.empty()), by);
      } else if (in.get().state() != SignUp.State.ATTENDED) {
        mark(in.get().id(), SignUp.State.ATTENDED, length(held));
      }
    });
  }

  /**
   * Somebody without an account says at the door that they are here. One browser counts once. Whoever gives the name of
   * somebody who said that they come, and has not come from another browser, is taken for them; anybody else is new. The
   * answer never tells which.
   *
   * @param mark a secret that this browser keeps for the evening
   */
  public void here(UUID shift, String name, String mark) {
    hold(shift).ifPresent(held -> {
      if (held.countOnly()) {
        countMore(shift, 1);
      } else if (!known(shift, mark)) {
        called(shift, name).ifPresentOrElse(in -> claim(in, held, mark),
            () -> add(held, new Arrival(Optional.empty(), name, Optional.of(mark)), "door"));
      }
    });
  }

  private boolean known(UUID shift, String mark) {
    return jdbc.sql("""
        select exists (select 1 from action.sign_up where local_id = ? and shift_id = ? and here_hash = ?)""")
        .params(local(), shift, Tokens.hash(mark))
        .query(Boolean.class)
        .single();
  }

  /** Somebody of this name whom no browser has spoken for. */
  private Optional<UUID> called(UUID shift, String name) {
    return jdbc.sql("""
        select u.id, u.name from action.sign_up u where u.local_id = ? and u.shift_id = ? and u.name is not null
          and u.here_hash is null and u.state <> 'withdrawn' order by u.line, u.id""")
        .params(local(), shift)
        .query((rs, i) -> {
          UUID id = rs.getObject(1, UUID.class);
          return new Named(id, seals.open("sign_up", "name", id, rs.getBytes(2)));
        })
        .list()
        .stream()
        .filter(in -> same(in.name(), name))
        .map(Named::id)
        .findFirst();
  }

  private record Named(UUID id, String name) {}

  static boolean same(String one, String other) {
    return one.strip().replaceAll("\\s+", " ").equalsIgnoreCase(other.strip().replaceAll("\\s+", " "));
  }

  private void claim(UUID signUp, SignUps.Held held, String mark) {
    jdbc.sql("update action.sign_up set here_hash = ? where local_id = ? and id = ?")
        .params(Tokens.hash(mark), local(), signUp)
        .update();
    if (signUps.byId(signUp).filter(in -> in.state() != SignUp.State.ATTENDED).isPresent()) {
      mark(signUp, SignUp.State.ATTENDED, length(held));
    }
  }

  private void add(SignUps.Held held, Arrival arrival, String by) {
    int line = signUps.lastInLine(held.shift()) + 1;
    if (line > SignUps.MOST) {
      countMore(held.shift(), 1);
      return;
    }
    UUID id = ids.random();
    jdbc.sql("""
        insert into action.sign_up (local_id, id, shift_id, person_id, name, language, line, state, came_by, minutes,
          here_hash, changed_by, changed_at)
        values (:local, :id, :shift, :person::uuid, :name::bytea, '', :line, 'attended', :by, :minutes, :here::bytea,
          :host::uuid, :now)""")
        .param("local", local())
        .param("id", id)
        .param("shift", held.shift())
        .param("person", arrival.person().orElse(null))
        .param("name", seals.sealIfAny("sign_up", "name", id, arrival.name()))
        .param("line", line)
        .param("by", by)
        .param("minutes", length(held))
        .param("here", arrival.mark().map(Tokens::hash).orElse(null))
        .param("host", host())
        .param("now", now())
        .update();
    acts.attended(id);
  }

  private static int length(SignUps.Held held) { return (int) Math.min(LONGEST, held.length().toMinutes()); }

  private static @Nullable UUID host() {
    return Callers.current() instanceof Caller.Actor actor ? actor.person() : null;
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
