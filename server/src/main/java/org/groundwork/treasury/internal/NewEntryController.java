// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.AccountDays;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.treasury.ByHandLimit;
import org.groundwork.treasury.OutOfPlaces;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writing into the books by hand. */
@Controller
class NewEntryController {
  private final Transactions transactions;
  private final TreasuryDesk desk;
  private final Books books;
  private final Ledger ledger;
  private final AccountDays days;
  private final Refusing refusing;
  private final OutOfPlaces out;
  private final List<ByHandLimit> limits;

  NewEntryController(Transactions transactions, TreasuryDesk desk, Books books, Ledger ledger, AccountDays days,
      Refusing refusing, OutOfPlaces out, ObjectProvider<ByHandLimit> limits) {
    this.transactions = transactions;
    this.desk = desk;
    this.books = books;
    this.ledger = ledger;
    this.days = days;
    this.refusing = refusing;
    this.out = out;
    this.limits = limits.orderedStream().toList();
  }

  @GetMapping("/l/{local}/treasury/entries/new")
  @Requires(Power.KEEP_MONEY)
  Answer ask(@RequestParam(defaultValue = "") String kind) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.read(() -> desk.open(book -> Answer.show(page(book,
        EntryForm.blank(EntryKind.of(kind).orElse(EntryKind.OUT), desk.form(), desk.today()), FormErrors.none()))));
  }

  @PostMapping("/l/{local}/treasury/entries/new")
  @Requires(Power.KEEP_MONEY)
  Answer enter(@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request) {
    Callers.everywhere(Power.KEEP_MONEY);
    String kind = typed.getFirst("kind");
    var form = EntryForm.of(EntryKind.of(kind == null ? "" : kind).orElseThrow(TreasuryDesk::notFound), typed);
    return transactions.write(() -> desk.open(book -> {
      var errors = new FormErrors();
      if (form.wantsMore()) {
        return Answer.show(page(book, form, errors));
      }
      var reading = new EntryForm.Reading(book.currency(), desk.language(request), desk.today(),
          books.account(UsedFor.BETWEEN_FUNDS).id());
      return form.read(errors, may(form), reading)
          .filter(entry -> within(entry, form, errors, reading))
          .flatMap(entry -> entered(entry, form, errors, reading))
          .map(id -> Answer.goTo(TreasuryDesk.at("/entries/" + id + "?done=entered")))
          .orElseGet(() -> Answer.again(page(book, form, errors)));
    }));
  }

  /**
   * Whether one person may write down by hand what an entry lets out of the places where money lies, or out of a fund: with
   * all that was written down so within days, so that several small ones are no way around.
   */
  private boolean within(NewEntry entry, EntryForm form, FormErrors errors, EntryForm.Reading reading) {
    var letsOut = out.of(entry.lines());
    if (!letsOut.even()) {
      errors.refuse(form.kind() == EntryKind.LINES ? "debit-0" : "amount", "treasury.by-hand.uneven");
      return false;
    }
    if ((letsOut.spent() == 0 && letsOut.moved() == 0) || limits.isEmpty()) {
      return true;
    }
    days.oneByOne();
    if (entry.source().flatMap(ledger::entered).isPresent()) {
      return true; // sent twice: it counts itself already
    }
    long most = limits.stream().mapToLong(ByHandLimit::most).min().orElseThrow();
    LocalDate first = entry.on().minusDays(ByHandLimit.DAYS);
    LocalDate last = entry.on().plusDays(ByHandLimit.DAYS);
    boolean alone = letsOut.spent() > most || letsOut.moved() > most;
    boolean moves = letsOut.moved() > most || (!alone && letsOut.moved() > 0
        && letsOut.moved() + days.debited(reading.betweenFunds(), EntryDesk.BY_HAND, first, last) > most);
    boolean together = moves || (letsOut.spent() > 0
        && letsOut.spent() + days.debitedBeside(out.notOut(), EntryDesk.BY_HAND, first, last) > most);
    if (alone || together) {
      errors.refuse(form.kind() == EntryKind.LINES ? "debit-0" : "amount",
          (alone ? "treasury.by-hand.over" : "treasury.by-hand.together") + (moves ? ".moves" : ""),
          new Money(most, reading.currency()).written(reading.language()));
    }
    return !errors.any();
  }

  private Optional<UUID> entered(NewEntry entry, EntryForm form, FormErrors errors,
      EntryForm.Reading reading) {
    var entered = ledger.enter(entry);
    if (entered instanceof Entered.Yes(UUID id)) {
      return Optional.of(id);
    }
    if (entered instanceof Entered.Already(UUID id)) {
      return Optional.of(id);
    }
    boolean lines = form.kind() == EntryKind.LINES;
    refusing.refuse(errors, entered,
        new Refusing.Fields("on", lines ? "account-0" : "fund", lines ? "debit-0" : "amount"),
        new Refusing.In(reading.currency(), reading.language()));
    return Optional.empty();
  }

  private EntryForm.May may(EntryForm form) {
    return new EntryForm.May(books.accounts().stream().filter(TreasuryDesk::byHand).toList(),
        books.funds().stream().filter(fund -> !fund.closed()).toList(), form);
  }

  private NewEntryPage page(Book book, EntryForm form, FormErrors errors) {
    var may = may(form);
    return new NewEntryPage(form, book.currency(), may.accounts(), may.places(), may.about(), may.funds(), errors);
  }
}
