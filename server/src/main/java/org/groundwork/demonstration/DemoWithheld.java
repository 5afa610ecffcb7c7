// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.Rung;
import org.groundwork.demonstration.DemoTown.Cast;
import org.groundwork.platform.ids.Ids;
import org.groundwork.strike.DueDays;
import org.groundwork.strike.Happening;
import org.groundwork.strike.Happenings;
import org.groundwork.strike.Hearings;
import org.groundwork.strike.MonthlySums;
import org.groundwork.strike.Notice;
import org.groundwork.strike.Notices;
import org.groundwork.strike.RentBook;
import org.groundwork.strike.Strike;
import org.groundwork.strike.Strikes;
import org.groundwork.strike.Withholding;
import org.groundwork.strike.Withholding.Held;

/** The books of the demonstration's rent strike: homes that joined on different days, papers, a hearing, an offer to one. */
final class DemoWithheld {
  private final DemoTown town;
  private final Strikes strikes;
  private final RentBook book;
  private final Happened happened;
  private final Ids ids;

  DemoWithheld(DemoTown town, Strikes strikes, RentBook book, Happened happened, Ids ids) {
    this.town = town;
    this.strikes = strikes;
    this.book = book;
    this.happened = happened;
    this.ids = ids;
  }

  /** What happens to homes, and what of it is added up. */
  record Happened(Notices notices, Hearings hearings, Happenings happenings, MonthlySums sums) {}

  private record Home(String label, String who, LocalDate since, long rent, Held held) {}

  /** Plays the strike of a rung that was decided, from its first day to today. */
  void play(Cast cast, UUID house, Rung rung, LocalDate began) {
    UUID step = rung.step().id();
    strikes.begin(rung, began, Optional.of(new Strike.Kind.Rent(new DueDays(1), town.currency())));
    var units = town.units(house);
    var rows = new HashMap<String, Withholding>();
    for (Home home : homes(began)) {
      var facts = new RentBook.Facts(Optional.of(cast.of(home.who())), home.since(), town.money(home.rent()),
          home.held());
      if (book.join(step, Objects.requireNonNull(units.get(home.label())), home.label(),
          facts) instanceof RentBook.Written.Yes(UUID row)) {
        rows.put(home.label(), book.byId(row).orElseThrow());
      }
    }
    papers(cast, rows);
    offers(cast, rows);
    happened.sums().take(strikes.of(step).orElseThrow(), town.today());
  }

  private List<Home> homes(LocalDate began) {
    LocalDate second = began.plusMonths(1);
    return List.of(new Home("1A", "Amadou", began, 1_140, Held.COMMON),
        new Home("1B", "Ilinca", began, 1_085, Held.COMMON), new Home("1C", "Bao", began, 1_120, Held.OWN),
        new Home("2B", "Dolores", began, 1_190, Held.COMMON), new Home("2C", "Kofi", began, 1_060, Held.OWN),
        new Home("3A", "Salma", began, 1_215, Held.COMMON), new Home("4A", "Oumar", began, 1_180, Held.NOT_KEPT),
        new Home("3B", "Henrik", second, 1_150, Held.OWN), new Home("5A", "Nilufar", second, 1_240, Held.COMMON),
        new Home("5B", "Gus", town.today().minusDays(6), 1_095, Held.COMMON));
  }

  private void papers(Cast cast, Map<String, Withholding> rows) {
    LocalDate today = town.today();
    var notices = happened.notices();
    notices.received(row(rows, "3A"), new Notices.New(Notice.Kind.PAY_OR_QUIT, today.minusDays(3), today.plusDays(2)),
        ids.random(), Optional.empty());
    notices.received(row(rows, "1A"), new Notices.New(Notice.Kind.NO_RENEWAL, today.minusDays(1), today.plusDays(13)),
        ids.random(), Optional.empty());
    var court = row(rows, "4A");
    notices.received(court, new Notices.New(Notice.Kind.EVICTION, today.minusDays(19), today.minusDays(8)),
        ids.random(), Optional.empty());
    notices.answered(notices.to(court.id()).getFirst().id(), today.minusDays(9));
    happened.hearings()
        .heard(court, today.plusDays(6).atTime(LocalTime.of(9, 30)).atZone(town.zone()).toInstant(),
            town.text(cast, "demonstration.heat.court"), Optional.empty());
  }

  private void offers(Cast cast, Map<String, Withholding> rows) {
    LocalDate today = town.today();
    var happenings = happened.happenings();
    happenings.happened(row(rows, "5A"), new Happenings.New(Happening.Kind.OFFER, today.minusDays(2),
        town.text(cast, "demonstration.heat.offer"), Optional.of(town.money(1_240)),
        Optional.of(today.plusDays(4))), Optional.empty());
    happenings.happened(row(rows, "2C"), new Happenings.New(Happening.Kind.PAYMENT, today.minusDays(12), "",
        Optional.of(town.money(400)), Optional.empty()), Optional.empty());
    happenings.happened(row(rows, "3A"), new Happenings.New(Happening.Kind.REPAIR, today.minusDays(8),
        town.text(cast, "demonstration.heat.repair"), Optional.empty(), Optional.empty()), Optional.empty());
    var left = row(rows, "1C");
    book.leave(left, left.version(), new Withholding.Left(today.minusDays(10), Withholding.Because.PAID));
  }

  private static Withholding row(Map<String, Withholding> rows, String label) {
    return Objects.requireNonNull(rows.get(label));
  }
}
