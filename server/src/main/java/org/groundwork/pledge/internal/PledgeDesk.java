// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.organizing.Stewards;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.pledge.AskedStep;
import org.groundwork.pledge.Call;
import org.groundwork.pledge.Calls;
import org.groundwork.roll.People;
import org.groundwork.roll.Site;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.springframework.stereotype.Component;

/** What the pages of pledges have in common. Runs in a transaction. */
@Component
class PledgeDesk {
  private final Calls calls;
  private final Sites sites;
  private final People people;
  private final Stewards stewards;
  private final Mandates mandates;
  private final Locals locals;

  PledgeDesk(Calls calls, Sites sites, People people, Stewards stewards, Mandates mandates, Locals locals) {
    this.locals = locals;
    this.calls = calls;
    this.sites = sites;
    this.people = people;
    this.stewards = stewards;
    this.mandates = mandates;
  }

  /** A rung that is or was asked at a site where the caller holds talks, of somebody of its chart. */
  AskedStep reached(UUID site, UUID step, UUID person) {
    return calls.step(step)
        .filter(asked -> asked.site().equals(site) && Callers.actor().may(Power.TALK, site))
        .filter(asked -> calls.whoCounts(asked).contains(person))
        .orElseThrow(PledgeDesk::notFound);
  }

  /** Whether answers to a rung are taken now. */
  boolean asks(AskedStep step) {
    return step.now() && calls.of(step.id()).map(Call::asks).orElse(true);
  }

  /** Until when answers to a rung were taken; absent while they are. Ends what is due, in a writing transaction. */
  Optional<Over> over(AskedStep step) {
    calls.advance(step.id());
    return overSince(step);
  }

  /** The same as it was last written down. */
  Optional<Over> overSince(AskedStep step) {
    return asks(step)
        ? Optional.empty()
        : Optional.of(new Over(calls.endedAt(step.id()), locals.profile().zone()));
  }

  /** Who sees a person's name and answer at a site. */
  WhoSees who(AskedStep step, UUID person) {
    var steward = Optional.ofNullable(stewards.at(step.site()).get(person));
    var organisers = mandates.holders(Power.RUN_CAMPAIGNS, Set.of(step.site()))
        .stream()
        .filter(organiser -> !steward.equals(Optional.of(organiser)))
        .map(this::name)
        .filter(name -> !name.isEmpty())
        .sorted(String.CASE_INSENSITIVE_ORDER)
        .toList();
    return new WhoSees(steward.map(this::name), organisers);
  }

  boolean homes(AskedStep step) {
    return sites.byId(step.site()).map(Site::kind).filter(kind -> kind == SiteKind.BUILDING).isPresent();
  }

  String name(UUID person) { return people.known(person).map(People.Known::name).orElse(""); }

  Map<UUID, String> names(List<UUID> who) {
    var names = new HashMap<UUID, String>();
    people.known(who).forEach((person, known) -> names.put(person, known.name()));
    return names;
  }

  /** Where each person of a site is to be found. */
  Map<UUID, String> doors(UUID site) {
    var labels = new HashMap<UUID, String>();
    sites.units(site).forEach(unit -> labels.put(unit.id(), unit.label()));
    var doors = new HashMap<UUID, String>();
    people.at(site)
        .forEach(
            place -> doors.merge(place.person(), place.unit().map(unit -> labels.getOrDefault(unit, "")).orElse(""),
                (one, other) -> one.isEmpty() ? other : one));
    return doors;
  }

  Stewards stewards() { return stewards; }

  Calls calls() { return calls; }

  static NotAllowed notFound() { return new NotAllowed(NotAllowed.Reason.NOT_FOUND); }

  static String in(String path) { return "/l/" + Callers.actor().handle() + "/" + path; }
}
