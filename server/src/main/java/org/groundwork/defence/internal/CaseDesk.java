// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.defence.Case;
import org.groundwork.defence.CaseReach;
import org.groundwork.defence.Cases;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.roll.People;
import org.groundwork.roll.Site;
import org.groundwork.roll.Sites;
import org.springframework.stereotype.Component;

/** What the pages of cases have in common: who may open them, what people and places are called, what day it is. */
@Component
class CaseDesk {
  private final Cases cases;
  private final CaseReach reach;
  private final People people;
  private final Sites sites;
  private final Locals locals;
  private final Clock clock;
  private final Audit audit;

  CaseDesk(Cases cases, CaseReach reach, People people, Sites sites, Locals locals, Clock clock, Audit audit) {
    this.cases = cases;
    this.reach = reach;
    this.people = people;
    this.sites = sites;
    this.locals = locals;
    this.clock = clock;
    this.audit = audit;
  }

  /** A case as the person, their steward or an organiser of its site looks at it; the look is audited. */
  Case seen(UUID id) {
    Case hit = mine(id);
    audit.record("case-seen", new SubjectRef("case", id), "");
    return hit;
  }

  /** A case that the caller may add to; any other is as if it were not there. */
  Case mine(UUID id) {
    Caller.Actor actor = Callers.actor();
    return cases.byId(id)
        .filter(hit -> CaseReach.own(actor, hit) || reach.worksOn(actor, hit))
        .orElseThrow(CaseDesk::notFound);
  }

  /** A case that the caller works on, as an organiser or the person's steward. */
  Case worked(UUID id) {
    return cases.byId(id).filter(hit -> reach.worksOn(Callers.actor(), hit)).orElseThrow(CaseDesk::notFound);
  }

  boolean worksOn(Case hit) { return reach.worksOn(Callers.actor(), hit); }

  Cases.Within within() { return reach.of(Callers.actor()); }

  /** What people are called, by who they are; whoever was forgotten is left out. */
  Map<UUID, People.Known> known(Collection<UUID> who) {
    return people.known(who.stream().distinct().toList());
  }

  String name(UUID person) { return people.known(person).map(People.Known::name).orElse(""); }

  String name(Optional<UUID> person) { return person.map(this::name).orElse(""); }

  String siteName(Optional<UUID> site) { return site.flatMap(sites::byId).map(Site::name).orElse(""); }

  LocalDate today() { return LocalDate.now(clock.withZone(locals.profile().zone())); }

  static String at(String rest) { return "/l/" + Callers.actor().handle() + "/" + rest; }

  static String at(UUID hit, String rest) { return at("cases/" + hit + rest); }

  static NotAllowed notFound() { return new NotAllowed(NotAllowed.Reason.NOT_FOUND); }
}
