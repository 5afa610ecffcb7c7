// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.organizing.Conversations;
import org.groundwork.organizing.Leaders;
import org.groundwork.organizing.Levels;
import org.groundwork.organizing.Part;
import org.groundwork.organizing.Stewards;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.roll.People;
import org.groundwork.roll.Site;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Whom the people of a site turn to: with these one talks first. */
@Controller
class TurnedToController {
  private final Transactions transactions;
  private final TalkDesk desk;
  private final StandingController.Judging judging;
  private final Stewards stewards;
  private final Conversations conversations;
  private final Audit audit;

  TurnedToController(Transactions transactions, TalkDesk desk, StandingController.Judging judging, Stewards stewards,
      Conversations conversations, Audit audit) {
    this.transactions = transactions;
    this.desk = desk;
    this.judging = judging;
    this.stewards = stewards;
    this.conversations = conversations;
    this.audit = audit;
  }

  @GetMapping("/l/{local}/sites/{site}/turned-to")
  @Requires(Power.ORGANISE)
  Answer turnedTo(@PathVariable UUID site) {
    return transactions.write(() -> {
      Site at = desk.site(site, Power.ORGANISE);
      audit.record("turned-to-seen", new SubjectRef("site", site), "");
      return Answer.show(page(at));
    });
  }

  private TurnedToPage page(Site site) {
    var turned = judging.leaders().at(site.id());
    var places = desk.places(site)
        .stream()
        .filter(place -> !place.bossSide() && turned.containsKey(place.person()))
        .toList();
    var people = places.stream().map(People.Place::person).collect(Collectors.toUnmodifiableSet());
    var facts = facts(site, people);
    var parts = parts(site, places);
    var once = new HashSet<UUID>();
    var lines = desk.named(site, places)
        .stream()
        .filter(somebody -> once.add(somebody.id()))
        .map(somebody -> line(somebody, turned.getOrDefault(somebody.id(), Set.of()).size(),
            parts.getOrDefault(somebody.id(), ""), facts))
        .sorted(Comparator.comparing(TurnedToPage.Line::leads)
            .thenComparingInt(TurnedToPage.Line::colleagues)
            .reversed()
            .thenComparing(TurnedToPage.Line::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
    return new TurnedToPage(site, lines, Leaders.COLLEAGUES, desk.today());
  }

  /** What is known of all of them. */
  private record Facts(Set<UUID> leading, Map<UUID, String> stewards, Map<UUID, Levels.Level> levels,
      Map<UUID, java.time.LocalDate> talked) {}

  private Facts facts(Site site, Set<UUID> people) {
    var of = stewards.at(site.id());
    var names = desk.names(new HashSet<>(of.values()));
    var theirs = new HashMap<UUID, String>();
    people.forEach(person -> Optional.ofNullable(of.get(person))
        .flatMap(steward -> Optional.ofNullable(names.get(steward)))
        .ifPresent(name -> theirs.put(person, name)));
    var byId = new HashMap<UUID, Levels.Level>();
    judging.levels().all().forEach(level -> byId.put(level.id(), level));
    var levels = new HashMap<UUID, Levels.Level>();
    judging.assessments()
        .standings(people)
        .forEach((person, standing) -> Optional.ofNullable(byId.get(standing.level()))
            .ifPresent(level -> levels.put(person, level)));
    return new Facts(judging.charts().leaders(site), theirs, levels, conversations.lastTalkedTo(people));
  }

  private Map<UUID, String> parts(Site site, java.util.List<People.Place> places) {
    var byUnit = new HashMap<UUID, String>();
    desk.units(site).forEach(unit -> byUnit.put(unit.id(), Part.of(site, unit)));
    var parts = new HashMap<UUID, String>();
    places.forEach(place -> place.unit().map(byUnit::get).ifPresent(part -> parts.putIfAbsent(place.person(), part)));
    return parts;
  }

  private static TurnedToPage.Line line(Somebody somebody, int colleagues, String part, Facts facts) {
    return new TurnedToPage.Line(somebody.id(), somebody.name(), part, somebody.door(), colleagues,
        facts.leading().contains(somebody.id()), Optional.ofNullable(facts.stewards().get(somebody.id())),
        Optional.ofNullable(facts.levels().get(somebody.id())), Optional.ofNullable(facts.talked().get(somebody.id())));
  }
}
