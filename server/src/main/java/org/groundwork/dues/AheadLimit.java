// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How much somebody may pay before it is due: a year of their own rate, or of the usual one if that is more, so that whoever
 * pays nothing by right can pay all the same. Where neither says a sum, a year of the highest rate of the scales; where no scale
 * says one, nothing limits it. Runs inside the caller's transaction.
 */
public final class AheadLimit {
  private static final int MONTHS = 12;
  private final JdbcClient jdbc;
  private final Plans plans;
  private final Choices choices;

  AheadLimit(JdbcClient jdbc, Plans plans, Choices choices) {
    this.jdbc = jdbc;
    this.plans = plans;
    this.choices = choices;
  }

  /** What a year of somebody's dues comes to, in minor units, as this limit has it; empty if nothing limits it. */
  public OptionalLong year(UUID person) {
    var open = plans.open();
    Optional<Choices.Choice> choice = choices.of(person);
    LongStream own = open.stream()
        .flatMapToLong(plan -> plan.rates()
            .stream()
            .filter(rate -> choice.filter(each -> each.rate().equals(rate.id())).isPresent())
            .mapToLong(rate -> yearly(plan, rate, choice.orElseThrow().monthly().orElse(0))));
    LongStream usual = open.stream()
        .flatMapToLong(plan -> plan.defaultRate().stream().mapToLong(rate -> yearly(plan, rate, 0)));
    OptionalLong known = LongStream.concat(own, usual).filter(each -> each > 0).max();
    return known.isPresent()
        ? known
        : open.stream()
            .flatMapToLong(plan -> plan.rates().stream().mapToLong(rate -> yearly(plan, rate, 0)))
            .filter(each -> each > 0)
            .max();
  }

  /** Rounded up to whole minor units: in the payer's favour. */
  private static long yearly(Plan plan, Rate rate, long monthly) {
    return Math.ceilDiv(Math.multiplyExact(rate.comesTo(plan.period(), monthly), (long) MONTHS),
        (long) plan.period().months());
  }

  /** What somebody may still pay ahead, beside what is open now; in minor units, empty if nothing limits it. */
  public OptionalLong room(UUID person) {
    OptionalLong year = year(person);
    return year.isEmpty()
        ? year
        : OptionalLong.of(Math.max(0, Math.subtractExact(year.getAsLong(), ahead(person))));
  }

  /** The same; nobody else pays ahead for them before the transaction ends. */
  OptionalLong hold(UUID person) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))").param("dues.ahead " + person).query(rs -> {});
    return room(person);
  }

  private long ahead(UUID person) {
    return jdbc.sql("""
        select coalesce(sum(p.ahead), 0)::bigint from dues.payment p where p.local_id = ? and p.ahead > 0
          and p.person_id in (select n.id from roll.api_person_now n where n.local_id = ? and n.person_id = ?)""")
        .params(Scope.local(), Scope.local(), person)
        .query(Long.class)
        .single();
  }
}
