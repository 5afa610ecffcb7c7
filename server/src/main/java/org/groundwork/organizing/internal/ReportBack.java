// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
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
  private static final Conversations.Week NO_TALK = new Conversations.Week(new UUID(0, 0), 0, 0, 0, 0, 0, 0);
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
    var names = desk.names(who);
    int covered = theirs.values().stream().mapToInt(Set::size).sum();
    return new ReportBackPage(site, LocalDate.ofInstant(since, desk.zone()), desk.today(), ask,
        who.stream()
            .map(steward -> line(names.getOrDefault(steward, ""), theirs.getOrDefault(steward, Set.of()),
                Optional.ofNullable(week.get(steward)), did))
            .toList(),
        ours.size() - covered);
  }

  private static ReportBackPage.Line line(String name, Set<UUID> theirs, Optional<Conversations.Week> week,
      Set<UUID> did) {
    var w = week.orElse(NO_TALK);
    return new ReportBackPage.Line(name, theirs.size(), w.talked(), w.asked(), w.yes(), w.yesIf(), w.notYet(), w.no(),
        (int) theirs.stream().filter(did::contains).count());
  }
}
