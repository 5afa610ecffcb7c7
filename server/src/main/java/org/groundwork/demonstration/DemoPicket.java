// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.action.Actions;
import org.groundwork.action.Gates;
import org.groundwork.action.Incidents;
import org.groundwork.action.Needs;
import org.groundwork.action.Picket;
import org.groundwork.action.Picket.Need;
import org.groundwork.action.Pickets;
import org.groundwork.action.SignUp;
import org.groundwork.action.SignUps;
import org.groundwork.action.Tallies;
import org.groundwork.demonstration.DemoTown.Cast;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.ids.Ids;

/** People at both doors since an hour, and again tomorrow. */
final class DemoPicket {
  private static final int BEFORE = 1;
  private static final int CHANGE = 3;
  private static final int AFTER = 6;
  private static final int NEEDED = 8;
  private final DemoTown town;
  private final Actions actions;
  private final SignUps signUps;
  private final Stood stood;
  private final Ids ids;

  DemoPicket(DemoTown town, Actions actions, SignUps signUps, Stood stood, Ids ids) {
    this.town = town;
    this.actions = actions;
    this.signUps = signUps;
    this.stood = stood;
    this.ids = ids;
  }

  /** What a picket is beside its date. */
  record Stood(Pickets pickets, Gates gates, Tallies tallies, Incidents incidents) {}

  /** Stands there, and returns the date that is on now. */
  UUID stand(Cast cast, UUID place, UUID fight, UUID rung) {
    var first = town.around(BEFORE, CHANGE);
    var second = town.around(-CHANGE, AFTER);
    UUID date = plan(cast, place, fight, rung, first, second);
    var shifts = actions.byId(date).orElseThrow().shifts().stream().map(Action.Shift::id).toList();
    prepare(cast, date);
    gates(cast, date, shifts);
    come(cast, shifts.get(0), "Zofia", "Mateo", "Goran", "Thabo", "Ana Paula", "Juan", "Ngozi");
    come(cast, shifts.get(1), "Cedric", "Dunja", "Sunita", "Ngozi");
    UUID tomorrow = plan(cast, place, fight, rung, later(first), later(second));
    come(cast, actions.byId(tomorrow).orElseThrow().shifts().getFirst().id(), "Zofia", "Goran", "Luz");
    return date;
  }

  private static Action.When later(Action.When today) {
    return new Action.When(today.starts().plus(Duration.ofDays(1)), today.ends().plus(Duration.ofDays(1)),
        today.zone());
  }

  private UUID plan(Cast cast, UUID place, UUID fight, UUID rung, Action.When first, Action.When second) {
    var told = new Action.Told(town.text(cast, "demonstration.picket.title"), "",
        town.text(cast, "demonstration.picket.place"), town.text(cast, "demonstration.picket.access"), "", "",
        town.text(cast, "demonstration.picket.rides"));
    UUID date = actions.plan(
        new Actions.Plan(Optional.of(fight), Optional.of(rung), Optional.of(place), told,
            new Needs.Asked(false, true, false, false), new Action.When(first.starts(), second.ends(), town.zone()),
            false),
        new Actions.NewShift(town.text(cast, "demonstration.picket.first"), first, OptionalInt.of(NEEDED),
            OptionalInt.empty()));
    actions.addShift(date, new Actions.NewShift(town.text(cast, "demonstration.picket.second"), second,
        OptionalInt.of(NEEDED), OptionalInt.empty()));
    return date;
  }

  private void come(Cast cast, UUID shift, String first, String... more) {
    cast.of(first, more).forEach(person -> signUps.come(shift, new SignUp.Who.Member(person)));
  }

  private void prepare(Cast cast, UUID date) {
    stood.pickets()
        .prepare(date, stood.pickets().of(date).version(),
            new Pickets.Told(town.text(cast, "demonstration.picket.line"),
                town.text(cast, "demonstration.picket.permit"), "555 0118",
                town.text(cast, "demonstration.picket.minors")),
            Set.of(Need.TOILETS, Need.WATER, Need.HEAT, Need.FOOD, Need.SIGNS));
    for (Need need : List.of(Need.TOILETS, Need.WATER, Need.SIGNS)) {
      stood.pickets().brought(date, need, true, Optional.of(Callers.actor().person()));
    }
  }

  private void gates(Cast cast, UUID date, List<UUID> shifts) {
    var gates = stood.gates();
    UUID front = gates.add(date, town.text(cast, "demonstration.picket.front")).orElseThrow();
    UUID dock = gates.add(date, town.text(cast, "demonstration.picket.dock")).orElseThrow();
    gates.keep(date, front, shifts.get(0), Optional.of(cast.of("Zofia")), Optional.of(cast.of("Mateo")));
    gates.keep(date, front, shifts.get(1), Optional.of(cast.of("Cedric")), Optional.empty());
    gates.keep(date, dock, shifts.get(0), Optional.of(cast.of("Goran")), Optional.of(cast.of("Juan")));
    gates.keep(date, dock, shifts.get(1), Optional.of(cast.of("Sunita")), Optional.of(cast.of("Ngozi")));
    for (int lorry = 0; lorry < 3; lorry++) {
      turnedAway(dock, shifts.get(0), Picket.Tally.DELIVERIES);
    }
    turnedAway(front, shifts.get(0), Picket.Tally.PEOPLE);
    turnedAway(front, shifts.get(0), Picket.Tally.PEOPLE);
    turnedAway(front, shifts.get(0), Picket.Tally.DELIVERIES);
    long version = gates.of(date).get(1).in(shifts.get(0)).orElseThrow().version();
    gates.handOver(dock, shifts.get(0), version, town.text(cast, "demonstration.picket.handed"),
        Optional.of(cast.of("Goran")));
    Instant now = town.now();
    stood.incidents()
        .add(date, ids.random(), new Incidents.New(dock, now.minus(Duration.ofMinutes(38)), Picket.Kind.CAR,
            town.text(cast, "demonstration.picket.car"), "ELM 118", Optional.of(cast.of("Goran"))));
    stood.incidents()
        .add(date, ids.random(), new Incidents.New(front, now.minus(Duration.ofMinutes(12)), Picket.Kind.POLICE,
            town.text(cast, "demonstration.picket.police"), "", Optional.of(cast.of("Zofia"))));
  }

  private void turnedAway(UUID gate, UUID shift, Picket.Tally what) {
    stood.tallies().add(gate, shift, what, "", Optional.empty());
  }
}
