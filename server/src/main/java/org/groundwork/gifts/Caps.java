// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.groundwork.dues.Plan;
import org.groundwork.dues.Plans;
import org.groundwork.dues.Rate;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How much one member may give beside dues, so that nobody buys a say. A longer window lets those who have more give more
 * over time. Counted by person, over everything they gave in any way. Runs inside the caller's transaction.
 */
public final class Caps {
  /** The most caps of a local. */
  public static final int MOST = 2;
  private final JdbcClient jdbc;
  private final Plans plans;
  private final Audit audit;
  private final Clock clock;

  Caps(JdbcClient jdbc, Plans plans, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.plans = plans;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A cap.
   *
   * @param months the window, backwards from the day of the gift; 1 … 36
   * @param amount so much, in minor units
   * @param times or so many times the usual dues of those months
   */
  public record Cap(int months, OptionalLong amount, OptionalInt times) {
    /** @throws IllegalArgumentException unless it has one of the two */
    public Cap {
      if (months < 1 || months > 36 || amount.isPresent() == times.isPresent()) {
        throw new IllegalArgumentException("a cap over " + months + " months");
      }
    }
  }

  /** What somebody may still give, and the window that says so. */
  public record Room(long amount, int months) {}

  /** The local's caps, the shorter window first; none if the members have not decided on any. */
  public List<Cap> all() {
    return jdbc.sql("select months, amount, times from gifts.cap where local_id = ? order by months, place")
        .params(Scope.local())
        .query((rs, i) -> {
          long amount = rs.getLong(2);
          return rs.wasNull()
              ? new Cap(rs.getInt(1), OptionalLong.empty(), OptionalInt.of(rs.getInt(3)))
              : new Cap(rs.getInt(1), OptionalLong.of(amount), OptionalInt.empty());
        })
        .list();
  }

  /** Sets the local's caps in place of those there are. */
  public void set(List<Cap> caps) {
    jdbc.sql("delete from gifts.cap where local_id = ?").params(Scope.local()).update();
    for (int place = 1; place <= Math.min(MOST, caps.size()); place++) {
      Cap cap = caps.get(place - 1);
      jdbc.sql("""
          insert into gifts.cap (local_id, place, months, amount, times, changed_by, changed_at)
          values (?, ?, ?, ?::bigint, ?::smallint, ?::uuid, ?)""")
          .params(Scope.local(), place, cap.months())
          .param(cap.amount().isPresent() ? cap.amount().getAsLong() : null)
          .param(cap.times().isPresent() ? cap.times().getAsInt() : null)
          .param(Scope.author())
          .param(Timestamp.from(clock.instant()))
          .update();
    }
    audit.record("gift-caps-set", new SubjectRef("local", Scope.local()), Integer.toString(caps.size()));
  }

  /** What a cap comes to, in minor units; empty where it counts in dues and there is no scale. */
  public OptionalLong comesTo(Cap cap) {
    if (cap.amount().isPresent()) {
      return cap.amount();
    }
    Optional<Plan> plan = plans.open().stream().findFirst();
    Optional<Rate> usual = plan.flatMap(Plan::defaultRate);
    if (usual.isEmpty()) {
      return OptionalLong.empty();
    }
    Plan of = plan.orElseThrow();
    long each = usual.get().comesTo(of.period(), 0);
    // rounded up to whole minor units: in the giver's favour
    long months = Math.multiplyExact(Math.multiplyExact(each, (long) cap.times().orElseThrow()), (long) cap.months());
    return OptionalLong.of(Math.ceilDiv(months, (long) of.period().months()));
  }

  /**
   * What a member may still give on a day; empty if nothing limits it. Nobody else gives in their name before the
   * transaction ends.
   */
  public Optional<Room> room(UUID person, LocalDate on) { return room(person, on, Optional.empty()); }

  /**
   * The same as if one of their gifts were not there.
   *
   * @param but which
   */
  Optional<Room> room(UUID person, LocalDate on, Optional<UUID> but) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))").param("gifts " + person).query(rs -> {});
    Optional<Room> least = Optional.empty();
    for (Cap cap : all()) {
      OptionalLong most = comesTo(cap);
      if (most.isPresent()) {
        long room = Math.max(0, most.getAsLong() - most(person, on, cap.months(), but));
        if (least.filter(each -> each.amount() <= room).isEmpty()) {
          least = Optional.of(new Room(room, cap.months()));
        }
      }
    }
    return least;
  }

  /** The most that a window of so many months with the day in it has had, looking back from each later gift. */
  private long most(UUID person, LocalDate on, int months, Optional<UUID> but) {
    record Each(LocalDate on, long amount) {}
    List<Each> gifts = jdbc.sql("""
        select g.on_date, g.amount from gifts.gift g
        where g.local_id = ? and g.state in ('taken', 'held') and g.on_date > ? and g.on_date < ?
          and coalesce(g.held_for, '') <> 'cap' and g.person_id in (
            select n.id from roll.api_person_now n where n.local_id = ? and n.person_id = ?)
          and g.id is distinct from ?::uuid
        order by g.on_date""")
        .params(Scope.local(), Date.valueOf(on.minusMonths(months)), Date.valueOf(on.plusMonths(months)), Scope.local(),
            person)
        .param(but.orElse(null))
        .query((rs, i) -> new Each(rs.getDate(1).toLocalDate(), rs.getLong(2)))
        .list();
    long most = 0;
    for (LocalDate end : java.util.stream.Stream.concat(java.util.stream.Stream.of(on),
        gifts.stream().map(Each::on).filter(day -> day.isAfter(on))).distinct().toList()) {
      LocalDate begin = end.minusMonths(months);
      if (!on.isAfter(begin)) {
        continue;
      }
      long sum = gifts.stream()
          .filter(each -> each.on().isAfter(begin) && !each.on().isAfter(end))
          .mapToLong(Each::amount)
          .sum();
      most = Math.max(most, sum);
    }
    return most;
  }
}
