// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Campaigns;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.roll.PersonForgotten;
import org.groundwork.roll.PersonInUse;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is deleted, and when. Of somebody who is deleted for good: the contact of a household goes and the household's row
 * stays; whoever is on a strike's list goes from it. Half a year after a fight has ended: every row about a household or a
 * person, and what the book noted of the rung by name; totals stay.
 */
final class StrikesForgotten implements PersonForgotten, PersonInUse {
  /** So long after a fight has ended the books are kept. */
  static final Duration KEPT = Duration.ofDays(180);
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Strikes strikes;
  private final Books books;
  private final Campaigns campaigns;
  private final Locals locals;

  /** Everything that is written down of a strike. */
  record Books(RentBook rent, StrikeList list, Notices notices) {}

  StrikesForgotten(JdbcClient jdbc, Clock clock, Strikes strikes, Books books, Campaigns campaigns,
      Locals locals) {
    this.locals = locals;
    this.jdbc = jdbc;
    this.clock = clock;
    this.strikes = strikes;
    this.books = books;
    this.campaigns = campaigns;
  }

  @Override
  public void forget(UUID person) {
    jdbc.sql("""
        update strike.withholding set person_id = null, version = version + 1 where local_id = ? and person_id = ?""")
        .params(local(), person)
        .update();
    books.list().forget(strikes.kept().stream().map(Strike::step).toList(), person);
  }

  @Override
  public boolean inUse(Collection<UUID> people) {
    boolean contact = jdbc
        .sql(
            """
        select exists (select 1 from strike.withholding where local_id = ? and person_id in (select unnest(?::uuid[])))""")
        .params(local(), people.toArray(UUID[]::new))
        .query(Boolean.class)
        .single();
    return contact || strikes.kept()
        .stream()
        .filter(strike -> strike.rent().isEmpty())
        .anyMatch(strike -> people.stream().anyMatch(person -> books.list().names(strike.step(), person)));
  }

  /** The strikes whose fight ended long enough ago. */
  List<Strike> due() {
    return strikes.kept().stream().filter(this::over).toList();
  }

  private boolean over(Strike strike) {
    return closed(strike).filter(at -> at.plus(KEPT).isBefore(clock.instant())).isPresent();
  }

  private Optional<Instant> closed(Strike strike) {
    return campaigns.byId(strike.campaign()).orElse(null) instanceof Campaign.Closed closed
        ? Optional.of(closed.closedAt())
        : Optional.empty();
  }

  /** Deletes the rows of a strike about households and people, and keeps their totals. */
  void forget(Strike kept, LocalDate today) {
    // one that nobody ended was over with its fight at the latest; the day on which that ended was its last
    var strike = closed(kept)
        .map(at -> kept.endedBy(LocalDate.ofInstant(at, locals.profile().zone()).plusDays(1)))
        .orElse(kept);
    var lines = books.rent().lines(strike, today);
    var list = strike.rent().isPresent() ? List.<Striker>of() : books.list().all(strike.step());
    long days = list.stream().mapToLong(striker -> striker.daysOut(strike.lastDay(today))).sum();
    totals(strike, today, List.of(new Total("homes", strike.rent().map(_ -> homes(lines)).orElse(null)),
        new Total("withheld", strike.rent().map(rent -> RentLine.total(lines, rent.currency()).minor()).orElse(null)),
        new Total("people", strike.rent().isPresent() ? null : (long) list.size()),
        new Total("days", strike.rent().isPresent() ? null : days)));
    books.notices().forgetFiles(strike.step());
    books.rent().forget(strike.step());
    jdbc.sql("delete from strike.striker where local_id = ? and step_id = ?").params(local(), strike.step()).update();
    jdbc.sql("delete from strike.out_told where local_id = ? and step_id = ?").params(local(), strike.step()).update();
  }

  private static long homes(List<RentLine> lines) {
    return lines.stream().map(line -> line.unit().label()).distinct().count();
  }

  private record Total(String name, @Nullable Long value) {}

  private void totals(Strike strike, LocalDate today, List<Total> totals) {
    var statement = jdbc.sql("""
        update strike.strike set forgotten_on = :today, homes = :homes::integer, withheld_minor = :withheld::bigint,
          people = :people::integer, days = :days::integer, counted = null, version = version + 1, changed_by = null, changed_at = :now
        where local_id = :local and step_id = :step""")
        .param("today", Date.valueOf(today))
        .param("now", Timestamp.from(clock.instant()))
        .param("local", local())
        .param("step", strike.step());
    totals.forEach(total -> statement.param(total.name(), total.value()));
    statement.update();
  }

  private static UUID local() { return Tenancy.current().value(); }
}
