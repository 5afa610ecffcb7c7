// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.spending.NewPayout;
import org.groundwork.spending.Papers;
import org.groundwork.spending.PettyCash;
import org.groundwork.spending.PettyDone;
import org.groundwork.spending.RuleBook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Whoever carries petty cash writes down what they spent of it, with the receipt. */
@Controller("pettySpent")
class PettySpentController {
  private final Transactions transactions;
  private final SpendingDesk desk;
  private final PettyDesk pettyDesk;
  private final PettyCash petty;
  private final RuleBook rules;
  private final AskController.Forms forms;

  PettySpentController(Transactions transactions, SpendingDesk desk, PettyDesk pettyDesk, PettyCash petty,
      RuleBook rules, AskController.Forms forms) {
    this.transactions = transactions;
    this.desk = desk;
    this.pettyDesk = pettyDesk;
    this.petty = petty;
    this.rules = rules;
    this.forms = forms;
  }

  @GetMapping("/l/{local}/spending/petty-cash/{id}/spent")
  @Requires(Power.TAKE_PART)
  Answer blank(@PathVariable UUID id) {
    return transactions
        .read(() -> Answer.show(page(id, PettyForm.blank(forms.ids().random(), "", desk.today().toString()),
            FormErrors.none())));
  }

  @PostMapping("/l/{local}/spending/petty-cash/{id}/spent")
  @Requires(Power.TAKE_PART)
  Answer spent(@PathVariable UUID id, @ModelAttribute PettyForm form, HttpServletRequest request,
      @RequestParam(name = "files", required = false) MultipartFile @Nullable [] sent) throws IOException {
    UUID once = transactions.read(() -> {
      pettyDesk.own(id); // before a file is looked at
      return SpendingTyped.id(form.once()).orElseThrow(SpendingDesk::notFound);
    });
    var errors = new FormErrors();
    forms.files().keep(sent, file -> forms.papers().keepWithForm(once, file)).refuse(errors);
    return transactions.write(() -> {
      pettyDesk.own(id);
      if (!forms.only().first(once, "petty-spent")) {
        forms.papers().drop(once);
        return back(id);
      }
      write(id, form, once, errors, request);
      if (errors.any()) {
        forms.only().notDone(once);
        return Answer.again(page(id, form, errors));
      }
      return back(id);
    });
  }

  private void write(UUID id, PettyForm form, UUID once, FormErrors errors, HttpServletRequest request) {
    var spelling = new SpendingTyped.Spelling(desk.currency(), forms.language().of(request));
    var amount = SpendingTyped.money(errors, "amount", form.amount(), spelling, 1);
    String what = errors.required("what", form.what(), NewPayout.LONGEST);
    var account = SpendingTyped.choice(errors, "account", form.account(), typed -> SpendingTyped.id(typed)
        .filter(one -> desk.kinds().stream().anyMatch(each -> each.id().equals(one))));
    errors.required("on", form.on(), 20);
    var on = SpendingTyped.day(errors, "on", form.on(), desk.today().minusYears(1), desk.today());
    String reason = errors.optional("noReceipt", form.noReceipt(), NewPayout.LONGEST / 2);
    long limit = rules.now().noReceipt();
    if (forms.papers().ofForm(once).isEmpty() && reason.isEmpty()) {
      errors.refuse("files", "spending.files.needed");
    } else if (forms.papers().ofForm(once).isEmpty() && amount.filter(sum -> sum > limit).isPresent()) {
      errors.refuse("files", "spending.files.above", desk.money(limit).written(spelling.locale()));
    }
    if (!errors.any()) {
      String words = reason.isEmpty() ? what : what + " (" + reason + ")";
      var done = petty.spent(id, amount.orElseThrow(), account.orElseThrow(), words, on.orElseThrow());
      PettyDesk.refuse(errors, PettyDesk.AMOUNT, done, minor -> desk.money(minor).written(spelling.locale()));
      if (done instanceof PettyDone.Done(UUID move)) {
        forms.papers().hand(once, Papers.pettyCash(move));
      }
    }
  }

  @GetMapping("/l/{local}/spending/petty-cash/{id}/papers/{move}/{file}")
  @Requires(Power.TAKE_PART)
  Answer paper(@PathVariable UUID id, @PathVariable UUID move, @PathVariable UUID file) {
    return transactions.write(() -> {
      pettyDesk.seen(id);
      if (petty.moves(id).stream().noneMatch(each -> each.id().equals(move))) {
        throw SpendingDesk.notFound();
      }
      return PayoutController.handedOut(forms.papers()
          .look(Papers.pettyCash(move), file)
          .orElseThrow(SpendingDesk::notFound));
    });
  }

  private PettySpentPage page(UUID id, PettyForm form, FormErrors errors) {
    UUID once = SpendingTyped.id(form.once()).orElseThrow(SpendingDesk::notFound);
    return new PettySpentPage(pettyDesk.row(pettyDesk.own(id)), form, desk.kinds(), desk.money(rules.now().noReceipt()),
        forms.papers().ofForm(once), errors);
  }

  private static Answer back(UUID id) { return SpendingDesk.goTo("spending/petty-cash/" + id + "?said=done"); }
}
