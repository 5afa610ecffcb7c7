// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.reinforcement.Answers;
import org.groundwork.reinforcement.Asked;
import org.groundwork.reinforcement.ReadyList;
import org.groundwork.reinforcement.Reinforcement;
import org.groundwork.reinforcement.Reinforcements;
import org.groundwork.reinforcement.Wishes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Calls for people as those who are asked see them: what is needed, when, in which part of town, and their answer. */
@Controller
class ReinforcementController {
  private static final Map<String, String> DONE = Map.ofEntries(Map.entry("called", "reinforcement.done.called"),
      Map.entry("draft", "reinforcement.done.draft"), Map.entry("out", "reinforcement.done.out"),
      Map.entry("same", "reinforcement.done.same"), Map.entry("late", "reinforcement.done.late"),
      Map.entry("asked", "reinforcement.done.asked"), Map.entry("nobody", "reinforcement.done.nobody"),
      Map.entry("corrected", "reinforcement.done.corrected"), Map.entry("coming", "reinforcement.done.coming"),
      Map.entry("waiting", "reinforcement.done.waiting"), Map.entry("withdrawn", "reinforcement.done.withdrawn"),
      Map.entry("cannot", "reinforcement.done.cannot"), Map.entry("here", "reinforcement.done.here"),
      Map.entry("over", "reinforcement.done.over"));
  private static final Map<String, String> WISHED = Map.of("wished", "wish.done.wished", "declined",
      "wish.done.declined", "answered", "wish.done.answered");
  private final Transactions transactions;
  private final ReinforcementDesk desk;
  private final Reinforcements calls;
  private final Answers answers;
  private final ReadyList ready;
  private final Wishes wishes;

  ReinforcementController(Transactions transactions, ReinforcementDesk desk, Reinforcements calls, Answers answers,
      ReadyList ready, Wishes wishes) {
    this.wishes = wishes;
    this.transactions = transactions;
    this.desk = desk;
    this.calls = calls;
    this.answers = answers;
    this.ready = ready;
  }

  @GetMapping("/l/{local}/reinforcements")
  @Requires(Power.TAKE_PART)
  Answer list(@RequestParam(defaultValue = "") String done) {
    return transactions.read(() -> {
      var actor = Callers.actor();
      boolean mayCall = actor.may(Power.ORGANISE);
      boolean talks = actor.may(Power.TALK);
      return Answer.show(new ReinforcementsPage(calls.goingOn(ReinforcementDesk.reader()),
          calls.past(ReinforcementDesk.reader()), mayCall,
          !mayCall && talks, ready.of(actor.person()).isPresent(),
          mayCall ? wishes.open(actor) : List.of(),
          talks ? wishes.of(actor.person()) : List.of(), WISHED.getOrDefault(done, "")));
    });
  }

  @GetMapping("/l/{local}/reinforcements/{id}")
  @Requires(Power.TAKE_PART)
  Answer look(@PathVariable UUID id, @RequestParam(defaultValue = "") String done) {
    return transactions.read(() -> {
      var call = desk.seen(id);
      var mine = desk.mine(call);
      boolean runs = ReinforcementDesk.runs(call);
      boolean second = runs && call.waits(desk.now())
          && !call.signed().account().equals(Callers.actor().account());
      return Answer.show(new ReinforcementPage(call, campaign(call, runs), mine, runs, second,
          runs ? answers.correctionUnread(id).size() : 0,
          desk.toldWhere(call, mine) ? call.told().place() : "", desk.now(), DONE.getOrDefault(done, "")));
    });
  }

  /** The fight, where naming it tells nothing: of a rapid call only to those who run it. */
  private Optional<org.groundwork.campaign.CampaignList.Line> campaign(Reinforcement call, boolean runs) {
    return runs || !call.rapid() ? desk.campaign(call.ties().campaign()) : Optional.empty();
  }

  @PostMapping("/l/{local}/reinforcements/{id}/answer")
  @Requires(Power.TAKE_PART)
  Answer answer(@PathVariable UUID id, @RequestParam(defaultValue = "") String say) {
    return transactions.write(() -> {
      var call = desk.seen(id);
      UUID me = Callers.actor().person();
      Asked.Outcome outcome = switch (say) {
        case "yes" -> answers.yes(call.id(), me);
        case "no" -> answers.no(call.id(), me);
        case "here" -> answers.here(call.id(), me);
        default -> throw ReinforcementDesk.notFound();
      };
      return Answer.goTo(ReinforcementDesk.at(id, "?done=" + outcome.key()));
    });
  }

  @PostMapping("/l/{local}/reinforcements/{id}/read")
  @Requires(Power.TAKE_PART)
  Answer read(@PathVariable UUID id) {
    return transactions.write(() -> {
      answers.read(desk.seen(id).id(), Callers.actor().person());
      return Answer.goTo(ReinforcementDesk.at(""));
    });
  }
}
