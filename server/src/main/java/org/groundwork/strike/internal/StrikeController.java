// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.RequestLanguage;
import org.groundwork.strike.RentLine;
import org.groundwork.strike.Strike;
import org.groundwork.strike.Strikes;
import org.groundwork.strike.Withholding;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A strike from its first day to its end. */
@Controller
class StrikeController {
  private final Transactions transactions;
  private final StrikeDesk desk;
  private final Strikes strikes;
  private final StrikePages pages;
  private final Money money;
  private final Audit audit;

  StrikeController(Transactions transactions, StrikeDesk desk, Strikes strikes, StrikePages pages, Money money,
      Audit audit) {
    this.transactions = transactions;
    this.desk = desk;
    this.strikes = strikes;
    this.pages = pages;
    this.money = money;
    this.audit = audit;
  }

  /** How sums are typed, and the book that signatures stand in. */
  @org.springframework.stereotype.Component("strikeMoney")
  record Money(RequestLanguage language, RentRows rows, org.groundwork.strike.RentBook book) {}

  @GetMapping("/l/{local}/strikes")
  @Requires(Power.TAKE_PART)
  Answer list() {
    return transactions.read(() -> Answer.show(new StrikesPage(strikes.kept()
        .stream()
        .flatMap(strike -> desk.find(strike.step()).stream())
        .toList())));
  }

  @GetMapping("/l/{local}/strikes/{step}")
  @Requires(Power.TAKE_PART)
  Answer look(@PathVariable UUID step) {
    return transactions.write(() -> {
      var at = desk.seen(step);
      return Answer.show(pages.of(at, BeginForm.blank(desk.today()), FormErrors.none()));
    });
  }

  @PostMapping("/l/{local}/strikes/{step}/begin")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer begin(@PathVariable UUID step, @ModelAttribute BeginForm form) {
    return transactions.write(() -> {
      var at = desk.run(step);
      var errors = new FormErrors();
      var on = errors.day("on", form.on(), desk.today().minusYears(1), desk.today().plusDays(62));
      int due = at.rent() ? errors.number("due", form.due(), 1, 31) : 1;
      if (errors.any()) {
        return Answer.again(pages.of(at, form, errors));
      }
      var rent = at.rent()
          ? Optional.of(new Strike.Kind.Rent(new org.groundwork.strike.DueDays(due), desk.currency()))
          : Optional.<Strike.Kind.Rent>empty();
      switch (strikes.begin(at.rung(), on.orElseThrow(), rent)) {
        case Strikes.Begun.Yes() -> {
          return Answer.goTo(StrikeDesk.at("strikes/" + step));
        }
        case Strikes.Begun.NotNow() -> errors.refuse("on", "strikes.not-now");
        case Strikes.Begun.NotDecided() -> errors.refuse("on", "strikes.not-decided");
      }
      return Answer.again(pages.of(at, form, errors));
    });
  }

  @GetMapping("/l/{local}/strikes/{step}/agreement")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer agreement(@PathVariable UUID step, HttpServletRequest request) {
    return transactions.write(() -> {
      var at = going(step, true);
      var signed = money.rows().lines(at).stream().map(RentLine::unit).filter(Withholding::signed);
      return Answer.show(page(at, AgreementForm.of(at.strike().orElseThrow(), desk.today(),
          signed.map(Withholding::id).toList(), money.language().of(request)), FormErrors.none(), Optional.empty()));
    });
  }

  @PostMapping("/l/{local}/strikes/{step}/agreement")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer agree(@PathVariable UUID step, @ModelAttribute AgreementForm form, HttpServletRequest request) {
    return transactions.write(() -> {
      var at = going(step, true);
      var errors = new FormErrors();
      var agreement = form.read(errors, new StrikeTyped.Spelling(currency(at), money.language().of(request)),
          desk.today());
      if (agreement.isEmpty()) {
        return Answer.again(page(at, form, errors, Optional.empty()));
      }
      if (!strikes.agree(step, StrikeTyped.version(form.version()), agreement.get())) {
        var now = going(step, true).strike().orElseThrow();
        return new Answer.Show(page(at, form.over(now), errors, now.agreement()), 409);
      }
      money.book().signed(step, form.readSigned());
      return Answer.goTo(StrikeDesk.at("strikes/" + step));
    });
  }

  private AgreementPage page(StrikeAt at, AgreementForm form, FormErrors errors, Optional<Strike.Agreement> theirs) {
    audit.record("rent-strike-seen", new SubjectRef("strike", at.step()), "");
    var lines = money.rows().lines(at);
    var running = lines.stream().filter(line -> line.unit().withholds()).toList();
    return new AgreementPage(at, form, RentLine.total(lines, currency(at)), money.rows().rows(at, running), errors,
        theirs);
  }

  @GetMapping("/l/{local}/strikes/{step}/ending")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer ending(@PathVariable UUID step) {
    return transactions.read(() -> {
      var at = going(step, false);
      var first = StrikeTyped.later(desk.today(), at.strike().orElseThrow().begun());
      return Answer.show(ending(at, first.toString(), FormErrors.none()));
    });
  }

  @PostMapping("/l/{local}/strikes/{step}/ending")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer end(@PathVariable UUID step, @RequestParam(defaultValue = "") String on) {
    return transactions.write(() -> {
      var at = desk.run(step);
      var strike = at.strike().orElseThrow(StrikeDesk::notFound);
      if (!strike.goesOn()) {
        return Answer.goTo(StrikeDesk.at("strikes/" + step)); // sent twice: it has ended
      }
      var errors = new FormErrors();
      Optional<LocalDate> day = errors.day("on", on, strike.begun(),
          StrikeTyped.later(strike.begun(), desk.today().plusDays(1)));
      if (day.isEmpty()) {
        return Answer.again(ending(at, on, errors));
      }
      strikes.end(step, day.get());
      return Answer.goTo(StrikeDesk.at("strikes/" + step));
    });
  }

  private EndingPage ending(StrikeAt at, String on, FormErrors errors) {
    var open = money.rows().lines(at).stream().map(RentLine::unit).filter(Withholding::withholds).toList();
    return new EndingPage(at, on, (int) open.stream().filter(unit -> !unit.signed()).count(), desk.today(), errors);
  }

  private StrikeAt going(UUID step, boolean rent) {
    return Optional.of(desk.run(step))
        .filter(at -> at.goesOn() && (!rent || at.rent()))
        .orElseThrow(StrikeDesk::notFound);
  }

  private static java.util.Currency currency(StrikeAt at) {
    return at.strike().flatMap(Strike::rent).orElseThrow().currency();
  }
}
