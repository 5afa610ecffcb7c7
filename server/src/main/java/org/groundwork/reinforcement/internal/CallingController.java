// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement.internal;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.OnceOnly;
import org.groundwork.reinforcement.Confirmation;
import org.groundwork.reinforcement.Reinforcement;
import org.groundwork.reinforcement.Reinforcements;
import org.groundwork.reinforcement.Waves;
import org.groundwork.reinforcement.Wish;
import org.groundwork.reinforcement.Wishes;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Calling for people: making a call, the second person's yes or no, asking more, calling off, putting right. */
@Controller
class CallingController {
  private static final int LONGEST = 400;
  private final Transactions transactions;
  private final ReinforcementDesk desk;
  private final Reinforcements calls;
  private final Waves waves;
  private final Once once;

  CallingController(Transactions transactions, ReinforcementDesk desk, Reinforcements calls, Waves waves, Once once) {
    this.transactions = transactions;
    this.desk = desk;
    this.calls = calls;
    this.waves = waves;
    this.once = once;
  }

  /** Makes sure that a form sent twice, and a wish that two answer, makes one call. */
  @Component("calledOnce")
  record Once(OnceOnly only, Ids ids, Wishes wishes) {}

  @GetMapping("/l/{local}/reinforcements/new")
  @Requires(Power.ORGANISE)
  Answer blank(@RequestParam(defaultValue = "") String campaign, @RequestParam(defaultValue = "") String action,
      @RequestParam(defaultValue = "") String about, @RequestParam(defaultValue = "") String wish,
      @RequestParam(defaultValue = "") String when, @RequestParam(defaultValue = "") String where) {
    return transactions.read(() -> {
      var wished = CallTyped.id(wish).flatMap(once.wishes()::byId).filter(this::answers);
      if (wished.isPresent()) {
        return Answer.show(page(ReinforcementForm.of(once.ids().random(), wished.get(), desk.zone()), FormErrors.none(),
            desk.may(Optional.empty()), wished.get().why()));
      }
      var from = desk.action(CallTyped.id(action));
      String fight = from.flatMap(a -> a.campaign()).map(UUID::toString).orElse(campaign);
      String site = from.flatMap(a -> a.site())
          .or(() -> CallTyped.id(fight)
              .flatMap(id -> desk.campaigns().stream().filter(line -> line.id().equals(id)).findFirst())
              .flatMap(line -> line.site()))
          .map(UUID::toString)
          .orElse("");
      String kept = CallTyped.id(about).map(UUID::toString).orElse("");
      var form = ReinforcementForm.blank(once.ids().random(), new ReinforcementForm.From(fight, site, kept, from),
          desk.now(), desk.zone()).at(when, where);
      return Answer.show(page(form, FormErrors.none(), desk.may(Optional.empty()), ""));
    });
  }

  @PostMapping("/l/{local}/reinforcements/new")
  @Requires(Power.ORGANISE)
  Answer call(@ModelAttribute ReinforcementForm form, @RequestParam(defaultValue = "call") String act) {
    return transactions.write(() -> {
      var errors = new FormErrors();
      var may = desk.may(CallTyped.id(form.action()));
      var wish = CallTyped.id(form.wish());
      String why = wish.flatMap(once.wishes()::byId).filter(this::answers).map(Wish::why).orElse("");
      if (act.equals("count")) {
        return Answer.show(page(form, errors, may, why));
      }
      var made = form.read(errors, desk.zone(), desk.now(), may);
      if (made.isEmpty()) {
        return Answer.again(page(form, errors, may, why));
      }
      if (!once.only().first(CallTyped.id(form.once()).orElseThrow(ReinforcementDesk::notFound), "reinforcement")) {
        return Answer.goTo(ReinforcementDesk.at("reinforcements"));
      }
      var held = wish.flatMap(once.wishes()::held).filter(this::answers);
      if (wish.isPresent() && held.isEmpty()) {
        errors.refuse("urgency", "wish.answered");
        return Answer.again(page(form.withoutWish(once.ids().random()), errors, may, ""));
      }
      UUID id = calls.call(made.get());
      held.ifPresent(of -> once.wishes().called(of.id(), id));
      return Answer.goTo(ReinforcementDesk.at(id,
          made.get().urgency() == Reinforcement.Urgency.RAPID ? "?done=draft" : "?done=called"));
    });
  }

  private boolean answers(Wish wish) { return Callers.actor().may(Power.ORGANISE, wish.site()); }

  private ReinforcementEditPage page(ReinforcementForm form, FormErrors errors, ReinforcementForm.May may, String why) {
    var can = form.needed()
        .flatMap(need -> form.hours(desk.zone(), desk.now())
            .map(when -> waves.canBeAsked(need, when, Callers.actor().person())));
    return new ReinforcementEditPage(form, errors, may.campaigns(), may.sites(), may.wholeLocal(),
        can.isPresent() ? OptionalInt.of(can.get()) : OptionalInt.empty(), why);
  }

  @PostMapping("/l/{local}/reinforcements/{id}/confirm")
  @Requires(Power.ORGANISE)
  Answer confirm(@PathVariable UUID id) {
    return transactions.write(() -> {
      String done = switch (calls.confirm(desk.run(id).id())) {
        case Confirmation.Out _,Confirmation.AlreadyOut _ -> "out";
        case Confirmation.SamePerson _ -> "same";
        case Confirmation.Over _ -> "late";
      };
      return Answer.goTo(ReinforcementDesk.at(id, "?done=" + done));
    });
  }

  /** @param seen how many times the page had asked people, so that two taps ask one wave */
  @PostMapping("/l/{local}/reinforcements/{id}/more")
  @Requires(Power.ORGANISE)
  Answer more(@PathVariable UUID id, @RequestParam(defaultValue = "-1") String seen) {
    return transactions.write(() -> {
      var call = desk.run(id);
      int before = seen.matches("[0-9]{1,4}") ? Integer.parseInt(seen) : -1;
      boolean again = before != call.times().waves();
      return Answer
          .goTo(ReinforcementDesk.at(id, waves.next(id, before) > 0 || again ? "?done=asked" : "?done=nobody"));
    });
  }

  @GetMapping("/l/{local}/reinforcements/{id}/word")
  @Requires(Power.ORGANISE)
  Answer ask(@PathVariable UUID id, @RequestParam(defaultValue = "") String how) {
    return transactions.read(() -> Answer.show(new WordPage(desk.run(id), how(how), "", FormErrors.none())));
  }

  @PostMapping("/l/{local}/reinforcements/{id}/word")
  @Requires(Power.ORGANISE)
  Answer say(@PathVariable UUID id, @RequestParam(defaultValue = "") String how,
      @RequestParam(defaultValue = "") String word) {
    return transactions.write(() -> {
      var call = desk.run(id);
      var errors = new FormErrors();
      String text = errors.required("word", word, LONGEST);
      if (errors.any()) {
        return Answer.again(new WordPage(call, how(how), word, errors));
      }
      boolean done = switch (how(how)) {
        case REFUSE -> calls.refuse(id, text);
        case OFF -> calls.callOff(id, false, text);
        case FALSE_ALARM -> calls.callOff(id, true, text);
        case CORRECT -> calls.correct(id, text);
      };
      return Answer.goTo(ReinforcementDesk.at(id, done ? "?done=corrected" : "?done=late"));
    });
  }

  private static WordPage.How how(String typed) {
    return CallTyped.choice(new FormErrors(), "how", typed, WordPage.How.values())
        .orElseThrow(ReinforcementDesk::notFound);
  }
}
