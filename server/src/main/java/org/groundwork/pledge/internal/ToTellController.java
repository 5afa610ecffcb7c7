// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.pledge.AskedStep;
import org.groundwork.pledge.Call;
import org.groundwork.pledge.FollowUps;
import org.groundwork.pledge.OwnPledgers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whom a steward is to tell what became of a call, so that none ends in silence. */
@Controller
class ToTellController {
  private final Transactions transactions;
  private final PledgeDesk desk;
  private final FollowUps followUps;
  private final OwnPledgers own;
  private final Audit audit;

  ToTellController(Transactions transactions, PledgeDesk desk, FollowUps followUps, OwnPledgers own, Audit audit) {
    this.transactions = transactions;
    this.desk = desk;
    this.followUps = followUps;
    this.own = own;
    this.audit = audit;
  }

  @GetMapping("/l/{local}/my-people/to-tell")
  @Requires(Power.TALK)
  Answer toTell() {
    return transactions.write(() -> {
      audit.record("my-people-seen", new SubjectRef("person", Callers.actor().person()), "");
      return Answer.show(page());
    });
  }

  @PostMapping("/l/{local}/my-people/to-tell")
  @Requires(Power.TALK)
  Answer told(@RequestParam UUID step, @RequestParam UUID person, @RequestParam(defaultValue = "") String said) {
    return transactions.write(() -> {
      boolean mine = desk.calls()
          .step(step)
          .filter(asked -> own.of(Callers.actor(), asked).containsKey(person))
          .isPresent()
          && followUps.of(step).stream().anyMatch(line -> line.person().equals(person));
      if (!mine) {
        throw PledgeDesk.notFound();
      }
      desk.calls().followedUp(step, person, FollowUps.Said.of(said).orElseThrow(PledgeDesk::notFound));
      return Answer.goTo(PledgeDesk.in("my-people/to-tell"));
    });
  }

  private ToTellPage page() {
    var waiting = new LinkedHashMap<UUID, List<UUID>>();
    own.waiting(Callers.actor())
        .forEach(line -> waiting.computeIfAbsent(line.step(), _ -> new ArrayList<>()).add(line.person()));
    var shown = new ArrayList<ToTellPage.Of>();
    waiting.forEach((id, people) -> desk.calls()
        .step(id)
        .map(step -> of(step, people))
        .filter(of -> !of.people().isEmpty())
        .ifPresent(shown::add));
    return new ToTellPage(shown);
  }

  private ToTellPage.Of of(AskedStep step, List<UUID> people) {
    var names = desk.names(people);
    var doors = new HashMap<UUID, String>();
    own.of(Callers.actor(), step)
        .values()
        .stream()
        .distinct()
        .forEach(site -> desk.doors(site).forEach(doors::putIfAbsent));
    return new ToTellPage.Of(step.id(), desk.calls().text(step),
        desk.calls().of(step.id()).map(Call::toTell).orElseGet(Call.How.OVER::key),
        people.stream()
            .filter(names::containsKey)
            .map(person -> new ToTellPage.Somebody(person, names.getOrDefault(person, ""),
                doors.getOrDefault(person, "")))
            .toList());
  }
}
