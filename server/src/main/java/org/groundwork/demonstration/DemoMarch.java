// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.action.Actions;
import org.groundwork.action.March;
import org.groundwork.action.MarchParts;
import org.groundwork.action.Marches;
import org.groundwork.action.Needs;
import org.groundwork.action.SignUp;
import org.groundwork.action.SignUps;
import org.groundwork.campaign.Campaign;
import org.groundwork.demonstration.DemoTown.Cast;

/** The date of the house's second rung: people take their letter there, know what they do and have rehearsed half of it. */
final class DemoMarch {
  private static final int AHEAD = 12;
  private static final LocalTime FROM = LocalTime.of(18, 0);
  private static final LocalTime UNTIL = LocalTime.of(19, 30);
  private static final int NEEDED = 12;
  private final DemoTown town;
  private final Actions actions;
  private final SignUps signUps;
  private final Marches marches;
  private final MarchParts parts;

  DemoMarch(DemoTown town, Actions actions, SignUps signUps, Marches marches, MarchParts parts) {
    this.town = town;
    this.actions = actions;
    this.signUps = signUps;
    this.marches = marches;
    this.parts = parts;
  }

  /**
   * Plans it, as the organiser and within one transaction.
   *
   * @param fight whose second rung is a march
   * @param people of the house, at least eight
   */
  void plan(Cast cast, UUID site, Campaign.Core fight, List<UUID> people) {
    var when = town.on(town.today().plusDays(AHEAD), FROM, UNTIL);
    var rung = fight.plan().get(1);
    var told = new Action.Told(rung.what(), "", town.text(cast, "demonstration.march.place"), "", "",
        town.text(cast, "demonstration.march.childcare"), "");
    UUID date = actions.plan(
        new Actions.Plan(Optional.of(fight.id()), Optional.of(rung.id()), Optional.of(site), told,
            new Needs.Asked(true, false, false, true), when, false),
        new Actions.NewShift("", when, OptionalInt.of(NEEDED), OptionalInt.empty()));
    UUID shift = actions.byId(date).orElseThrow().shifts().getFirst().id();
    for (int at = 0; at < people.size() - 3; at++) {
      signUps.come(shift, new SignUp.Who.Member(people.get(at)), new Needs(at == 3, false, false, ""));
    }
    parts.give(date, March.Part.SPEAKS, people.get(0), Optional.of(fight.demands().getFirst().id()));
    parts.give(date, March.Part.GOES_IN, people.get(1), Optional.empty());
    parts.give(date, March.Part.WRITES, people.get(2), Optional.empty());
    parts.give(date, March.Part.GOES_IN, people.get(4), Optional.empty());
    parts.give(date, March.Part.DOOR, people.get(5), Optional.empty());
    parts.give(date, March.Part.CHECKS, people.get(6), Optional.empty());
    rehearse(cast, date);
  }

  private void rehearse(Cast cast, UUID date) {
    marches.film(date, marches.of(date).version(), town.text(cast, "demonstration.march.filming"));
    var answers = Arrays.stream(March.Reply.values())
        .map(reply -> new March.Answer(reply, town.text(cast, "march.propose." + reply.key()),
            reply == March.Reply.REFUSES || reply == March.Reply.ASIDE))
        .toList();
    marches.rehearse(date, marches.of(date).version(), answers, Optional.of(town.today().minusDays(1)));
  }
}
