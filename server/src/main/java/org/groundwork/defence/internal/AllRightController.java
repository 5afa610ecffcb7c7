// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.defence.AllRight;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.roll.People;
import org.groundwork.roll.Person;
import org.groundwork.roll.PersonRecords;
import org.groundwork.roll.SafeContact;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asking those who took part in something risky whether they are all right, one tap each. */
@Controller
class AllRightController {
  private static final int MOST = 200;
  private final Transactions transactions;
  private final CaseDesk desk;
  private final AllRight allRight;
  private final Reaching reaching;
  private final Audit audit;

  AllRightController(Transactions transactions, CaseDesk desk, AllRight allRight, Reaching reaching, Audit audit) {
    this.transactions = transactions;
    this.desk = desk;
    this.allRight = allRight;
    this.reaching = reaching;
    this.audit = audit;
  }

  /** How people are reached, and at which door. */
  @Component("reachingThoseAsked")
  record Reaching(SafeContact safe, PersonRecords records, Clock clock) {}

  @GetMapping("/l/{local}/all-right")
  @Requires(Power.TALK)
  Answer list(@RequestParam(defaultValue = "") String done) {
    return transactions.write(() -> {
      audit.record("all-right-listed", new SubjectRef("person", Callers.actor().person()), "");
      var due = due();
      var shown = due.subList(0, Math.min(due.size(), MOST));
      var known = desk.known(shown.stream().map(AllRight.Asked::person).toList());
      var held = reaching.records().places(known.keySet());
      var texts = reaching.safe()
          .whoMayBeReached(known.keySet(), SafeContact.Channel.TEXT, reaching.clock().instant());
      return Answer.show(new AllRightPage(shown.stream()
          .flatMap(asked -> Optional.ofNullable(known.get(asked.person()))
              .map(person -> row(asked, person, held.getOrDefault(asked.person(), List.of()),
                  texts.contains(asked.person())))
              .stream())
          .toList(), done.equals("noted")));
    });
  }

  /** Everybody the caller asks: not themself, they have a page of their own for that. */
  private List<AllRight.Asked> due() {
    return allRight.due(desk.within())
        .stream()
        .filter(asked -> !asked.person().equals(Callers.actor().person()))
        .toList();
  }

  private static AllRightPage.Row row(AllRight.Asked asked, People.Known known, List<Person.Held> places,
      boolean mayText) {
    String text = known.phone().filter(_ -> mayText).orElse("");
    return new AllRightPage.Row(asked, known.name(), door(asked, places), text, about(asked));
  }

  private static String door(AllRight.Asked asked, List<Person.Held> places) {
    return places.stream()
        .filter(held -> asked.latest().site().filter(held.site()::equals).isPresent())
        .flatMap(held -> held.unitLabel().stream())
        .findFirst()
        .orElse("");
  }

  private static String about(AllRight.Asked asked) {
    return asked.latest()
        .action()
        .map(FightChoices::ofAction)
        .orElseGet(() -> FightChoices.ofStep(asked.latest().step()));
  }

  /** One tap; a second tap, or that of somebody else meanwhile, changes nothing. */
  @PostMapping("/l/{local}/all-right")
  @Requires(Power.TALK)
  Answer noted(@RequestParam(defaultValue = "") String who, @RequestParam(defaultValue = "") String answer) {
    return transactions.write(() -> {
      UUID person = Typed.id(who).orElseThrow(CaseDesk::notFound);
      var said = AllRight.Answer.known(answer)
          .filter(tapped -> tapped != AllRight.Answer.HIT_BACK) // for which a case is opened
          .orElseThrow(CaseDesk::notFound);
      if (!person.equals(Callers.actor().person()) && allRight.isDue(desk.within(), person)) {
        allRight.answer(person, said);
      }
      return Answer.goTo(CaseDesk.at("all-right?done=noted"));
    });
  }

  @GetMapping("/l/{local}/all-right/me")
  @Requires(Power.TAKE_PART)
  Answer own() {
    return transactions.read(() -> {
      var asked = allRight.due(Callers.actor().person());
      return Answer.show(new OwnAllRightPage(asked.isPresent(), asked.map(AllRightController::about).orElse(""),
          asked.filter(AllRight.Asked::unnamed).isPresent()));
    });
  }

  @PostMapping("/l/{local}/all-right/me")
  @Requires(Power.TAKE_PART)
  Answer fine() {
    return transactions.write(() -> {
      allRight.answer(Callers.actor().person(), AllRight.Answer.ALL_RIGHT);
      return Answer.goTo("/l/" + Callers.actor().handle());
    });
  }
}
