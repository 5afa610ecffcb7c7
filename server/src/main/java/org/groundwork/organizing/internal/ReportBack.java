// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.groundwork.organizing.Conversations;
import org.groundwork.organizing.OpenAsks;
import org.groundwork.organizing.Stewards;
import org.groundwork.roll.People;
import org.groundwork.roll.Site;
import org.springframework.stereotype.Component;

/** Counts a site's week, steward by steward. Runs inside a transaction. */
@Component
class ReportBack {
  private final TalkDesk desk;
  private final Conversations conversations;
  private final Stewards stewards;

  ReportBack(TalkDesk desk, Conversations conversations, Stewards stewards) {
    this.desk = desk;
    this.conversations = conversations;
    this.stewards = stewards;
  }

  ReportBackPage of(Site site, Instant since) {
    var ours = new HashSet<UUID>();
    desk.places(site).stream().filter(p -> !p.bossSide()).map(People.Place::person).forEach(ours::add);
    var theirs = new HashMap<UUID, Set<UUID>>();
    stewards.at(site.id()).forEach((person, steward) -> {
      if (ours.contains(person)) {
        theirs.computeIfAbsent(steward, _ -> new HashSet<>()).add(person);
      }
    });
    var week = new HashMap<UUID, Conversations.Week>();
    conversations.weekAt(site.id(), since).forEach(w -> week.put(w.by(), w));
    var ask = conversations.asksAt(site.id()).stream().findFirst();
    Set<UUID> did = ask.map(OpenAsks.Ask::ref).map(ref -> conversations.didIt(ref, ours)).orElseGet(Set::of);
    var who = new TreeSet<>(theirs.keySet());
    who.addAll(week.keySet());
    int covered = theirs.values().stream().mapToInt(Set::size).sum();
    return new ReportBackPage(site, LocalDate.ofInstant(since, desk.zone()), desk.today(), ask,
        who.stream().map(steward -> line(steward, theirs.getOrDefault(steward, Set.of()), week, did)).toList(),
        ours.size() - covered);
  }

  private ReportBackPage.Line line(UUID steward, Set<UUID> theirs, Map<UUID, Conversations.Week> week, Set<UUID> did) {
    var w = week.getOrDefault(steward, new Conversations.Week(steward, 0, 0, 0, 0, 0, 0));
    return new ReportBackPage.Line(desk.name(steward), theirs.size(), w.talked(), w.asked(), w.yes(), w.yesIf(),
        w.notYet(), w.no(), (int) List.copyOf(theirs).stream().filter(did::contains).count());
  }
}
