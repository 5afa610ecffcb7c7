// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.campaign.Campaigns;
import org.groundwork.campaign.Rung;
import org.groundwork.campaign.StepKind;
import org.groundwork.demonstration.DemoTown.Cast;
import org.groundwork.organizing.Cards;
import org.groundwork.organizing.Fields;
import org.groundwork.roll.Layout;
import org.groundwork.strike.Strike;
import org.groundwork.strike.StrikeList;
import org.groundwork.strike.Striker;
import org.groundwork.strike.Striker.Task;
import org.groundwork.strike.Strikes;
import org.groundwork.target.TargetKind;
import org.groundwork.target.Targets;

/** Those who clean the owner's offices: cards, a button day, since three days a strike, and now both doors. */
final class DemoCleaners {
  private static final List<String> PEOPLE = List.of("Zofia,1.1,member", "Mateo,1.1,member", "Blessing,1.1,member",
      "Renu,1.1,member", "Ana Paula,1.2,member", "Cedric,1.2,member", "Luz,1.2,member", "Hamid,1.3,member",
      "Dunja,1.3,member", "Efua,1.3", "Pilar,1.3,member", "Goran,2.1,member", "Thabo,2.1,member", "Elif,2.2",
      "Sunita,2.2,member", "Torvald,1.1,boss");
  private static final List<String> OUT = List.of("Zofia", "Mateo", "Blessing", "Renu", "Ana Paula", "Cedric", "Luz",
      "Hamid", "Dunja", "Pilar", "Goran", "Thabo", "Sunita");
  private static final int WORE = 12;
  private final DemoTown town;
  private final DemoFights fights;
  private final Targets targets;
  private final Written written;
  private final Struck struck;

  DemoCleaners(DemoTown town, DemoFights fights, Targets targets, Written written, Struck struck) {
    this.town = town;
    this.fights = fights;
    this.targets = targets;
    this.written = written;
    this.struck = struck;
  }

  /** What is written down about people. */
  record Written(Cards cards, Fields fields) {}

  /** The strike, and what is done at the doors. */
  record Struck(Strikes strikes, StrikeList list, DemoPicket picket) {}

  /** Where they work, what for, and where they stand today. */
  record Played(UUID place, UUID fight, UUID picket) {}

  /** Plays it up to today. */
  Played play(Cast cast) {
    UUID place = town.workplace("77 Ledger Plaza", layout(cast));
    var here = town.settle(cast, place, PEOPLE);
    UUID fight = open(cast, place);
    fields(cast, here);
    cards(cast, here.subList(0, WORE + 1));
    LocalDate today = town.today();
    fights.did(fights.now(fight), here.subList(0, WORE + 1), today.minusDays(30));
    fights.goOn(fight);
    fights.did(fights.now(fight), here.subList(0, WORE), today.minusDays(15));
    fights.goOn(fight);
    strike(cast, fights.rung(fight, StepKind.STRIKE));
    fights.goOn(fight);
    UUID picket = struck.picket().stand(cast, place, fight, fights.now(fight));
    return new Played(place, fight, picket);
  }

  private Layout layout(Cast cast) {
    return Layout.ofHeadCounts(
        List.of(town.text(cast, "demonstration.job.cleaning"), town.text(cast, "demonstration.job.porters")),
        List.of(town.text(cast, "demonstration.shift.early"), town.text(cast, "demonstration.shift.late"),
            town.text(cast, "demonstration.shift.night")),
        List.of(List.of(5, 4, 5), List.of(3, 3, 2)));
  }

  private UUID open(Cast cast, UUID place) {
    LocalDate today = town.today();
    UUID target = targets.name(TargetKind.EMPLOYER, Optional.of("Brisa Dunhaller"), Optional.of("Plaza Upkeep LLC"),
        Optional.empty());
    UUID fight = fights.open(new DemoFights.Opened(town.noon(today.minusDays(50)),
        town.text(cast, "demonstration.wage.title"), target, place,
        List.of(demand(cast, "wage", today.plusDays(25)), demand(cast, "back", today.plusDays(11))),
        List.of(new Campaigns.NewStep(town.text(cast, "demonstration.step.cards"), OptionalInt.of(12)),
            new Campaigns.NewStep(town.text(cast, "demonstration.step.button-day"), OptionalInt.of(11),
                StepKind.BUTTON_DAY),
            new Campaigns.NewStep(town.text(cast, "demonstration.step.strike"), OptionalInt.empty(), StepKind.STRIKE),
            new Campaigns.NewStep(town.text(cast, "demonstration.step.doors"), OptionalInt.empty(),
                StepKind.PICKET))));
    fights.detail(fight, StepKind.STRIKE, cast.of("Zofia"), new DemoFights.Details(Optional.of(today.minusDays(3)),
        town.text(cast, "demonstration.wage.told"), town.text(cast, "demonstration.legal.strike"),
        Optional.of(new Rung.Decided(town.text(cast, "demonstration.wage.decided"), today.minusDays(6)))));
    fights.detail(fight, StepKind.PICKET, cast.of("Goran"), new DemoFights.Details(Optional.of(today), "",
        town.text(cast, "demonstration.legal.picket"), Optional.empty()));
    return fight;
  }

  private Campaigns.NewDemand demand(Cast cast, String what, LocalDate due) {
    return new Campaigns.NewDemand(town.text(cast, "demonstration.asked." + what),
        town.text(cast, "demonstration.measured." + what), due);
  }

  private void cards(Cast cast, List<UUID> signers) {
    written.cards()
        .add(Cards.Kind.AUTHORISATION, town.text(cast, "demonstration.card.language"),
            town.text(cast, "demonstration.card.wording"), OptionalInt.of(365));
    UUID text = written.cards().texts().getFirst().id();
    for (int at = 0; at < signers.size(); at++) {
      written.cards().sign(signers.get(at), text, town.today().minusDays(45 - at), Optional.empty());
    }
  }

  private void fields(Cast cast, List<UUID> here) {
    var fields = written.fields();
    fields.add(new Fields.Said(Fields.Kind.CHOICE, town.text(cast, "demonstration.field.language"),
        town.text(cast, "demonstration.field.language.purpose"), 365, Fields.SeenBy.STEWARDS,
        List.of("English", "Español", "Português")));
    fields.add(new Fields.Said(Fields.Kind.YES_NO, town.text(cast, "demonstration.field.car"),
        town.text(cast, "demonstration.field.car.purpose"), 180, Fields.SeenBy.STEWARDS, List.of()));
    fields.add(new Fields.Said(Fields.Kind.DATE, town.text(cast, "demonstration.field.contract"),
        town.text(cast, "demonstration.field.contract.purpose"), 365, Fields.SeenBy.ORGANISERS, List.of()));
    var made = fields.inUse();
    for (int at = 0; at < WORE; at++) {
      Map<Fields.Field, Optional<Fields.Value>> values = new HashMap<>();
      values.put(made.get(0), Optional.of(new Fields.Value.Chosen(1 + at % 3)));
      values.put(made.get(1), Optional.of(new Fields.Value.YesNo(at % 4 == 1)));
      if (at % 3 == 0) {
        values.put(made.get(2), Optional.of(new Fields.Value.Day(town.today().plusMonths(2 + at))));
      }
      fields.set(here.get(at), values);
    }
  }

  private void strike(Cast cast, Rung rung) {
    UUID step = rung.step().id();
    LocalDate today = town.today();
    struck.strikes().begin(rung, today.minusDays(3), Optional.<Strike.Kind.Rent>empty());
    for (int at = 0; at < OUT.size(); at++) {
      struck.list().out(step, cast.of(OUT.get(at)), today.minusDays(at < 9 ? 3 : 1));
    }
    for (LocalDate day : List.of(today, today.plusDays(1))) {
      duty(cast, step, day, Task.PICKET, "Zofia", "Mateo", "Goran", "Thabo");
      duty(cast, step, day, Task.KITCHEN, "Blessing");
      duty(cast, step, day, Task.PHONES, "Luz");
      duty(cast, step, day, Task.CHILDCARE, "Pilar");
    }
    struck.list().on(step, cast.of("Renu"), today, new Striker.What.Excused(Striker.Reason.CARER));
    struck.list().on(step, cast.of("Hamid"), today, new Striker.What.Excused(Striker.Reason.ILL));
  }

  private void duty(Cast cast, UUID step, LocalDate day, Task task, String first, String... more) {
    cast.of(first, more)
        .forEach(person -> struck.list()
            .on(step, person, day, new Striker.What.Duty(task, Striker.Shift.MORNING)));
  }
}
