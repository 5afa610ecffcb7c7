// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.action.Actions;
import org.groundwork.action.Attendance;
import org.groundwork.action.March;
import org.groundwork.action.Marches;
import org.groundwork.action.Needs;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Campaigns;
import org.groundwork.campaign.Deliveries;
import org.groundwork.campaign.Letters;
import org.groundwork.campaign.Replies;
import org.groundwork.campaign.Rung;
import org.groundwork.campaign.StepKind;
import org.groundwork.demonstration.DemoTown.Cast;
import org.groundwork.roll.Layout;
import org.groundwork.roll.Sites;

/** The house across: a petition was handed over, people went to the office, now they withhold rent. */
final class DemoRiverRoad {
  private static final List<String> PEOPLE = List.of("Amadou,1A,member", "Ilinca,1B", "Bao,1C", "Dolores,2B",
      "Kofi,2C,member", "Salma,3A,member", "Henrik,3B", "Teresa,3C", "Oumar,4A,member", "Wanda,4C", "Nilufar,5A,member",
      "Gus,5B", "Chiara,5C", "Grover,1C,boss");
  private static final int SIGNED = 11;
  private static final int WENT = 7;
  private final DemoTown town;
  private final DemoFights fights;
  private final DemoWithheld withheld;
  private final Handed handed;
  private final Gone gone;

  DemoRiverRoad(DemoTown town, DemoFights fights, DemoWithheld withheld, Handed handed, Gone gone) {
    this.town = town;
    this.fights = fights;
    this.withheld = withheld;
    this.handed = handed;
    this.gone = gone;
  }

  /** The petition and what was answered. */
  record Handed(Letters letters, Deliveries deliveries, Replies replies, Sites sites) {}

  /** The march. */
  record Gone(Actions actions, Attendance attendance, Marches marches) {}

  /** What the house is and what it fights for. */
  record Played(UUID house, UUID fight) {}

  /** Plays it up to today. */
  Played play(Cast cast, UUID target) {
    UUID house = town.house("31 RIVER ROAD", Layout.ofHomes(1, 5, List.of("A", "B", "C")));
    var here = town.settle(cast, house, PEOPLE);
    LocalDate began = town.today().minusMonths(2).withDayOfMonth(1);
    UUID fight = open(cast, target, house, began);
    petition(cast, fight, here, began);
    march(cast, fight, house, here, began);
    withheld.play(cast, house, fights.rung(fight, StepKind.RENT_STRIKE), began);
    answers(cast, fight, began);
    return new Played(house, fight);
  }

  private UUID open(Cast cast, UUID target, UUID house, LocalDate began) {
    UUID fight = fights.open(new DemoFights.Opened(town.noon(began.minusDays(50)),
        town.text(cast, "demonstration.heat.title"), target, house,
        List.of(demand(cast, "heat", town.today().plusDays(19)), demand(cast, "old-rent", town.today().plusDays(33))),
        List.of(new Campaigns.NewStep(town.text(cast, "demonstration.step.petition"), OptionalInt.of(10),
            StepKind.PETITION),
            new Campaigns.NewStep(town.text(cast, "plan.propose.deliver"), OptionalInt.empty(), StepKind.MARCH),
            new Campaigns.NewStep(town.text(cast, "demonstration.step.rent-strike"), OptionalInt.empty(),
                StepKind.RENT_STRIKE),
            new Campaigns.NewStep(town.text(cast, "demonstration.step.office"), OptionalInt.empty(),
                StepKind.PICKET))));
    fights.detail(fight, StepKind.RENT_STRIKE, cast.of("Dolores"), new DemoFights.Details(Optional.of(began),
        town.text(cast, "demonstration.heat.told"), town.text(cast, "demonstration.legal.rent-strike"),
        Optional.of(new Rung.Decided(town.text(cast, "demonstration.heat.decided"), began.minusDays(4)))));
    fights.detail(fight, StepKind.PICKET, cast.of("Amadou"), new DemoFights.Details(
        Optional.of(town.today().plusDays(9)), "", "", Optional.empty()));
    return fight;
  }

  private Campaigns.NewDemand demand(Cast cast, String what, LocalDate due) {
    return new Campaigns.NewDemand(town.text(cast, "demonstration.asked." + what),
        town.text(cast, "demonstration.measured." + what), due);
  }

  private void petition(Cast cast, UUID fight, List<UUID> here, LocalDate began) {
    UUID petition = fights.now(fight);
    handed.letters().save(petition, 0, town.text(cast, "demonstration.heat.petition"));
    fights.did(petition, here.subList(0, SIGNED), began.minusDays(40));
    handed.letters().unnamed(petition, here.subList(0, SIGNED), cast.of("Bao", "Teresa"));
    handed.deliveries()
        .deliver(petition, handed.sites().byId(fights.of(fight).site().orElseThrow()), OptionalInt.of(10),
            new Deliveries.Said(began.minusDays(34), "Dolores, Amadou",
                town.text(cast, "demonstration.heat.got"), Optional.empty()));
    fights.goOn(fight);
  }

  private void march(Cast cast, UUID fight, UUID house, List<UUID> here, LocalDate began) {
    var when = town.on(began.minusDays(20), LocalTime.of(17, 30), LocalTime.of(18, 30));
    UUID rung = fights.now(fight);
    var told = new Action.Told(town.text(cast, "demonstration.gone.title"), "",
        town.text(cast, "demonstration.march.place"), "", "", "", "");
    UUID date = gone.actions()
        .plan(new Actions.Plan(Optional.of(fight), Optional.of(rung), Optional.of(house), told, Needs.Asked.NOTHING,
            when, false), new Actions.NewShift("", when, OptionalInt.of(WENT), OptionalInt.empty()));
    UUID shift = gone.actions().byId(date).orElseThrow().shifts().getFirst().id();
    here.subList(0, WENT).forEach(person -> gone.attendance().here(shift, person));
    long version = gone.actions().byId(date).orElseThrow().version();
    gone.actions().count(date, version, new Action.Heads(OptionalInt.of(WENT), OptionalInt.of(2), OptionalInt.of(1)));
    gone.actions().hold(date);
    gone.marches()
        .report(date, gone.marches().of(date).version(),
            new March.Report(WENT, town.text(cast, "demonstration.gone.said"), "Quillon Marlowski",
                town.text(cast, "demonstration.gone.promise"), Optional.of(began.minusDays(6))));
    fights.goOn(fight);
  }

  private void answers(Cast cast, UUID fight, LocalDate began) {
    var demands = fights.of(fight).demands().stream().map(Campaign.Demand::id).toList();
    handed.replies()
        .log(fight, new Replies.Said(began.minusDays(20), "Quillon Marlowski", Replies.Way.IN_PERSON,
            town.text(cast, "demonstration.answer.first"), Optional.of(town.text(cast, "demonstration.answer.ours")),
            List.of(new Replies.To(demands.get(0), Replies.Answer.MAYBE, Optional.of(began.minusDays(6))),
                new Replies.To(demands.get(1), Replies.Answer.REFUSED, Optional.empty()))));
    handed.replies()
        .log(fight, new Replies.Said(town.today().minusDays(5), town.text(cast, "demonstration.answer.office"),
            Replies.Way.LETTER, town.text(cast, "demonstration.answer.second"), Optional.empty(),
            List.of(new Replies.To(demands.get(0), Replies.Answer.HALF, Optional.of(town.today().plusDays(8))),
                new Replies.To(demands.get(1), Replies.Answer.NOTHING, Optional.empty()))));
  }
}
