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
import org.groundwork.platform.web.FormErrors;
import org.groundwork.reinforcement.ReadyList;
import org.groundwork.reinforcement.Reciprocity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Saying that one can be called, and who showed up for whom. */
@Controller
class ReadyController {
  private static final Map<String, String> DONE = Map.of("said", "ready.done.said", "ended", "ready.done.ended", "no",
      "ready.done.no");
  private final Transactions transactions;
  private final ReinforcementDesk desk;
  private final ReadyList ready;
  private final Reciprocity reciprocity;

  ReadyController(Transactions transactions, ReinforcementDesk desk, ReadyList ready, Reciprocity reciprocity) {
    this.transactions = transactions;
    this.desk = desk;
    this.ready = ready;
    this.reciprocity = reciprocity;
  }

  @GetMapping("/l/{local}/ready")
  @Requires(Power.TAKE_PART)
  Answer look(@RequestParam(defaultValue = "") String done) {
    return transactions.read(() -> {
      UUID me = Callers.actor().person();
      var form = ReadyForm.of(ready.of(me), ready.places(me));
      return Answer.show(page(me, form, FormErrors.none(), DONE.getOrDefault(done, "")));
    });
  }

  private ReadyPage page(UUID me, ReadyForm form, FormErrors errors, String done) {
    boolean can = ready.of(me).isPresent();
    return new ReadyPage(can, !can && !ready.saidNo(me), form, errors, ready.places(me), reciprocity.cameMyself(me),
        reciprocity.cameToMine(me), done);
  }

  @PostMapping("/l/{local}/ready")
  @Requires(Power.TAKE_PART)
  Answer say(@ModelAttribute ReadyForm form) {
    return transactions.write(() -> {
      UUID me = Callers.actor().person();
      var errors = new FormErrors();
      var said = form.read(errors, ready.places(me));
      if (said.isEmpty()) {
        return Answer.again(page(me, form, errors, ""));
      }
      ready.say(me, said.get());
      return Answer.goTo(ReinforcementDesk.at("ready?done=said"));
    });
  }

  @PostMapping("/l/{local}/ready/end")
  @Requires(Power.TAKE_PART)
  Answer end() {
    return transactions.write(() -> {
      ready.notForMe(Callers.actor().person());
      return Answer.goTo(ReinforcementDesk.at("ready?done=ended"));
    });
  }

  @PostMapping("/l/{local}/ready/no")
  @Requires(Power.TAKE_PART)
  Answer no() {
    return transactions.write(() -> {
      ready.notForMe(Callers.actor().person());
      return Answer.goTo(ReinforcementDesk.at("ready?done=no"));
    });
  }

  @GetMapping("/l/{local}/reinforcements/together")
  @Requires(Power.TALK)
  Answer together() { return transactions.read(() -> Answer.show(new TogetherPage(places(), fights()))); }

  private List<TogetherPage.Line> places() {
    return reciprocity.places()
        .stream()
        .map(between -> new TogetherPage.Line(between.fromName(), between.toName(), between.times(),
            between.people()))
        .toList();
  }

  private List<TogetherPage.Line> fights() {
    var fights = reciprocity.fights();
    var titles = desk.titles(fights.stream().map(Reciprocity.ForFight::campaign).toList());
    return fights.stream()
        .flatMap(fight -> Optional.ofNullable(titles.get(fight.campaign()))
            .map(title -> new TogetherPage.Line("", title, fight.times(), fight.people()))
            .stream())
        .toList();
  }
}
