// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.action.Actions;
import org.groundwork.action.March;
import org.groundwork.action.MarchParts;
import org.groundwork.action.Needs;
import org.groundwork.campaign.Campaign;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.Languages;

/** The date of the demonstration's second rung: people take their letter there, and some know already what they do. */
final class DemoMarch {
  private static final int AHEAD = 12;
  private static final LocalTime FROM = LocalTime.of(18, 0);
  private static final LocalTime UNTIL = LocalTime.of(19, 30);
  private static final int NEEDED = 12;
  private final Actions actions;
  private final MarchParts parts;
  private final Locals locals;
  private final Languages languages;
  private final Clock clock;

  DemoMarch(Actions actions, MarchParts parts, Locals locals, Languages languages, Clock clock) {
    this.actions = actions;
    this.parts = parts;
    this.locals = locals;
    this.languages = languages;
    this.clock = clock;
  }

  /**
   * Plans it, as the organiser and within one transaction.
   *
   * @param fight whose second rung is a march
   * @param people of the house, at least three
   */
  void plan(Locale language, UUID site, Campaign.Core fight, List<UUID> people) {
    var zone = locals.profile().zone();
    LocalDate day = LocalDate.ofInstant(clock.instant(), zone).plusDays(AHEAD);
    var when = new Action.When(day.atTime(FROM).atZone(zone).toInstant(), day.atTime(UNTIL).atZone(zone).toInstant(),
        zone);
    var rung = fight.plan().get(1);
    var told = new Action.Told(rung.what(), "", languages.text(language, "demonstration.march.place"), "", "",
        languages.text(language, "demonstration.march.childcare"), "");
    UUID date = actions.plan(new Actions.Plan(Optional.of(fight.id()), Optional.of(rung.id()), Optional.of(site), told,
        new Needs.Asked(true, false, false, true), when, false),
        new Actions.NewShift("", when, OptionalInt.of(NEEDED), OptionalInt.empty()));
    parts.give(date, March.Part.SPEAKS, people.get(0), Optional.of(fight.demands().getFirst().id()));
    parts.give(date, March.Part.GOES_IN, people.get(1), Optional.empty());
    parts.give(date, March.Part.WRITES, people.get(2), Optional.empty());
  }
}
