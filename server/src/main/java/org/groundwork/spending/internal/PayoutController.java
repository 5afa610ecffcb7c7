// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.RequestLanguage;
import org.groundwork.spending.Approvals;
import org.groundwork.spending.Decided;
import org.groundwork.spending.From;
import org.groundwork.spending.NewPayout;
import org.groundwork.spending.Papers;
import org.groundwork.spending.Paying;
import org.groundwork.spending.Payout;
import org.groundwork.spending.Payouts;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One payment, and what is done with it. */
@Controller("spendingPayout")
class PayoutController {
  private final Transactions transactions;
  private final SpendingDesk desk;
  private final PayoutPages pages;
  private final Payouts payouts;
  private final Acts acts;

  PayoutController(Transactions transactions, SpendingDesk desk, PayoutPages pages, Payouts payouts, Acts acts) {
    this.transactions = transactions;
    this.desk = desk;
    this.pages = pages;
    this.payouts = payouts;
    this.acts = acts;
  }

  /** What can be done with a payment. */
  @Component("spendingActs")
  record Acts(Approvals approvals, Paying paying, Papers papers, Audit audit, RequestLanguage language) {}

  @GetMapping("/l/{local}/spending/{payout}")
  @Requires(Power.TAKE_PART)
  Answer payout(@PathVariable UUID payout, @RequestParam(defaultValue = "") String meanwhile) {
    return transactions.write(() -> {
      var read = read(payout);
      if (!read.concerns(Callers.actor().person())) {
        acts.audit().record("payout-seen", new SubjectRef("payout", payout), "");
      }
      return Answer.show(pages.of(read, pages.blank(read), FormErrors.none(), !meanwhile.isEmpty()));
    });
  }

  @GetMapping("/l/{local}/spending/{payout}/papers/{file}")
  @Requires(Power.TAKE_PART)
  Answer paper(@PathVariable UUID payout, @PathVariable UUID file) {
    return transactions.write(() -> {
      var read = read(payout);
      if (!SpendingDesk.readsWhose(Callers.actor(), read)) {
        throw SpendingDesk.notFound();
      }
      return handedOut(acts.papers().look(Papers.payout(payout), file).orElseThrow(SpendingDesk::notFound));
    });
  }

  static Answer handedOut(Papers.Opened paper) {
    return Answer.file(paper.content(), paper.mediaType(), switch (paper.mediaType()) {
      case "image/jpeg" -> "picture.jpg";
      case "image/png" -> "picture.png";
      default -> "letter.pdf";
    });
  }

  @PostMapping("/l/{local}/spending/{payout}/yes")
  @Requires(Power.APPROVE_MONEY)
  Answer yes(@PathVariable UUID payout, @ModelAttribute ActForm form, HttpServletRequest request) {
    Callers.everywhere(Power.APPROVE_MONEY);
    return act(payout, form, request, "approved", errors -> acts.approvals()
        .approve(payout, SpendingTyped.version(form.version()), pages.appropriation(form)));
  }

  @PostMapping("/l/{local}/spending/{payout}/back")
  @Requires(Power.APPROVE_MONEY)
  Answer back(@PathVariable UUID payout, @ModelAttribute ActForm form, HttpServletRequest request) {
    Callers.everywhere(Power.APPROVE_MONEY);
    return act(payout, form, request, "sent-back", errors -> {
      String why = errors.required("why", form.why(), NewPayout.LONGEST);
      return errors.any() ? new Decided.Meanwhile() : acts.approvals().sendBack(payout, why);
    });
  }

  @PostMapping("/l/{local}/spending/{payout}/release")
  @Requires(Power.APPROVE_MONEY)
  Answer release(@PathVariable UUID payout, @ModelAttribute ActForm form, HttpServletRequest request) {
    Callers.everywhere(Power.APPROVE_MONEY);
    return act(payout, form, request, "released", errors -> acts.paying().release(payout));
  }

  @PostMapping("/l/{local}/spending/{payout}/pay")
  @Requires(Power.KEEP_MONEY)
  Answer pay(@PathVariable UUID payout, @ModelAttribute ActForm form, HttpServletRequest request) {
    Callers.everywhere(Power.KEEP_MONEY);
    return act(payout, form, request, "paid", errors -> {
      LocalDate today = desk.today();
      var from = SpendingTyped.choice(errors, "from", form.from(), From::known);
      errors.required("on", form.on(), 20);
      var on = SpendingTyped.day(errors, "on", form.on(), today.minusYears(1), today);
      return errors.any() ? new Decided.Meanwhile() : acts.paying().pay(payout, from.orElseThrow(), on.orElseThrow());
    });
  }

  @PostMapping("/l/{local}/spending/{payout}/take-back")
  @Requires(Power.KEEP_MONEY)
  Answer takeBack(@PathVariable UUID payout, @ModelAttribute ActForm form, HttpServletRequest request) {
    Callers.everywhere(Power.KEEP_MONEY);
    return act(payout, form, request, "taken-back", errors -> {
      String why = errors.required("why", form.why(), NewPayout.LONGEST);
      return errors.any() ? new Decided.Meanwhile() : acts.approvals().takeBack(payout, why);
    });
  }

  @PostMapping("/l/{local}/spending/{payout}/not-paid")
  @Requires(Power.KEEP_MONEY)
  Answer notPaid(@PathVariable UUID payout, @ModelAttribute ActForm form, HttpServletRequest request) {
    Callers.everywhere(Power.KEEP_MONEY);
    return act(payout, form, request, "not-paid", errors -> {
      String to = errors.optional("wayTo", form.wayTo(), NewPayout.LONGEST);
      return errors.any() ? new Decided.Meanwhile() : acts.paying().takeBack(payout, to);
    });
  }

  @PostMapping("/l/{local}/spending/{payout}/withdraw")
  @Requires(Power.TAKE_PART)
  Answer withdraw(@PathVariable UUID payout, @ModelAttribute ActForm form, HttpServletRequest request) {
    return act(payout, form, request, "withdrawn", errors -> {
      if (!read(payout).asked(Callers.actor().person())) {
        throw SpendingDesk.notFound();
      }
      return payouts.withdraw(payout);
    });
  }

  private Answer act(UUID payout, ActForm form, HttpServletRequest request, String done,
      Function<FormErrors, Decided> deed) {
    return transactions.write(() -> {
      Payout before = read(payout);
      var errors = new FormErrors();
      Decided decided = deed.apply(errors);
      if (decided instanceof Decided.Done) {
        return SpendingDesk.goTo("spending?done=" + done);
      }
      var locale = acts.language().of(request);
      Optional.of(decided)
          .filter(each -> !errors.any())
          .ifPresent(each -> Why.refuse(errors, each,
              minor -> desk.money(minor).written(locale)));
      return errors.any()
          ? Answer.again(pages.of(before, form, errors, false))
          : SpendingDesk.goTo("spending/" + payout + "?meanwhile=1");
    });
  }

  private Payout read(UUID payout) {
    return payouts.find(payout)
        .filter(each -> SpendingDesk.reads(Callers.actor(), each))
        .orElseThrow(SpendingDesk::notFound);
  }
}
