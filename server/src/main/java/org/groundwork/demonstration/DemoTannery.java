// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.campaign.Amended;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Campaigns;
import org.groundwork.campaign.Closing;
import org.groundwork.campaign.Letters;
import org.groundwork.campaign.Rung;
import org.groundwork.campaign.StepKind;
import org.groundwork.campaign.Wins;
import org.groundwork.demonstration.DemoTown.Cast;
import org.groundwork.grievance.GrievanceKind;
import org.groundwork.roll.Layout;
import org.groundwork.strike.DueDays;
import org.groundwork.strike.RentBook;
import org.groundwork.strike.Strike;
import org.groundwork.strike.Strikes;
import org.groundwork.strike.Withholding;

/**
 * The house that won before the others began: a rent strike that ended with an agreement, one promise kept, one broken, one
 * demand lost. Now its petition about the stairs goes round.
 */
final class DemoTannery {
  private static final List<String> PEOPLE = List.of("Lucjan,1A,member", "Mirela,1B", "Tariq,1C,member",
      "Joana,2A,member", "Dede,2B", "Hanne,3A,member", "Ruben,3B", "Asha,3C,member", "Ivo,4A", "Comfort,4B,member");
  private static final List<Integer> RENTS = List.of(980, 1_010, 940, 1_120, 1_060, 990);
  private final DemoTown town;
  private final DemoFights fights;
  private final Strikes strikes;
  private final RentBook book;
  private final Ends ends;
  private final DemoPledges pledges;

  DemoTannery(DemoTown town, DemoFights fights, Strikes strikes, RentBook book, Ends ends, DemoPledges pledges) {
    this.town = town;
    this.fights = fights;
    this.strikes = strikes;
    this.book = book;
    this.ends = ends;
    this.pledges = pledges;
  }

  /** How fights end, and what is written before. */
  record Ends(Closing closing, Wins wins, Letters letters) {}

  /** Plays both fights and returns the house. */
  UUID play(Cast cast, UUID target) {
    UUID house = town.house("54 TANNERY LANE", Layout.ofHomes(1, 4, List.of("A", "B", "C")));
    var here = town.settle(cast, house, PEOPLE);
    boiler(cast, target, house, here);
    stairs(cast, target, house, here);
    return house;
  }

  private void boiler(Cast cast, UUID target, UUID house, List<UUID> here) {
    LocalDate began = town.today().minusMonths(7).withDayOfMonth(1);
    UUID fight = fights.open(new DemoFights.Opened(town.noon(began.minusDays(40)),
        town.text(cast, "demonstration.boiler.title"), target, house,
        List.of(demand(cast, "boiler", began), demand(cast, "money-back", began), demand(cast, "no-rise", began)),
        List.of(new Campaigns.NewStep(town.text(cast, "plan.propose.letter"), OptionalInt.of(6), StepKind.LETTER),
            new Campaigns.NewStep(town.text(cast, "demonstration.step.rent-strike"), OptionalInt.empty(),
                StepKind.RENT_STRIKE))));
    fights.did(fights.now(fight), here.subList(0, 7), began.minusDays(20));
    fights.detail(fight, StepKind.RENT_STRIKE, cast.of("Joana"), new DemoFights.Details(Optional.of(began), "",
        town.text(cast, "demonstration.legal.rent-strike"),
        Optional.of(new Rung.Decided(town.text(cast, "demonstration.boiler.decided"), began.minusDays(6)))));
    fights.goOn(fight);
    withhold(cast, fights.rung(fight, StepKind.RENT_STRIKE), house, here, began);
    end(cast, fight, began.plusMonths(4).plusDays(12));
  }

  private Campaigns.NewDemand demand(Cast cast, String what, LocalDate began) {
    return new Campaigns.NewDemand(town.text(cast, "demonstration.asked." + what),
        town.text(cast, "demonstration.measured." + what), began.plusMonths(2));
  }

  private void withhold(Cast cast, Rung rung, UUID house, List<UUID> here, LocalDate began) {
    UUID step = rung.step().id();
    strikes.begin(rung, began, Optional.of(new Strike.Kind.Rent(new DueDays(1), town.currency())));
    var units = town.units(house);
    for (int at = 0; at < RENTS.size(); at++) {
      String label = PEOPLE.get(at).split(",", 3)[1];
      book.join(step, units.getOrDefault(label, step), label, new RentBook.Facts(Optional.of(here.get(at)), began,
          town.money(RENTS.get(at)), Withholding.Held.COMMON));
    }
    LocalDate over = began.plusMonths(4).plusDays(9);
    var strike = strikes.of(step).orElseThrow();
    var signed = new HashSet<UUID>();
    book.lines(strike, over).forEach(line -> signed.add(line.unit().id()));
    book.signed(step, signed);
    strikes.agree(step, strike.version(), new Strike.Agreement(town.text(cast, "demonstration.boiler.agreed"),
        over.minusDays(1), Optional.of(town.money(26_200)), Optional.of(town.money(4_300))));
    strikes.end(step, over);
  }

  private void end(Cast cast, UUID fight, LocalDate on) {
    var core = fights.of(fight);
    Map<UUID, Campaign.Outcome> outcomes = new HashMap<>();
    var boiler = core.demands().get(0).id();
    var money = core.demands().get(1).id();
    outcomes.put(boiler, new Campaign.Outcome(Campaign.Result.WON, Optional.empty()));
    outcomes.put(money,
        new Campaign.Outcome(Campaign.Result.PARTLY_WON, Optional.of(town.money(4_300))));
    outcomes.put(core.demands().get(2).id(), new Campaign.Outcome(Campaign.Result.LOST, Optional.empty()));
    if (!(ends.closing()
        .close(fight, core.version(), outcomes,
            new Closing.End(town.noon(on),
                Optional.of(town.text(cast, "demonstration.boiler.end")))) instanceof Amended.Done)) {
      throw new IllegalStateException("the demonstration's first fight does not end");
    }
    ends.wins().debrief(fight, town.text(cast, "demonstration.boiler.debrief"), Optional.of(GrievanceKind.REPAIRS));
    ends.wins()
        .promise(boiler, 0, new Wins.Said(Optional.of(town.text(cast, "demonstration.boiler.agreed")),
            Optional.empty(), town.today(), Wins.Kept.KEPT,
            Optional.of(town.text(cast, "demonstration.boiler.kept"))));
    ends.wins()
        .promise(money, 0, new Wins.Said(Optional.of(town.text(cast, "demonstration.boiler.agreed")),
            Optional.of(town.money(430)), town.today(), Wins.Kept.BROKEN,
            Optional.of(town.text(cast, "demonstration.boiler.broken"))));
  }

  /** The petition of today, signed and not handed over; enough have pledged, and have two days to say if not. */
  private void stairs(Cast cast, UUID target, UUID house, List<UUID> here) {
    UUID fight = fights.open(new DemoFights.Opened(town.noon(town.today().minusDays(20)),
        town.text(cast, "demonstration.stairs.title"), target, house,
        List.of(demand(cast, "stairs", town.today().minusDays(20))),
        List.of(new Campaigns.NewStep(town.text(cast, "demonstration.step.petition"), OptionalInt.of(8),
            StepKind.PETITION),
            new Campaigns.NewStep(town.text(cast, "demonstration.step.button-day"), OptionalInt.empty(),
                StepKind.BUTTON_DAY))));
    UUID petition = fights.now(fight);
    ends.letters().save(petition, 0, town.text(cast, "demonstration.stairs.petition"));
    var signed = here.subList(0, 6);
    fights.did(petition, signed, town.today().minusDays(2));
    ends.letters().unnamed(petition, signed, List.of(signed.getLast()));
    pledges.met(petition, here.subList(1, 7));
  }
}
