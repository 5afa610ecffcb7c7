// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.debits.Creditor;
import org.groundwork.debits.Creditors;
import org.groundwork.debits.DebitBanks;
import org.groundwork.debits.DebitItems;
import org.groundwork.debits.DebitMandate;
import org.groundwork.debits.DebitMandates;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.NameSearch;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Members' mandates, for whoever keeps the money: looked at, entered from paper, ended as their holder asks. */
@Controller
class DebitMandatesController {
  private static final int SHOWN = 50;
  private static final int ITEMS = 24;
  private static final int LONGEST_SEARCH = 100;
  private final Transactions transactions;
  private final DebitDesk desk;
  private final Creditors creditors;
  private final Given given;
  private final NameSearch search;

  DebitMandatesController(Transactions transactions, DebitDesk desk, Creditors creditors, Given given,
      NameSearch search) {
    this.transactions = transactions;
    this.desk = desk;
    this.creditors = creditors;
    this.given = given;
    this.search = search;
  }

  /** What was given, and what was collected by it. */
  @Component("debitsGiven")
  record Given(DebitMandates mandates, DebitItems items, DebitBanks banks) {}

  @GetMapping("/l/{local}/dues/debits/mandates")
  @Requires(Power.KEEP_MONEY)
  Answer all(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String ended,
      @RequestParam(defaultValue = "") String before) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      desk.seen(Optional.empty());
      boolean over = ended.equals("yes");
      List<DebitMandate> some = given.mandates().latest(!over, DebitDesk.id(before), SHOWN);
      var names = desk.names(some.stream().flatMap(each -> each.person().stream()).toList());
      return Answer.show(new MandatesPage(
          some.stream().map(each -> new MandatesPage.Row(each, DebitDesk.name(names, each.person()))).toList(),
          given.mandates().numbers(), over, q, found(q),
          some.size() < SHOWN ? Optional.empty() : Optional.of(some.getLast().id())));
    });
  }

  private Optional<List<MandatesPage.Found>> found(String typed) {
    if (typed.isBlank() || typed.length() > LONGEST_SEARCH) {
      return Optional.empty();
    }
    return Optional.of(search.find(typed, Optional.empty()) instanceof NameSearch.Outcome.Found found
        ? found.people()
            .stream()
            .filter(each -> each.state().joined())
            .map(each -> new MandatesPage.Found(each.id(), each.name()))
            .toList()
        : List.of());
  }

  @GetMapping("/l/{local}/dues/debits/mandates/{mandate}")
  @Requires(Power.KEEP_MONEY)
  Answer one(@PathVariable UUID mandate) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      DebitMandate found = given.mandates().find(mandate).orElseThrow(DebitDesk::notFound);
      desk.seen(found.person());
      return Answer.show(page(found, "", new FormErrors()));
    });
  }

  private MandatePage page(DebitMandate found, String bic, FormErrors errors) {
    return new MandatePage(found, found.person().map(desk::name).orElse(""), found.person(),
        found.person().map(person -> given.items().of(person, ITEMS)).orElse(List.of()), desk.zone(), bic, errors);
  }

  /** Names the bank of an account that cannot be collected from without. */
  @PostMapping("/l/{local}/dues/debits/mandates/{mandate}/bank")
  @Requires(Power.KEEP_MONEY)
  Answer name(@PathVariable UUID mandate, @RequestParam(defaultValue = "") String bic) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      DebitMandate found = given.mandates().find(mandate).orElseThrow(DebitDesk::notFound);
      var errors = new FormErrors();
      if (found.lacksBank()) {
        Optional<String> bank = BankForm.read(errors, bic, found);
        if (bank.isEmpty()) {
          return Answer.again(page(found, bic, errors));
        }
        given.banks().name(mandate, bank.get());
      }
      return Answer.goTo(DebitDesk.at("dues/debits/mandates/" + mandate));
    });
  }

  /** Ends one because its holder asked for it. */
  @PostMapping("/l/{local}/dues/debits/mandates/{mandate}/revoke")
  @Requires(Power.KEEP_MONEY)
  Answer revoke(@PathVariable UUID mandate) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      var _ = given.mandates().find(mandate).orElseThrow(DebitDesk::notFound);
      given.mandates().revoke(mandate);
      return Answer.goTo(DebitDesk.at("dues/debits/mandates/" + mandate));
    });
  }

  @GetMapping("/l/{local}/dues/debits/paper/{person}")
  @Requires(Power.KEEP_MONEY)
  Answer paper(@PathVariable UUID person) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.read(() -> {
      if (creditors.ready().isEmpty()) {
        return Answer.goTo(DebitDesk.at("dues/debits"));
      }
      return Answer.show(page(person, MandateForm.blank(desk.fresh(), desk.name(person)), new FormErrors()));
    });
  }

  private PaperMandatePage page(UUID person, MandateForm form, FormErrors errors) {
    boolean replaces = given.mandates().of(person, 1).stream().anyMatch(DebitMandate::inForce);
    return new PaperMandatePage(person, desk.name(person), replaces, form, errors);
  }

  /** Enters what somebody signed on paper. */
  @PostMapping("/l/{local}/dues/debits/paper/{person}")
  @Requires(Power.KEEP_MONEY)
  Answer enter(@PathVariable UUID person, @ModelAttribute MandateForm form) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      Optional<Creditor> creditor = creditors.ready();
      if (creditor.isEmpty()) {
        return Answer.goTo(DebitDesk.at("dues/debits"));
      }
      desk.name(person);
      var errors = new FormErrors();
      var day = form.signedOn(errors, desk.today());
      var mandate = form.read(errors, day.map(on -> new MandateForm.Signed(on, Optional.empty(), List.of())));
      if (mandate.isEmpty()) {
        return Answer.again(page(person, form, errors));
      }
      if (!desk.first(form.once(), "debit-mandate")) {
        return Answer.goTo(DebitDesk.at("dues/debits/mandates"));
      }
      UUID entered = given.mandates().give(person, mandate.get(), creditor.get());
      return Answer.goTo(DebitDesk.at("dues/debits/mandates/" + entered));
    });
  }
}
