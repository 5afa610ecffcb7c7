// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.organizing.Cards;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.PersonRecords;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Cards: their wordings, and signing one. */
@Controller("signedCardsController")
class CardsController {
  private static final int MOST = 20;
  private final Transactions transactions;
  private final Cards cards;
  private final PersonRecords records;
  private final TalkDesk desk;
  private final Audit audit;

  CardsController(Transactions transactions, Cards cards, PersonRecords records, TalkDesk desk, Audit audit) {
    this.transactions = transactions;
    this.cards = cards;
    this.records = records;
    this.desk = desk;
    this.audit = audit;
  }

  @GetMapping("/l/{local}/cards")
  @Requires(Power.ORGANISE)
  Answer texts() { return transactions.read(() -> Answer.show(page(CardTextForm.blank(), FormErrors.none()))); }

  @PostMapping("/l/{local}/cards")
  @Requires(Power.ORGANISE)
  Answer add(@ModelAttribute CardTextForm form) {
    Callers.everywhere(Power.ORGANISE);
    return transactions.write(() -> {
      var errors = new FormErrors();
      var kind = List.of(Cards.Kind.values()).stream().filter(k -> k.key().equals(form.kind())).findFirst();
      if (kind.isEmpty()) {
        errors.refuse("kind", "form.choose");
      }
      String language = errors.required("language", form.language(), 40);
      String wording = errors.required("wording", form.wording(), CardTextForm.LONGEST);
      var days = form.validDays() == null || form.validDays().isBlank()
          ? OptionalInt.empty()
          : OptionalInt.of(errors.number("validDays", form.validDays(), 1, CardTextForm.MOST_DAYS));
      if (!errors.any() && !cards.add(kind.orElseThrow(), language, wording, days)) {
        errors.refuse("wording", "cards.most", Cards.MOST_TEXTS);
      }
      return errors.any() ? Answer.again(page(form, errors)) : Answer.goTo(TalkDesk.in("cards"));
    });
  }

  @PostMapping("/l/{local}/cards/{text}/retire")
  @Requires(Power.ORGANISE)
  Answer retire(@PathVariable UUID text) {
    Callers.everywhere(Power.ORGANISE);
    return transactions.write(() -> {
      if (!cards.retire(text)) {
        throw TalkDesk.notFound();
      }
      return Answer.goTo(TalkDesk.in("cards"));
    });
  }

  @GetMapping("/l/{local}/people/{person}/signed")
  @Requires(Power.TALK)
  Answer signed(@PathVariable UUID person, @RequestParam Optional<UUID> text) {
    return transactions.write(() -> {
      reach(person);
      audit.record("person-seen", new SubjectRef("person", person), "");
      return Answer.show(page(person, text.flatMap(cards::inUse), "", desk.today().toString(), FormErrors.none()));
    });
  }

  @PostMapping("/l/{local}/people/{person}/signed")
  @Requires(Power.TALK)
  Answer sign(@PathVariable UUID person, @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String signature, @RequestParam(defaultValue = "") String on) {
    return transactions.write(() -> {
      reach(person);
      var errors = new FormErrors();
      var wording = TalkForm.uuid(text).flatMap(cards::inUse);
      if (wording.isEmpty()) {
        errors.refuse("text", "cards.text.choose");
      }
      boolean paper = !on.isEmpty();
      LocalDate day = paper ? day(on, errors) : desk.today();
      String name = paper ? "" : errors.required("signature", signature, TalkForm.LONGEST_NAME);
      if (errors.any() || wording.isEmpty()) {
        return Answer.again(page(person, paper ? Optional.empty() : wording, signature, on, errors));
      }
      cards.sign(person, wording.get().id(), day, Optional.of(name).filter(typed -> !typed.isEmpty()));
      return Answer.goTo(at(person));
    });
  }

  @PostMapping("/l/{local}/people/{person}/signed/{card}/withdraw")
  @Requires(Power.TALK)
  Answer withdraw(@PathVariable UUID person, @PathVariable UUID card) {
    return transactions.write(() -> {
      reach(person);
      if (!cards.withdraw(card, person)) {
        throw TalkDesk.notFound();
      }
      return Answer.goTo(at(person));
    });
  }

  private LocalDate day(String typed, FormErrors errors) {
    try {
      var day = LocalDate.parse(typed.strip());
      if (day.isAfter(desk.today()) || day.isBefore(desk.today().minusYears(10))) {
        errors.refuse("on", "cards.on.range");
      }
      return day;
    } catch (DateTimeParseException notADay) {
      errors.refuse("on", "form.date");
      return desk.today();
    }
  }

  /** Somebody at a site where the caller talks with people, and not on the boss's side there; else as if not there. */
  private void reach(UUID person) {
    boolean within = records.places(person)
        .stream()
        .anyMatch(held -> !held.bossSide() && Callers.actor().may(Power.TALK, held.site()));
    if (!within) {
      throw TalkDesk.notFound();
    }
  }

  private SignPage page(UUID person, Optional<Cards.Text> text, String typed, String on, FormErrors errors) {
    return new SignPage(person, desk.name(person), text, cards.texts(), cards.of(person, MOST), toJoin(person), typed,
        on.isEmpty() ? desk.today().toString() : on, errors);
  }

  private boolean toJoin(UUID person) {
    return cards.states(Cards.Kind.MEMBERSHIP, List.of(person)).get(person) == Cards.State.GOOD
        && records.find(person).filter(found -> found.state().mayJoin()).isPresent();
  }

  private CardsPage page(CardTextForm form, FormErrors errors) {
    return new CardsPage(cards.texts(), form, errors, Callers.actor().mayEverywhere(Power.ORGANISE));
  }

  private static String at(UUID person) { return TalkDesk.in("people/" + person + "/signed"); }
}
