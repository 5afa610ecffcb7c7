// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.groundwork.organizing.Stewards;
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
  private final Audit audit;

  ToTellController(Transactions transactions, PledgeDesk desk, FollowUps followUps, Audit audit) {
    this.transactions = transactions;
    this.desk = desk;
    this.followUps = followUps;
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
      if (desk.calls().step(step).filter(asked -> mine(asked).contains(person)).isEmpty()) {
        throw PledgeDesk.notFound();
      }
      desk.calls().followedUp(step, person, FollowUps.Said.of(said).orElseThrow(PledgeDesk::notFound));
      return Answer.goTo(PledgeDesk.in("my-people/to-tell"));
    });
  }

  /** The caller's own people at the site of a rung; a mandate that ended takes them with it. */
  private List<UUID> mine(AskedStep step) {
    return Callers.actor().may(Power.TALK, step.site())
        ? desk.stewards()
            .of(Callers.actor().person())
            .stream()
            .filter(mine -> mine.site().equals(step.site()))
            .map(Stewards.Mine::person)
            .toList()
        : List.of();
  }

  private ToTellPage page() {
    var all = desk.stewards().of(Callers.actor().person()).stream().map(Stewards.Mine::person).distinct().toList();
    var waiting = new LinkedHashMap<UUID, List<UUID>>();
    followUps.waiting(all)
        .forEach(line -> waiting.computeIfAbsent(line.step(), _ -> new ArrayList<>()).add(line.person()));
    var shown = new ArrayList<ToTellPage.Of>();
    waiting.forEach((id, people) -> desk.calls().step(id).ifPresent(step -> {
      var mine = mine(step);
      var names = desk.names(people.stream().filter(mine::contains).toList());
      var doors = desk.doors(step.site());
      if (!names.isEmpty()) {
        shown.add(new ToTellPage.Of(id, desk.calls().text(step), desk.calls()
            .of(id)
            .map(Call::toTell)
            .orElseGet(Call.How.OVER::key),
            people.stream()
                .filter(names::containsKey)
                .map(person -> new ToTellPage.Somebody(person, names.getOrDefault(person, ""),
                    doors.getOrDefault(person, "")))
                .toList()));
      }
    }));
    return new ToTellPage(shown);
  }
}
