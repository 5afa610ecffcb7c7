// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.demonstration.DemoTown.Cast;
import org.groundwork.reinforcement.Answers;
import org.groundwork.reinforcement.Ready;
import org.groundwork.reinforcement.ReadyList;
import org.groundwork.reinforcement.Reinforcement;
import org.groundwork.reinforcement.Reinforcement.Need;
import org.groundwork.reinforcement.Reinforcement.Urgency;
import org.groundwork.reinforcement.Reinforcements;
import org.groundwork.reinforcement.Slots;

/** Calls for people: one that is over, one that goes on, one that waits for the second organiser. */
final class DemoCalls {
  /** Who came from one house to another this morning. */
  private static final List<String> CAME = List.of("Lucjan", "Tariq", "Joana", "Hanne", "Asha", "Comfort");
  /** Who else can be called. */
  private static final List<String> READY = List.of("Maria", "Juan", "Ngozi", "Sam", "Pete", "Amina", "Irene", "Yusuf",
      "Li Wei", "Kofi", "Salma", "Nilufar", "Dolores");
  private final DemoTown town;
  private final ReadyList ready;
  private final Reinforcements calls;
  private final Answers answers;

  DemoCalls(DemoTown town, ReadyList ready, Reinforcements calls, Answers answers) {
    this.town = town;
    this.ready = ready;
    this.calls = calls;
    this.answers = answers;
  }

  /** The call that is over: they came from the house that had won before. */
  void over(Cast cast, DemoRiverRoad.Played river) {
    CAME.forEach(name -> ready(cast, name, 0));
    ready(cast, "Mirela", 0);
    var when = town.around(2, 1);
    UUID call = calls.call(made(cast, "marshal", Urgency.NOW, 7, when,
        new Reinforcement.Ties(Optional.of(river.fight()), Optional.empty(), Optional.of(river.house()),
            Optional.empty())));
    CAME.forEach(name -> {
      answers.yes(call, cast.of(name));
      answers.here(call, cast.of(name));
    });
    answers.no(call, cast.of("Mirela"));
    calls.count(call, CAME.size() + 3);
    calls.callOff(call, false, town.text(cast, "demonstration.call.marshal.off"));
  }

  /** The call that goes on: more people for the doors. */
  void live(Cast cast, DemoCleaners.Played cleaners) {
    READY.forEach(name -> ready(cast, name, name.equals("Irene") ? Need.FOOD.bit() : 0));
    UUID call = calls.call(made(cast, "doors", Urgency.TODAY, 6, town.around(-1, 6),
        new Reinforcement.Ties(Optional.of(cleaners.fight()), Optional.of(cleaners.picket()),
            Optional.of(cleaners.place()), Optional.empty())));
    for (String name : List.of("Irene", "Yusuf", "Kofi")) {
      answers.yes(call, cast.of(name));
    }
    answers.no(call, cast.of("Pete"));
  }

  /** The call that asks nobody yet, made by the second organiser. */
  void waits(Cast cast, DemoRiverRoad.Played river, UUID about) {
    calls.call(made(cast, "eviction", Urgency.RAPID, 15, town.around(-2, 5),
        new Reinforcement.Ties(Optional.of(river.fight()), Optional.empty(), Optional.of(river.house()),
            Optional.of(about))));
  }

  private void ready(Cast cast, String name, int can) {
    UUID person = cast.of(name);
    int always = Slots.of(EnumSet.allOf(DayOfWeek.class), EnumSet.allOf(Slots.Part.class));
    ready.say(person,
        new Ready(ready.places(person).stream().findFirst().map(ReadyList.OwnPlace::id), "", always, can));
  }

  private Reinforcements.NewCall made(Cast cast, String what, Urgency urgency, int wanted, Action.When when,
      Reinforcement.Ties ties) {
    String key = "demonstration.call." + what;
    return new Reinforcements.NewCall(urgency, Need.BODIES, wanted, town.text(cast, key + ".title"),
        town.text(cast, key + ".area"), town.text(cast, key + ".place"),
        new Reinforcement.When(when.starts(), when.ends(), when.zone()), ties);
  }
}
