// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.debits.Creditor;
import org.groundwork.debits.Creditors;
import org.groundwork.debits.DebitItem;
import org.groundwork.debits.DebitMandate;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own direct debit: given in a few fields, looked at, printed, taken back in one tap. */
@Controller
class MyDebitController {
  private static final int SHOWN = 12;
  private final Transactions transactions;
  private final DebitDesk desk;
  private final Creditors creditors;
  private final DebitMandatesController.Given given;

  MyDebitController(Transactions transactions, DebitDesk desk, Creditors creditors,
      DebitMandatesController.Given given) {
    this.transactions = transactions;
    this.desk = desk;
    this.creditors = creditors;
    this.given = given;
  }

  @GetMapping("/l/{local}/dues/debit")
  @Requires(Power.TAKE_PART)
  Answer mine(@RequestParam(defaultValue = "") String other, HttpServletRequest request) {
    return transactions.read(() -> Answer.show(page(MandateForm.blank(desk.fresh(), desk.name(DebitDesk.me())),
        new FormErrors(), other.equals("yes"), request)));
  }

  /** Signs: the text that is shown and kept is made here, in the reader's language. */
  @PostMapping("/l/{local}/dues/debit")
  @Requires(Power.TAKE_PART)
  Answer sign(@ModelAttribute MandateForm form, HttpServletRequest request) {
    return transactions.write(() -> {
      Optional<Creditor> creditor = creditors.ready();
      if (creditor.isEmpty()) {
        return Answer.goTo(DebitDesk.at("dues/debit"));
      }
      var errors = new FormErrors();
      var mandate = form.read(errors, Optional.of(new MandateForm.Signed(desk.today(),
          Optional.of(given.mandates().moment()), text(creditor.get(), desk.reader(request)))));
      if (mandate.isEmpty()) {
        return Answer.again(page(form, errors, true, request));
      }
      if (desk.first(form.once(), "debit-mandate")) {
        given.mandates().give(DebitDesk.me(), mandate.get(), creditor.get());
      }
      return Answer.goTo(DebitDesk.at("dues/debit"));
    });
  }

  /** Names the bank of one's own account, where nothing can be collected without. */
  @PostMapping("/l/{local}/dues/debit/bank")
  @Requires(Power.TAKE_PART)
  Answer bank(@RequestParam(defaultValue = "") String bic, HttpServletRequest request) {
    return transactions.write(() -> {
      Optional<DebitMandate> lacking = given.mandates()
          .of(DebitDesk.me(), 1)
          .stream()
          .filter(DebitMandate::lacksBank)
          .findFirst();
      if (lacking.isPresent()) {
        var errors = new FormErrors();
        Optional<String> bank = BankForm.read(errors, bic, lacking.get());
        if (bank.isEmpty()) {
          return Answer.again(page(new MandateForm("", "", "", bic, "", "", "", "", "", ""), errors, false, request));
        }
        given.banks().name(lacking.get().id(), bank.get());
      }
      return Answer.goTo(DebitDesk.at("dues/debit"));
    });
  }

  /** Takes back one's own. */
  @PostMapping("/l/{local}/dues/debit/revoke")
  @Requires(Power.TAKE_PART)
  Answer revoke() {
    return transactions.write(() -> {
      given.mandates()
          .of(DebitDesk.me(), SHOWN)
          .stream()
          .filter(DebitMandate::inForce)
          .forEach(each -> given.mandates().revoke(each.id()));
      return Answer.goTo(DebitDesk.at("dues/debit"));
    });
  }

  private MyDebitPage page(MandateForm form, FormErrors errors, boolean changing, HttpServletRequest request) {
    UUID me = DebitDesk.me();
    Optional<Creditor> creditor = creditors.ready();
    List<DebitItem> items = given.items().of(me, SHOWN);
    return new MyDebitPage(creditor.isPresent(), given.mandates().of(me, 1).stream().findFirst(),
        creditor.map(each -> text(each, desk.reader(request))).orElse(List.of()),
        items.stream()
            .filter(each -> each.state() == DebitItem.State.MADE || each.state() == DebitItem.State.FILED)
            .findFirst(),
        items, form, errors, changing, desk.zone());
  }

  /** The text of a mandate, as the European Payments Council has it for the core scheme, with who collects. */
  private List<String> text(Creditor creditor, Locale reader) {
    return List.of(desk.text(reader, "debits.text.title"),
        desk.text(reader, "debits.text.creditor", creditor.name(), creditor.address().line()),
        desk.text(reader, "debits.text.identifier", creditor.identifier()), desk.text(reader, "debits.text.type"),
        desk.text(reader, "debits.text.allows", creditor.name()), desk.text(reader, "debits.text.refund"),
        desk.text(reader, "debits.text.notice", creditor.noticeDays()));
  }
}
