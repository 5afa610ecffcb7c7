// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.AccountKind;
import org.groundwork.ledger.Balances;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Fund;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.Answer;
import org.groundwork.roll.People;
import org.groundwork.spending.Payee;
import org.groundwork.spending.Payout;
import org.groundwork.spending.Paying;
import org.groundwork.spending.Stage;
import org.springframework.stereotype.Component;

/** What the pages of spending have in common: what things are called, and who may read what. Runs inside a transaction. */
@Component
class SpendingDesk {
  private final Books books;
  private final Balances balances;
  private final People people;
  private final Paying paying;
  private final Locals locals;
  private final Clock clock;

  SpendingDesk(Books books, Balances balances, People people, Paying paying, Locals locals, Clock clock) {
    this.books = books;
    this.balances = balances;
    this.people = people;
    this.paying = paying;
    this.locals = locals;
    this.clock = clock;
  }

  static NotAllowed notFound() { return new NotAllowed(NotAllowed.Reason.NOT_FOUND); }

  /** An address within the local. */
  static Answer goTo(String path) {
    return Answer.goTo("/l/" + Callers.actor().handle() + "/" + path);
  }

  LocalDate today() { return LocalDate.now(clock.withZone(locals.profile().zone())); }

  ZoneId zone() { return locals.profile().zone(); }

  Optional<Book> book() { return books.find(); }

  Currency currency() { return books.find().map(Book::currency).orElseThrow(SpendingDesk::notFound); }

  Money money(long minor) { return new Money(minor, currency()); }

  List<Fund> funds() { return books.funds().stream().filter(each -> !each.closed()).toList(); }

  /** Those out of which bills and what members laid out are paid; hardship aid goes its own way. */
  List<Fund> spendable() {
    return funds().stream().filter(each -> each.kind() != FundKind.HARDSHIP).toList();
  }

  /** Those of which somebody may carry petty cash. */
  List<Fund> carried() {
    return spendable().stream().filter(each -> each.kind() != FundKind.STRIKE).toList();
  }

  Optional<Fund> fund(UUID id) { return books.funds().stream().filter(each -> each.id().equals(id)).findFirst(); }

  /** What money is spent on by people; not what the program enters by itself. */
  List<Account> kinds() {
    return books.accounts()
        .stream()
        .filter(each -> each.kind() == AccountKind.EXPENSE && !each.closed() && each.usedFor().isEmpty())
        .toList();
  }

  /** Where money lies: the box, the bank, services, and what is on its way. */
  List<Account> places() {
    return books.accounts()
        .stream()
        .filter(each -> each.kind() == AccountKind.ASSET && !each.closed()
            && each.usedFor().filter(UsedFor.DUES_OWED::equals).isEmpty())
        .toList();
  }

  /** The names of accounts. */
  Map<UUID, String> accountNames() {
    return books.accounts().stream().collect(Collectors.toMap(Account::id, Account::name));
  }

  /** The names of funds. */
  Map<UUID, String> fundNames() {
    return books.funds().stream().collect(Collectors.toMap(Fund::id, Fund::name));
  }

  /** What may leave a fund, in minor units. */
  long held(UUID fund) {
    var counted = books.accounts()
        .stream()
        .filter(each -> (each.kind() == AccountKind.ASSET || each.kind() == AccountKind.LIABILITY)
            && each.usedFor().filter(UsedFor.DUES_OWED::equals).isEmpty())
        .map(Account::id)
        .collect(Collectors.toSet());
    return balances.until(YearMonth.from(today().plusYears(1)))
        .stream()
        .filter(each -> each.fund().equals(fund) && counted.contains(each.account()))
        .mapToLong(each -> each.amount())
        .reduce(0, Math::addExact);
  }

  /** What people are called; of whoever is not there any more, nothing. */
  Map<UUID, String> names(Collection<UUID> of) {
    return people.known(new HashSet<>(of))
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().name()));
  }

  /** Whether somebody reads what is paid to others, while it is open or at any time. */
  static boolean reads(Caller.Actor reader, Payout payout) {
    boolean over = payout.stage() instanceof Stage.Paid || payout.stage() instanceof Stage.Withdrawn;
    return payout.concerns(reader.person()) || reader.mayEverywhere(Power.SEE_MONEY)
        || (!over && reader.mayEverywhere(Power.APPROVE_MONEY));
  }

  /** Whether somebody reads whose money it is, and the words and papers about it. */
  static boolean readsWhose(Caller.Actor reader, Payout payout) {
    return !payout.confidential() || payout.concerns(reader.person()) || reader.mayEverywhere(Power.KEEP_MONEY);
  }

  /** Payments as rows of a list, in the same order. */
  List<PayoutLine> lines(List<Payout> payouts) {
    Map<UUID, String> names = names(payouts.stream().flatMap(SpendingDesk::member).toList());
    Map<UUID, String> accounts = accountNames();
    var reader = Callers.actor();
    var currency = currency();
    return payouts.stream()
        .map(each -> new PayoutLine(each.id(), readsWhose(reader, each) ? each.what() : "",
            accounts.getOrDefault(each.account(), ""),
            new Money(each.amount(), currency), readsWhose(reader, each) ? name(each, names) : "", each.due(),
            each.askedOn(),
            stage(each), own(reader, each)))
        .toList();
  }

  private static boolean own(Caller.Actor reader, Payout payout) {
    return payout.payee().equals(new Payee.Member(reader.person()));
  }

  private static Stream<UUID> member(Payout payout) {
    return payout.payee() instanceof Payee.Member(UUID person) ? Stream.of(person) : Stream.empty();
  }

  private static String name(Payout payout, Map<UUID, String> names) {
    return switch (payout.payee()) {
      case Payee.Member(UUID person) -> names.getOrDefault(person, "");
      case Payee.Named(String name) -> name;
      case Payee.Forgotten() -> "";
    };
  }

  /** Who gets it; empty for whoever is not there any more. */
  String payee(Payout payout) {
    return name(payout, names(member(payout).toList()));
  }

  /** How far it is, as message keys have it. */
  String stage(Payout payout) {
    return paying.needsRelease(payout) ? "to-release" : payout.stage().key();
  }
}
