// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.groundwork.organizing.Asks;
import org.groundwork.organizing.Stewards;
import org.groundwork.organizing.Weeks;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.roll.People;
import org.groundwork.roll.Site;
import org.springframework.stereotype.Component;

/** Counts a site's week, steward by steward. Runs inside a transaction. */
@Component
class ReportBack {
  private final TalkDesk desk;
  private final Weeks weeks;
  private final Asks asks;
  private final Stewards stewards;

  ReportBack(TalkDesk desk, Weeks weeks, Asks asks, Stewards stewards) {
    this.desk = desk;
    this.weeks = weeks;
    this.asks = asks;
    this.stewards = stewards;
  }

  ReportBackPage of(Site site, ReportWeek week) {
    var ours = new HashSet<UUID>();
    desk.places(site).stream().filter(p -> !p.bossSide()).map(People.Place::person).forEach(ours::add);
    var theirs = theirs(site, ours);
    var talks = new HashMap<UUID, Weeks.Week>();
    weeks.at(site.id(), week.since(desk.zone()), week.until(desk.zone())).forEach(of -> talks.put(of.by(), of.week()));
    Set<UUID> did = asks.didBetween(ours, week.from(), week.to());
    var who = new TreeSet<>(theirs.keySet());
    who.addAll(talks.keySet());
    var names = desk.names(who);
    var lines = who.stream()
        .map(steward -> line(names.getOrDefault(steward, ""), theirs.getOrDefault(steward, Set.of()),
            Optional.ofNullable(talks.get(steward)), did))
        .toList();
    int covered = theirs.values().stream().mapToInt(Set::size).sum();
    return new ReportBackPage(site, week, ReportWeek.choices(desk.today()),
        week.monday().isEmpty() ? asks.at(site.id()).stream().findFirst() : Optional.empty(), lines,
        place(talks.values(), ours.size(), did.size()), local(week), ours.size() - covered);
  }

  private Map<UUID, Set<UUID>> theirs(Site site, Set<UUID> ours) {
    var theirs = new HashMap<UUID, Set<UUID>>();
    stewards.at(site.id()).forEach((person, steward) -> {
      if (ours.contains(person)) {
        theirs.computeIfAbsent(steward, _ -> new HashSet<>()).add(person);
      }
    });
    return theirs;
  }

  private static ReportBackPage.Line line(String name, Set<UUID> theirs, Optional<Weeks.Week> week,
      Set<UUID> did) {
    return line(name, OptionalInt.of(theirs.size()), week.orElse(Weeks.Week.NO_TALK),
        (int) theirs.stream().filter(did::contains).count());
  }

  private static ReportBackPage.Line line(String name, OptionalInt has, Weeks.Week w, int did) {
    return new ReportBackPage.Line(name, has, w.talked(), w.asked(), w.yes(), w.yesIf(), w.notYet(), w.no(), did);
  }

  private static ReportBackPage.Line place(Collection<Weeks.Week> talks, int people, int did) {
    return line("", OptionalInt.of(people), talks.stream().reduce(Weeks.Week.NO_TALK, Weeks.Week::and), did);
  }

  private Optional<ReportBackPage.Line> local(ReportWeek week) {
    return Callers.actor().mayEverywhere(Power.ORGANISE)
        ? Optional.of(line("", OptionalInt.empty(),
            weeks.ofAll(week.since(desk.zone()), week.until(desk.zone())),
            asks.howManyDid(week.from(), week.to())))
        : Optional.empty();
  }
}
