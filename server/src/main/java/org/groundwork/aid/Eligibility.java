// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.dues.Standing;
import org.groundwork.dues.Standings;
import org.groundwork.platform.tenancy.Locals;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may ask, by the rules, and what the caps leave. Free rates and waivers count like paid dues. */
public final class Eligibility {
  /** A half year. */
  static final int MONTHS = 6;
  private final JdbcClient jdbc;
  private final Standings standings;
  private final Locals locals;
  private final Clock clock;

  Eligibility(JdbcClient jdbc, Standings standings, Locals locals, Clock clock) {
    this.jdbc = jdbc;
    this.standings = standings;
    this.locals = locals;
    this.clock = clock;
  }

  /** Whether somebody may ask now. */
  public May of(UUID person, Optional<AidRules> rules) {
    if (rules.isEmpty()) {
      return May.No.because(May.Why.NO_RULES);
    }
    return whoTheyAre(person, rules.get()).or(() -> whatTheyGot(person, rules.get()))
        .orElseGet(() -> new May.Yes(Math.subtractExact(rules.get().perHalfYear(), before(person))));
  }

  private Optional<May> whoTheyAre(UUID person, AidRules rules) {
    Optional<LocalDate> since = memberSince(person);
    if (since.isEmpty() && !rules.othersToo()) {
      return Optional.of(May.No.because(May.Why.NOT_A_MEMBER));
    }
    Optional<LocalDate> from = since.map(day -> day.plusDays(rules.tenureDays()));
    if (from.filter(today()::isBefore).isPresent()) {
      return Optional.of(May.No.until(May.Why.TENURE, from.get()));
    }
    boolean arrears = rules.arrearsCount() && standings.of(person, today()) instanceof Standing.InArrears;
    return arrears ? Optional.of(May.No.because(May.Why.ARREARS)) : Optional.empty();
  }

  private Optional<May> whatTheyGot(UUID person, AidRules rules) {
    if (asked(person)) {
      return Optional.of(May.No.because(May.Why.OPEN));
    }
    Optional<LocalDate> next = lastGranted(person).map(day -> day.plusDays(rules.intervalDays()));
    if (next.filter(today()::isBefore).isPresent()) {
      return Optional.of(May.No.until(May.Why.INTERVAL, next.get()));
    }
    return before(person) >= rules.perHalfYear()
        ? Optional.of(May.No.because(May.Why.NOTHING_LEFT))
        : Optional.empty();
  }

  private Optional<LocalDate> memberSince(UUID person) {
    return jdbc.sql("""
        select min(m.since) from roll.api_person_now n
        join roll.api_membership m on m.local_id = n.local_id and m.person_id = n.id
          and m.kind = 'member' and m.state = 'active'
        where n.local_id = ? and n.person_id = ?""")
        .params(Scope.local(), person)
        .query((rs, i) -> Optional.ofNullable(rs.getDate(1)).map(Date::toLocalDate))
        .single();
  }

  private boolean asked(UUID person) {
    return jdbc.sql("""
        select exists (select from aid.request r
          join roll.api_person_now n on n.local_id = r.local_id and n.id = r.person_id
          where r.local_id = ? and n.person_id = ? and r.state = 'open')""")
        .params(Scope.local(), person)
        .query(Boolean.class)
        .single();
  }

  private Optional<LocalDate> lastGranted(UUID person) {
    return jdbc.sql("""
        select max(r.decided_at) from aid.request r
        join roll.api_person_now n on n.local_id = r.local_id and n.id = r.person_id
        where r.local_id = ? and n.person_id = ? and r.state in ('granted', 'paid')""")
        .params(Scope.local(), person)
        .query(
            (rs, i) -> Optional.ofNullable(rs.getTimestamp(1)).map(at -> LocalDate.ofInstant(at.toInstant(), zone())))
        .single();
  }

  /** What somebody was granted in the last half year, in minor units. */
  long before(UUID person) {
    var since = today().minusMonths(MONTHS).atStartOfDay(zone()).toInstant();
    return jdbc.sql("""
        select coalesce(sum(r.granted), 0)::bigint from aid.request r
        join roll.api_person_now n on n.local_id = r.local_id and n.id = r.person_id
        where r.local_id = ? and n.person_id = ? and r.state in ('granted', 'paid') and r.decided_at >= ?""")
        .params(Scope.local(), person, Timestamp.from(since))
        .query(Long.class)
        .single();
  }

  LocalDate today() { return LocalDate.now(clock.withZone(zone())); }

  private ZoneId zone() { return locals.profile().zone(); }
}
