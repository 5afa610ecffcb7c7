// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.organizing.Stewards;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.reinforcement.ReadyList;
import org.groundwork.roll.People;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A steward writes down when those of their own people can be called who have no account and told them so. */
@Controller
class ReadyMineController {
  private final Transactions transactions;
  private final ReadyList ready;
  private final Own own;
  private final Audit audit;

  ReadyMineController(Transactions transactions, ReadyList ready, Own own, Audit audit) {
    this.transactions = transactions;
    this.ready = ready;
    this.own = own;
    this.audit = audit;
  }

  /** Who a steward's people are, and which of them can say it themselves. */
  @Component("readyOwnPeople")
  record Own(Stewards stewards, People people, Mandates mandates) {
    /** The caller's people at their places without an account; a mandate that ended takes them with it. */
    List<UUID> withoutAccount() {
      var mine = stewards.present(Callers.actor()).stream().map(Stewards.Mine::person).distinct().toList();
      var sign = mandates.withAccount(mine);
      return mine.stream().filter(person -> !sign.contains(person)).toList();
    }
  }

  @GetMapping("/l/{local}/ready/mine")
  @Requires(Power.TALK)
  Answer mine() {
    return transactions.write(() -> {
      audit.record("my-people-seen", new SubjectRef("person", Callers.actor().person()), "");
      var mine = own.withoutAccount();
      var known = own.people().known(mine);
      var can = ready.whoOf(mine);
      return Answer.show(new ReadyMinePage(mine.stream()
          .flatMap(person -> Optional.ofNullable(known.get(person))
              .map(who -> new ReadyMinePage.Somebody(person, who.name(), can.contains(person)))
              .stream())
          .toList()));
    });
  }

  @GetMapping("/l/{local}/ready/mine/{person}")
  @Requires(Power.TALK)
  Answer look(@PathVariable UUID person) {
    return transactions.write(() -> {
      requireMine(person);
      audit.record("person-seen", new SubjectRef("person", person), "");
      return Answer.show(page(person, ReadyForm.of(ready.of(person), ready.places(person)), false, FormErrors.none()));
    });
  }

  @PostMapping("/l/{local}/ready/mine/{person}")
  @Requires(Power.TALK)
  Answer say(@PathVariable UUID person, @ModelAttribute ReadyForm form, @RequestParam(defaultValue = "") String said) {
    return transactions.write(() -> {
      requireMine(person);
      var errors = new FormErrors();
      boolean theyDid = said.equals("yes");
      if (!theyDid) {
        errors.refuse("said", "ready-mine.said.needed");
      }
      var read = form.read(errors, ready.places(person));
      if (read.isEmpty()) {
        return Answer.again(page(person, form, theyDid, errors));
      }
      ready.say(person, read.get(), Callers.actor().person());
      audit.record("ready-said-for", new SubjectRef("person", person), "");
      return Answer.goTo(ReinforcementDesk.at("ready/mine"));
    });
  }

  @PostMapping("/l/{local}/ready/mine/{person}/end")
  @Requires(Power.TALK)
  Answer end(@PathVariable UUID person) {
    return transactions.write(() -> {
      requireMine(person);
      ready.takeBack(person);
      audit.record("ready-ended-for", new SubjectRef("person", person), "");
      return Answer.goTo(ReinforcementDesk.at("ready/mine"));
    });
  }

  private void requireMine(UUID person) {
    if (!own.withoutAccount().contains(person)) {
      throw ReinforcementDesk.notFound();
    }
  }

  private ReadyForPage page(UUID person, ReadyForm form, boolean said, FormErrors errors) {
    return new ReadyForPage(person, own.people().known(person).map(People.Known::name).orElse(""),
        ready.of(person).isPresent(), form, ready.places(person), said, errors);
  }
}
