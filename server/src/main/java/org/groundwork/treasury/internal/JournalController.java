// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.Balance;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Entry;
import org.groundwork.ledger.Fund;
import org.groundwork.ledger.Journal;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.treasury.Papers;
import org.groundwork.treasury.ReadersSums;
import org.groundwork.treasury.Span;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The entries of the books, for every member: days, words, accounts and amounts. */
@Controller
class JournalController {
  private static final int AT_ONCE = 50;
  private final Transactions transactions;
  private final TreasuryDesk desk;
  private final Parts parts;

  JournalController(Transactions transactions, TreasuryDesk desk, Parts parts) {
    this.transactions = transactions;
    this.desk = desk;
    this.parts = parts;
  }

  /** What the list is made of. */
  @Component("journalParts")
  record Parts(Books books, Journal journal, ReadersSums balances, Papers papers) {

    JournalPage.Names names() {
      return new JournalPage.Names(
          books.accounts().stream().collect(Collectors.toMap(Account::id, Account::name)),
          books.funds().stream().collect(Collectors.toMap(Fund::id, Fund::name)));
    }
  }

  /** What an address asks for, as it stands there. */
  record Asked(String first, String last, String account, String fund, String after) {}

  @GetMapping("/l/{local}/treasury/entries")
  @Requires(Power.TAKE_PART)
  Answer list(@RequestParam(defaultValue = "") String first, @RequestParam(defaultValue = "") String last,
      @RequestParam(defaultValue = "") String account, @RequestParam(defaultValue = "") String fund,
      @RequestParam(defaultValue = "") String after) {
    return transactions
        .read(() -> desk.open(book -> Answer.show(page(book, new Asked(first, last, account, fund, after)))));
  }

  private JournalPage page(Book book, Asked asked) {
    Span span = asked.first().isEmpty() && asked.last().isEmpty()
        ? new Span(YearMonth.from(desk.today()), YearMonth.from(desk.today()))
        : desk.span(book, asked.first(), asked.last());
    var account = Typed.id(asked.account()).map(id -> one(parts.books().accounts(), Account::id, id));
    var fund = Typed.id(asked.fund()).map(id -> one(parts.books().funds(), Fund::id, id));
    var wanted = new Journal.Wanted(span.first(), span.last(),
        account.map(Account::id).stream().collect(Collectors.toSet()),
        fund.map(Fund::id));
    var found = visible(wanted, place(asked.after()));
    var some = found.stream().limit(AT_ONCE).toList();
    String next = found.size() > AT_ONCE ? some.getLast().on() + "_" + some.getLast().id() : "";
    boolean sees = Callers.actor().mayEverywhere(Power.SEE_MONEY);
    return new JournalPage(book.currency(), span, account, fund, total(span, account, fund), rows(some, sees), next,
        parts.names(), sees, Callers.actor().mayEverywhere(Power.KEEP_MONEY),
        JournalPage.Around.of(span, YearMonth.from(book.openedOn()), YearMonth.from(desk.today())));
  }

  /** One more than a page of what the reader may see: a place in the list names nothing that is hidden. */
  private List<Entry> visible(Journal.Wanted wanted, Optional<Journal.At> after) {
    Hiding hiding = desk.hiding();
    var visible = new ArrayList<Entry>();
    Optional<Journal.At> at = after;
    List<Entry> some;
    do {
      some = parts.journal().latest(wanted, at, AT_ONCE + 1);
      some.stream().filter(entry -> !hiding.hides(entry)).forEach(visible::add);
      at = some.isEmpty() ? at : Optional.of(new Journal.At(some.getLast().on(), some.getLast().id()));
    } while (some.size() > AT_ONCE && visible.size() <= AT_ONCE);
    return visible;
  }

  /** What an address names must be there: another local's is not. */
  private static <T> T one(List<T> all, java.util.function.Function<T, UUID> id, UUID wanted) {
    return all.stream().filter(each -> id.apply(each).equals(wanted)).findFirst().orElseThrow(TreasuryDesk::notFound);
  }

  private List<JournalPage.Row> rows(List<Entry> entries, boolean sees) {
    Map<UUID, List<FileStore.Kept>> papers = sees
        ? parts.papers().ofMany(entries.stream().map(Entry::id).toList())
        : Map.of();
    var names = parts.names();
    UUID between = parts.books().account(UsedFor.BETWEEN_FUNDS).id();
    return entries.stream()
        .map(entry -> JournalPage.Row.of(entry, papers.getOrDefault(entry.id(), List.of()).size(), names, between))
        .toList();
  }

  private OptionalLong total(Span span, Optional<Account> account, Optional<Fund> fund) {
    if (account.isEmpty()) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(parts.balances()
        .between(span.first(), span.last())
        .stream()
        .filter(each -> each.account().equals(account.get().id()))
        .filter(each -> fund.isEmpty() || each.fund().equals(fund.get().id()))
        .mapToLong(Balance::amount)
        .reduce(0, Math::addExact));
  }

  private static Optional<Journal.At> place(String after) {
    String[] parts = after.split("_", 2);
    if (parts.length < 2) {
      return Optional.empty();
    }
    Optional<LocalDate> day = Typed.day(parts[0]);
    return day.flatMap(on -> Typed.id(parts[1]).map(id -> new Journal.At(on, id)));
  }
}
