// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groundwork.dues.Charge;
import org.groundwork.dues.Charges;
import org.groundwork.dues.Choices;
import org.groundwork.dues.NewPayment;
import org.groundwork.dues.Payment;
import org.groundwork.dues.Payments;
import org.groundwork.dues.Plan;
import org.groundwork.dues.Plans;
import org.groundwork.dues.Rate;
import org.groundwork.dues.Standing;
import org.groundwork.dues.Standings;
import org.groundwork.dues.Taken;
import org.groundwork.dues.Talks;
import org.groundwork.dues.Waivers;
import org.groundwork.dues.Way;
import org.groundwork.dues.WriteOffs;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.UndoGuard;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.RequestLanguage;
import org.groundwork.roll.Directory;
import org.groundwork.roll.NameSearch;
import org.groundwork.roll.People;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Members' dues, for whoever keeps the money: who is late, who asked for time, what comes in by hand. */
@Controller
class PayerController {
  private static final int SHOWN = 60;
  private static final int LATE = 200;
  private final Transactions transactions;
  private final DuesDesk desk;
  private final MyDuesController.Mine of;
  private final Roll roll;
  private final RateWords words;
  private final Deeds deeds;

  PayerController(Transactions transactions, DuesDesk desk, MyDuesController.Mine of, Roll roll, RateWords words,
      Deeds deeds) {
    this.transactions = transactions;
    this.desk = desk;
    this.of = of;
    this.roll = roll;
    this.words = words;
    this.deeds = deeds;
  }

  /** Who people are. */
  @Component("duesRoll")
  record Roll(People people, NameSearch search, Audit audit, RequestLanguage language) {
    String name(UUID person) { return people.known(person).map(People.Known::name).orElse(""); }
  }

  /** What is done about somebody's dues. */
  @Component("duesDeeds")
  record Deeds(Plans plans, WriteOffs writeOffs, Talks talks, UndoGuard guard) {}

  @GetMapping("/l/{local}/dues/members")
  @Requires(Power.SEE_MONEY)
  Answer members(@RequestParam(defaultValue = "") String q) {
    Callers.everywhere(Power.SEE_MONEY);
    return transactions.write(() -> {
      roll.audit().record("dues-seen", new SubjectRef("local", Tenancy.current().value()), "");
      boolean ready = desk.ready();
      var late = ready ? of.standings().longest(desk.today(), LATE) : new Standings.Longest(List.of(), 0);
      var asked = DuesDesk.keeps() ? of.waivers().asked() : List.<Waivers.Waiver>of();
      var names = roll.people()
          .known(Stream
              .concat(late.first().stream().map(Standings.Late::person), asked.stream().map(Waivers.Waiver::person))
              .collect(Collectors.toSet()));
      return Answer.show(new PayersPage(ready, desk.money(of.charges().allOpen()), late.all(), late.all() > LATE,
          late.first()
              .stream()
              .map(each -> new PayersPage.Late(each.person(), name(names, each.person()), each.standing().since(),
                  desk.money(each.standing().open())))
              .toList(),
          asked.stream().map(each -> new PayersPage.Asked(each, name(names, each.person()))).toList(), q, found(q)));
    });
  }

  private static String name(Map<UUID, People.Known> names, UUID person) {
    return Optional.ofNullable(names.get(person)).map(People.Known::name).orElse("");
  }

  private Optional<List<PayersPage.Found>> found(String typed) {
    if (typed.isBlank() || typed.length() > 100) {
      return Optional.empty();
    }
    return roll.search().find(typed, Optional.empty()) instanceof NameSearch.Outcome.Found found
        ? Optional.of(found.people().stream().filter(each -> each.state().joined()).map(PayerController::line).toList())
        : Optional.of(List.of());
  }

  private static PayersPage.Found line(Directory.Entry entry) { return new PayersPage.Found(entry.id(), entry.name()); }

  @GetMapping("/l/{local}/dues/members/{person}")
  @Requires(Power.SEE_MONEY)
  Answer member(@PathVariable UUID person, @RequestParam(defaultValue = "") String paid,
      @RequestParam(defaultValue = "") String done, HttpServletRequest request) {
    Callers.everywhere(Power.SEE_MONEY);
    return transactions.write(() -> {
      known(person);
      roll.audit().record("dues-seen", new SubjectRef("person", person), "");
      var receipt = DuesTyped.id(paid)
          .flatMap(of.payments()::find)
          .filter(each -> each.person().filter(person::equals).isPresent());
      return Answer.show(page(person, blank(person, request), new FormErrors(), receipt, done, request));
    });
  }

  private PayerPage.Form blank(UUID person, HttpServletRequest request) {
    long open = of.charges().open(person).stream().mapToLong(Charge::open).sum();
    return new PayerPage.Form(desk.fresh(), open == 0 ? "" : DuesTyped.written(open, desk.spelling(request)),
        desk.today().toString(), Way.CASH.key(), "", "");
  }

  @PostMapping("/l/{local}/dues/members/{person}/pay")
  @Requires(Power.KEEP_MONEY)
  Answer pay(@PathVariable UUID person, @RequestParam(defaultValue = "") String once,
      @RequestParam(defaultValue = "") String amount, @RequestParam(defaultValue = "") String on,
      @RequestParam(defaultValue = "") String way, @RequestParam(defaultValue = "") String note,
      HttpServletRequest request) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      ofAnother(person); // all of these ways are somebody's word: for one's own it is somebody else's
      var form = new PayerPage.Form(once, amount, on, way, note, "");
      var errors = new FormErrors();
      OptionalLong sum = DuesTyped.sum(errors, "amount", amount, desk.spelling(request), 1);
      var day = errors.day("on", on, desk.today().minusYears(2), desk.today());
      var how = Way.known(way);
      if (how.filter(PayerPage.WAYS::contains).isEmpty()) {
        errors.refuse("way", "dues.choose");
      }
      String said = errors.optional("note", note, NewPayment.LONGEST_NOTE);
      if (errors.any()) {
        return Answer.again(page(person, form, errors, Optional.empty(), "", request));
      }
      if (!desk.first(once, "dues-payment")) {
        return Answer.goTo(DuesDesk.at("dues/members/" + person));
      }
      return switch (of.payments()
          .take(new NewPayment(person, day.orElseThrow(), sum.orElseThrow(), 0,
              how.orElseThrow(), Optional.empty(), Optional.empty(), Optional.empty(), said))) {
        case Taken.Yes(UUID payment, _) -> Answer.goTo(DuesDesk.at("dues/members/" + person + "?paid=" + payment));
        case Taken.Already _,Taken.ReceiptTaken _ -> Answer.goTo(DuesDesk.at("dues/members/" + person));
        case Taken.NotEntered(Entered why) -> {
          desk.notDone(once);
          refuse(errors, "on", why);
          yield Answer.again(page(person, form, errors, Optional.empty(), "", request));
        }
      };
    });
  }

  private static void refuse(FormErrors errors, String field, Entered why) {
    switch (why) {
      case Entered.Closed(var month) -> errors.refuse(field, "dues.refused.closed", month.atDay(1));
      case Entered.TooEarly(LocalDate opened) -> errors.refuse(field, "dues.refused.early", opened);
      case Entered.Gone _,Entered.TooLittle _,Entered.Already _,Entered.Yes _ -> errors.refuse(field,
          "dues.refused.other");
    }
  }

  /** Takes back a payment that was wrong or that the bank returned. */
  @PostMapping("/l/{local}/dues/members/{person}/undo")
  @Requires(Power.KEEP_MONEY)
  Answer undo(@PathVariable UUID person, @RequestParam(defaultValue = "") String payment, HttpServletRequest request) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      ofAnother(person);
      Payment paid = DuesDesk.found(DuesTyped.id(payment)
          .flatMap(of.payments()::find)
          .filter(each -> each.person().filter(person::equals).isPresent() && each.way() != Way.BROUGHT));
      boolean elsewhere = !of.payments().byHand(paid) || deeds.guard().pinned(paid.entry());
      if (paid.wentBack() || elsewhere) {
        var refused = new FormErrors();
        refused.refuse("payments", elsewhere ? "dues.undo.elsewhere" : "dues.undo.went-back");
        return Answer.again(page(person, blank(person, request), refused, Optional.empty(), "", request));
      }
      deeds.guard().oneByOne();
      return switch (of.payments().undo(paid.id(), desk.today())) {
        case Payments.Undone.Yes(UUID made) -> {
          deeds.guard().undone(made);
          yield undone(person);
        }
        case Payments.Undone.Already _ -> undone(person);
        case Payments.Undone.NotEntered(Entered why) -> {
          var errors = new FormErrors();
          refuse(errors, "payments", why);
          yield Answer.again(page(person, blank(person, request), errors, Optional.empty(), "", request));
        }
      };
    });
  }

  private static Answer undone(UUID person) {
    return Answer.goTo(DuesDesk.at("dues/members/" + person + "?done=undone"));
  }

  /** Asks somebody's steward to talk with them; the steward learns neither what is open nor why. */
  @PostMapping("/l/{local}/dues/members/{person}/talk")
  @Requires(Power.KEEP_MONEY)
  Answer talk(@PathVariable UUID person, HttpServletRequest request) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      ofAnother(person);
      if (!deeds.talks().ask(person, desk.today())) {
        var errors = new FormErrors();
        errors.refuse("talk", "dues.talk.nobody");
        return Answer.again(page(person, blank(person, request), errors, Optional.empty(), "", request));
      }
      return Answer.goTo(DuesDesk.at("dues/members/" + person + "?done=talk"));
    });
  }

  /** Stops asking for what is open. */
  @PostMapping("/l/{local}/dues/members/{person}/off")
  @Requires(Power.KEEP_MONEY)
  Answer off(@PathVariable UUID person, @RequestParam(defaultValue = "") String why, HttpServletRequest request) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      ofAnother(person);
      var errors = new FormErrors();
      String said = errors.required("why", why, NewPayment.LONGEST_NOTE);
      var entered = errors.any()
          ? Optional.<Entered>empty()
          : deeds.writeOffs().writeOff(person, desk.today().plusYears(2), desk.today(), said);
      entered.filter(each -> !(each instanceof Entered.Yes)).ifPresent(each -> refuse(errors, "why", each));
      if (errors.any()) {
        var typed = blank(person, request);
        return Answer
            .again(page(person, new PayerPage.Form(typed.once(), typed.amount(), typed.on(), typed.way(), "", why),
                errors, Optional.empty(), "", request));
      }
      return Answer.goTo(DuesDesk.at("dues/members/" + person + "?done=off"));
    });
  }

  /** Answers what somebody asked: granted as asked, or talked about. */
  @PostMapping("/l/{local}/dues/waivers/{waiver}")
  @Requires(Power.KEEP_MONEY)
  Answer answered(@PathVariable UUID waiver, @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "") String open, HttpServletRequest request) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      var asked = DuesDesk.found(of.waivers().find(waiver));
      ofAnother(asked.person());
      var errors = new FormErrors();
      switch (answer) {
        case "grant" -> {
          if (of.waivers().grant(waiver, asked.until())) {
            takeOff(errors, asked.person(), asked.from(), asked.until(), open);
          }
        }
        case "talked" -> of.waivers().talked(waiver);
        case "end" -> of.waivers().end(waiver, desk.today());
        default -> throw DuesDesk.notFound();
      }
      return errors.any()
          ? Answer.again(page(asked.person(), blank(asked.person(), request), errors, Optional.empty(), "", request))
          : Answer.goTo(DuesDesk.at("dues/members/" + asked.person()));
    });
  }

  /** Does not charge somebody for some months, who said so and did not write. */
  @PostMapping("/l/{local}/dues/members/{person}/waive")
  @Requires(Power.KEEP_MONEY)
  Answer waive(@PathVariable UUID person, @RequestParam(defaultValue = "") String months,
      @RequestParam(defaultValue = "") String open, HttpServletRequest request) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      ofAnother(person);
      var errors = new FormErrors();
      int wanted = errors.number("months", months, 1, 12);
      if (errors.any()) {
        return Answer.again(page(person, blank(person, request), errors, Optional.empty(), "", request));
      }
      LocalDate from = desk.today().withDayOfMonth(1);
      LocalDate until = from.plusMonths(wanted).minusDays(1);
      of.waivers().give(person, from, until);
      takeOff(errors, person, from, until, open);
      if (errors.any()) {
        return Answer.again(page(person, blank(person, request), errors, Optional.empty(), "", request));
      }
      return Answer.goTo(DuesDesk.at("dues/members/" + person + "?done=waived"));
    });
  }

  /** Takes off what a pause covers, and all that is open if that was ticked; the pause holds, also where the books refuse. */
  private void takeOff(FormErrors errors, UUID person, LocalDate from, LocalDate until, String open) {
    deeds.writeOffs()
        .waive(person, from, until, desk.today())
        .filter(each -> !(each instanceof Entered.Yes))
        .ifPresent(each -> refuse(errors, "waivers", each));
    if (open.equals("yes") && !errors.any()) {
      deeds.writeOffs()
          .writeOff(person, desk.today().plusYears(2), desk.today(), "")
          .filter(each -> !(each instanceof Entered.Yes))
          .ifPresent(each -> refuse(errors, "waivers", each));
    }
  }

  private void known(UUID person) {
    if (!desk.ready() || roll.people().known(person).isEmpty()) {
      throw DuesDesk.notFound();
    }
  }

  /** Nobody takes, takes off or takes back anything of their own. */
  private void ofAnother(UUID person) {
    known(person);
    if (person.equals(DuesDesk.me())) {
      throw new NotAllowed(NotAllowed.Reason.ROLE);
    }
  }

  private PayerPage page(UUID person, PayerPage.Form form, FormErrors errors, Optional<Payment> receipt, String done,
      HttpServletRequest request) {
    Locale reader = roll.language().of(request);
    long open = of.charges().open(person).stream().mapToLong(Charge::open).sum();
    var waivers = of.waivers().of(person);
    var paused = waivers.stream().filter(each -> each.covers(desk.today())).findFirst();
    var payments = of.payments().of(person, SHOWN);
    return new PayerPage(person, roll.name(person), of.standings().of(person, desk.today()), desk.money(open),
        desk.money(of.payments().ahead(person)), rate(person, reader),
        words.rows(of.charges().of(person, SHOWN), desk.today(), paused.isPresent(), reader),
        payments, waivers, paused, talk(person, payments, waivers), form, errors, receipt, desk.today(), done);
  }

  /** The steward's talk, and what came of it since they were asked, or since the member fell behind. */
  private PayerPage.Talk talk(UUID person, List<Payment> payments, List<Waivers.Waiver> waivers) {
    var asked = deeds.talks().asked(person);
    var since = asked.or(() -> of.standings().of(person, desk.today()) instanceof Standing.InArrears late
        ? Optional.of(late.since())
        : Optional.empty());
    return new PayerPage.Talk(deeds.talks().canAsk(person), asked,
        since.flatMap(day -> deeds.talks().talked(person, day)),
        asked.filter(day -> waivers.stream().anyMatch(each -> !desk.day(each.at()).isBefore(day))).isPresent(),
        asked.filter(day -> payments.stream().anyMatch(each -> each.undone().isEmpty() && !each.on().isBefore(day)))
            .isPresent());
  }

  private String rate(UUID person, Locale reader) {
    var gone = of.choices().gone(person).filter(Choices.Gone::free);
    if (gone.isPresent()) {
      return words.gone(gone.get(), reader);
    }
    List<Plan> open = deeds.plans().open();
    var chosen = of.choices()
        .of(person)
        .map(choice -> choice.rate())
        .or(() -> open.stream().findFirst().flatMap(Plan::defaultRate).map(Rate::id));
    return open.stream()
        .flatMap(plan -> plan.rates()
            .stream()
            .filter(rate -> chosen.filter(rate.id()::equals).isPresent())
            .map(rate -> rate.name() + " · " + words.asks(plan, rate, desk.currency(), reader)))
        .findFirst()
        .orElse("");
  }
}
