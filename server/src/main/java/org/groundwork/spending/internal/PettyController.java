// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.spending.NewPayout;
import org.groundwork.spending.PettyCash;
import org.groundwork.spending.PettyDone;
import org.groundwork.spending.PettyFloat;
import org.groundwork.spending.RuleBook;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Petty cash: who carries some of the box, handing it out and taking it back, and counting it by two. */
@Controller("pettyPages")
class PettyController {
  private static final String PATH = "spending/petty-cash";
  private static final int OFFICERS = 300;
  private static final Set<String> SAID = Set.of("counted-once", "done");
  private final Transactions transactions;
  private final SpendingDesk desk;
  private final PettyDesk pettyDesk;
  private final PettyCash petty;
  private final RuleBook rules;
  private final Mandates mandates;
  private final AskController.Forms forms;

  PettyController(Transactions transactions, SpendingDesk desk, PettyDesk pettyDesk, PettyCash petty, RuleBook rules,
      Mandates mandates, AskController.Forms forms) {
    this.transactions = transactions;
    this.desk = desk;
    this.pettyDesk = pettyDesk;
    this.petty = petty;
    this.rules = rules;
    this.mandates = mandates;
    this.forms = forms;
  }

  @GetMapping("/l/{local}/spending/petty-cash")
  @Requires(Power.TAKE_PART)
  Answer all() {
    return transactions.read(() -> desk.book().isEmpty()
        ? Answer.show(new NoBooksPage())
        : Answer.show(new PettyCashPage(pettyDesk.rows(), desk.money(rules.now().pettyCash()),
            Callers.actor().mayEverywhere(Power.APPROVE_MONEY))));
  }

  @GetMapping("/l/{local}/spending/petty-cash/new")
  @Requires(Power.APPROVE_MONEY)
  Answer blank() {
    Callers.everywhere(Power.APPROVE_MONEY);
    return transactions.read(() -> desk.book().isEmpty()
        ? Answer.show(new NoBooksPage())
        : Answer.show(open(PettyForm.blank(forms.ids().random(), desk.carried().getFirst().id().toString(), ""),
            FormErrors.none())));
  }

  @PostMapping("/l/{local}/spending/petty-cash/new")
  @Requires(Power.APPROVE_MONEY)
  Answer handOut(@ModelAttribute PettyForm form, HttpServletRequest request) {
    Callers.everywhere(Power.APPROVE_MONEY);
    return transactions.write(() -> {
      UUID once = SpendingTyped.id(form.once()).orElseThrow(SpendingDesk::notFound);
      if (!forms.only().first(once, "petty-cash")) {
        return SpendingDesk.goTo(PATH);
      }
      var errors = new FormErrors();
      var holder = SpendingTyped.choice(errors, "holder", form.holder(), typed -> SpendingTyped.id(typed)
          .filter(id -> holders().stream().anyMatch(each -> each.id().equals(id))));
      var fund = SpendingTyped.choice(errors, "fund", form.fund(), typed -> SpendingTyped.id(typed)
          .filter(id -> desk.funds().stream().anyMatch(each -> each.id().equals(id))));
      var amount = SpendingTyped.money(errors, "amount", form.amount(), spelling(request), 1);
      if (amount.filter(sum -> sum > rules.now().pettyCash()).isPresent()) {
        errors.refuse("amount", "petty.too-much", written(request, rules.now().pettyCash()));
      }
      if (!errors.any()) {
        var opened = petty.open(holder.orElseThrow(), fund.orElseThrow());
        if (opened instanceof PettyDone.Done(UUID id)) {
          var filled = petty.topUp(id, amount.orElseThrow());
          if (filled instanceof PettyDone.Done) {
            return SpendingDesk.goTo(PATH + "/" + id);
          }
          petty.close(id); // nothing was put into it
          PettyDesk.refuse(errors, PettyDesk.AMOUNT, filled, minor -> written(request, minor));
        } else if (opened instanceof PettyDone.NotOfThisFund) {
          errors.refuse("fund", "petty.no-such-fund");
        } else {
          errors.refuse("holder", "petty.has-one");
        }
      }
      forms.only().notDone(once);
      return Answer.again(open(form, errors));
    });
  }

  private PettyOpenPage open(PettyForm form, FormErrors errors) {
    return new PettyOpenPage(form, holders(), desk.carried(), desk.money(rules.now().pettyCash()), errors);
  }

  private List<PettyOpenPage.Holder> holders() {
    return desk.names(mandates.officers(OFFICERS).stream().filter(pettyDesk::handsTo).toList())
        .entrySet()
        .stream()
        .map(each -> new PettyOpenPage.Holder(each.getKey(), each.getValue()))
        .sorted(Comparator.comparing(PettyOpenPage.Holder::name).thenComparing(PettyOpenPage.Holder::id))
        .toList();
  }

  @GetMapping("/l/{local}/spending/petty-cash/{id}")
  @Requires(Power.TAKE_PART)
  Answer one(@PathVariable UUID id, @RequestParam(defaultValue = "") String said) {
    return transactions.read(() -> Answer.show(pettyDesk.page(pettyDesk.seen(id),
        PettyForm.blank(forms.ids().random(), "", desk.today().toString()), FormErrors.none(), Optional.empty(),
        SAID.contains(said) ? said : "")));
  }

  @PostMapping("/l/{local}/spending/petty-cash/{id}/top-up")
  @Requires(Power.APPROVE_MONEY)
  Answer topUp(@PathVariable UUID id, @ModelAttribute PettyForm form, HttpServletRequest request) {
    Callers.everywhere(Power.APPROVE_MONEY);
    return act(id, form, request, (errors, held) -> {
      if (!Callers.actor().mayEverywhere(Power.KEEP_MONEY) && !pettyDesk.keeps(held)) {
        throw SpendingDesk.notFound();
      }
      return SpendingTyped.money(errors, "amount", form.amount(), spelling(request), 1)
          .map(sum -> petty.topUp(id, sum));
    });
  }

  /** Whoever spent it, or whoever keeps the money, says that something that was written down was a mistake. */
  @PostMapping("/l/{local}/spending/petty-cash/{id}/moves/{move}/undo")
  @Requires(Power.TAKE_PART)
  Answer undo(@PathVariable UUID id, @PathVariable UUID move, @ModelAttribute PettyForm form,
      HttpServletRequest request) {
    return act(id, form, request, (errors, held) -> {
      pettyDesk.undoable(held, move);
      String why = errors.required("what", form.what(), NewPayout.LONGEST);
      return errors.any() ? Optional.empty() : Optional.of(petty.undo(id, move, why));
    });
  }

  @PostMapping("/l/{local}/spending/petty-cash/{id}/give-back")
  @Requires(Power.KEEP_MONEY)
  Answer giveBack(@PathVariable UUID id, @ModelAttribute PettyForm form, HttpServletRequest request) {
    Callers.everywhere(Power.KEEP_MONEY);
    return act(id, form, request,
        (errors, held) -> SpendingTyped.money(errors, "amount", form.amount(), spelling(request), 1)
            .map(sum -> petty.giveBack(id, sum)));
  }

  @PostMapping("/l/{local}/spending/petty-cash/{id}/close")
  @Requires(Power.KEEP_MONEY)
  Answer close(@PathVariable UUID id, @ModelAttribute PettyForm form, HttpServletRequest request) {
    Callers.everywhere(Power.KEEP_MONEY);
    return act(id, form, request, (errors, held) -> Optional.of(petty.close(id)));
  }

  /** Whoever carries it, and anybody who says yes to money: two of them. */
  @PostMapping("/l/{local}/spending/petty-cash/{id}/count")
  @Requires(Power.TAKE_PART)
  Answer count(@PathVariable UUID id, @ModelAttribute PettyForm form, HttpServletRequest request) {
    return act(id, form, request, (errors, held) -> {
      var reader = Callers.actor();
      if (!held.isOf(reader.person()) && !reader.mayEverywhere(Power.APPROVE_MONEY)) {
        throw SpendingDesk.notFound();
      }
      String reason = errors.optional("reason", form.reason(), NewPayout.LONGEST);
      return SpendingTyped.money(errors, "counted", form.counted(), spelling(request), 0)
          .filter(_ -> !errors.any())
          .map(sum -> petty.counted(id, sum, reason));
    });
  }

  private Answer act(UUID id, PettyForm form, HttpServletRequest request,
      BiFunction<FormErrors, PettyFloat, Optional<PettyDone>> deed) {
    return transactions.write(() -> {
      PettyFloat held = pettyDesk.seen(id);
      UUID once = SpendingTyped.id(form.once()).orElseThrow(SpendingDesk::notFound);
      if (!forms.only().first(once, "petty-cash")) {
        return SpendingDesk.goTo(PATH + "/" + id);
      }
      var errors = new FormErrors();
      Optional<PettyDone> done = deed.apply(errors, held);
      String beside = form.move() == null ? PettyDesk.AMOUNT : PettyDesk.WHAT;
      done.ifPresent(each -> PettyDesk.refuse(errors, beside, each, minor -> written(request, minor)));
      if (!errors.any()) {
        boolean first = done.filter(PettyDone.CountedOnce.class::isInstance).isPresent();
        return SpendingDesk.goTo(PATH + "/" + id + "?said=" + (first ? "counted-once" : "done"));
      }
      forms.only().notDone(once);
      Optional<Money> off = done.flatMap(each -> each instanceof PettyDone.ReasonNeeded(long by)
          ? Optional.of(desk.money(by))
          : Optional.empty());
      return Answer.again(pettyDesk.page(pettyDesk.seen(id), form, errors, off, ""));
    });
  }

  private String written(HttpServletRequest request, long minor) {
    return desk.money(minor).written(forms.language().of(request));
  }

  private SpendingTyped.Spelling spelling(HttpServletRequest request) {
    return new SpendingTyped.Spelling(desk.currency(), forms.language().of(request));
  }
}
