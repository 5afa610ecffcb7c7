// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.ids.Tokens;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * In which shift somebody is noted who says at the door that they are here: in the one that they said they come to, if it
 * is on or nearly, and otherwise in the one that is on. Whoever was noted in a shift that is over, and stays for the next one, is
 * noted there too. Runs inside the caller's transaction.
 */
public final class Expected {
  /** As long as the door is open before the beginning and after the end. */
  private static final Duration NEAR = Duration.ofHours(3);
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Seals seals;
  private final SignUps signUps;

  Expected(JdbcClient jdbc, Clock clock, Seals seals, SignUps signUps) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.seals = seals;
    this.signUps = signUps;
  }

  /** The shift of a member. */
  public UUID shift(Action action, UUID person) {
    return nearest(action, signUps.ofMemberAt(action.id(), person)
        .stream()
        .filter(in -> in.state() != SignUp.State.WITHDRAWN)
        .filter(in -> in.state() != SignUp.State.ATTENDED || !relieved(action, in.shift()))
        .map(SignUp::shift)
        .toList());
  }

  /**
   * The shift of somebody without an account: the one in which their browser was noted already, or the one to which
   * somebody of their name said that they come.
   *
   * @param mark a secret that their browser keeps for the evening
   */
  public UUID shift(Action action, String name, String mark) {
    return noted(action, mark).orElseGet(() -> nearest(action, called(action, name)));
  }

  /** Whether a shift is over while another is on. */
  private boolean relieved(Action action, UUID shift) {
    Instant now = clock.instant();
    return away(action.onNow(now), now).isZero()
        && action.shift(shift).filter(one -> !now.isBefore(one.when().ends())).isPresent();
  }

  private UUID nearest(Action action, List<UUID> own) {
    Instant now = clock.instant();
    UUID on = action.onNow(now).id();
    if (own.contains(on)) {
      return on;
    }
    Comparator<Action.Shift> nearest = Comparator.comparing(shift -> away(shift, now));
    return action.shifts()
        .stream()
        .filter(shift -> own.contains(shift.id()) && away(shift, now).compareTo(NEAR) <= 0)
        .min(nearest.thenComparing(shift -> shift.when().starts(), Comparator.reverseOrder()))
        .map(Action.Shift::id)
        .orElse(on);
  }

  private static Duration away(Action.Shift shift, Instant now) {
    if (now.isBefore(shift.when().starts())) {
      return Duration.between(now, shift.when().starts());
    }
    return now.isBefore(shift.when().ends()) ? Duration.ZERO : Duration.between(shift.when().ends(), now);
  }

  private Optional<UUID> noted(Action action, String mark) {
    return jdbc.sql("""
        select u.shift_id from action.sign_up u
        join action.shift s on s.local_id = u.local_id and s.id = u.shift_id
        where u.local_id = ? and s.action_id = ? and u.here_hash = ? order by u.id""")
        .params(local(), action.id(), Tokens.hash(mark))
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list()
        .stream()
        .filter(shift -> !relieved(action, shift))
        .findFirst();
  }

  /** The shifts to which somebody of this name, whom no browser has spoken for, said that they come. */
  private List<UUID> called(Action action, String name) {
    return jdbc.sql("""
        select u.id, u.shift_id, u.name, u.state from action.sign_up u
        join action.shift s on s.local_id = u.local_id and s.id = u.shift_id
        where u.local_id = ? and s.action_id = ? and u.name is not null and u.here_hash is null
          and u.state <> 'withdrawn'""")
        .params(local(), action.id())
        .query((rs, i) -> new Called(rs.getObject(2, UUID.class),
            seals.open("sign_up", "name", rs.getObject(1, UUID.class), rs.getBytes(3)),
            SignUp.State.of(rs.getString(4)) == SignUp.State.ATTENDED))
        .list()
        .stream()
        .filter(one -> !one.attended() || !relieved(action, one.shift()))
        .filter(one -> Attendance.same(one.name(), name))
        .map(Called::shift)
        .toList();
  }

  private record Called(UUID shift, String name, boolean attended) {}

  private static UUID local() { return Tenancy.current().value(); }
}
