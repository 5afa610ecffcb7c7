// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.time.LocalDate;
import java.time.Month;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.groundwork.ledger.AccountKind;
import org.groundwork.ledger.Balances;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.FoundedLocal.Person;
import org.groundwork.support.Product;

/** A local with open books, money in its funds, a treasurer, two organisers and a member. */
record Kitty(FoundedLocal local, Person treasurer, Person one, Person two, Person member) {

  static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  static LocalDate today() {
    return LocalDate.now(Product.shared().clock().withZone(java.time.ZoneId.of("America/New_York")));
  }

  /** So much is in the general fund, in cents. */
  static Kitty with(FoundedLocal local, long cents) {
    local.write(() -> part(Books.class).open(new Book(Currency.getInstance("USD"), Month.JANUARY,
        today().minusYears(2).withDayOfYear(1)), Locale.ENGLISH,
        new Books.FundNames("General fund", "Strike fund", "Hardship fund")));
    var kitty = new Kitty(local, local.person(Role.MEMBER, Role.TREASURER), local.person(Role.MEMBER, Role.ORGANISER),
        local.person(Role.MEMBER, Role.ORGANISER), local.person(Role.MEMBER));
    if (cents > 0) {
      kitty.comesIn(FundKind.GENERAL, cents);
    }
    return kitty;
  }

  void comesIn(FundKind fund, long cents) { entered(UsedFor.CASH, UsedFor.DUES, fund, cents, today()); }

  void entered(UsedFor to, UsedFor from, FundKind fund, long cents, LocalDate on) {
    Entered entered = local.write(() -> part(Ledger.class).enter(new NewEntry(on, "as it was", Optional.empty(),
        List.of(new Line(account(to), fund(fund), cents), new Line(account(from), fund(fund), -cents)))));
    if (!(entered instanceof Entered.Yes)) {
      throw new AssertionError(entered);
    }
  }

  /** So much leaves the general fund by the treasurer's word: a line of the bank. Answers the entry. */
  UUID leaves(long cents, boolean together) {
    UUID fund = fund(FundKind.GENERAL);
    UUID paint = paint();
    UUID bank = account(UsedFor.BANK);
    return as(treasurer, () -> {
      var line = new NewEntry(today(), "as it was", Optional.empty(),
          List.of(new Line(paint, fund, cents), new Line(bank, fund, -cents)));
      if (together) {
        part(SecondLooks.class).oneByOne();
      }
      if (!(part(Ledger.class).enter(line) instanceof Entered.Yes(UUID entry))) {
        throw new AssertionError("the books do not take it");
      }
      part(SecondLooks.class).letOut(
          new SecondLooks.LetOut(entry, today(), SecondLook.How.LINE, together, Map.of(fund, cents)));
      return entry;
    });
  }

  UUID fund(FundKind kind) {
    return local
        .read(() -> part(Books.class).funds().stream().filter(each -> each.kind() == kind).findFirst().orElseThrow())
        .id();
  }

  UUID account(UsedFor use) { return local.read(() -> part(Books.class).account(use)).id(); }

  /** Printing and paint. */
  UUID paint() { return coded("5000"); }

  UUID coded(String code) {
    return local.read(() -> part(Books.class).accounts()
        .stream()
        .filter(each -> each.code().equals(code) && each.kind() == AccountKind.EXPENSE)
        .findFirst()
        .orElseThrow()).id();
  }

  /** What stands in an account, debit less credit. */
  long balance(UsedFor use) {
    UUID account = account(use);
    return local.read(() -> part(Balances.class).until(java.time.YearMonth.from(today())))
        .stream()
        .filter(each -> each.account().equals(account))
        .mapToLong(each -> each.amount())
        .sum();
  }

  /** What can leave a fund. */
  long held(FundKind fund) {
    UUID id = fund(fund);
    var counted = local.read(() -> part(Books.class).accounts())
        .stream()
        .filter(each -> (each.kind() == AccountKind.ASSET || each.kind() == AccountKind.LIABILITY)
            && !each.usedFor().equals(Optional.of(UsedFor.DUES_OWED)))
        .map(each -> each.id())
        .toList();
    return local.read(() -> part(Balances.class).until(java.time.YearMonth.from(today())))
        .stream()
        .filter(each -> each.fund().equals(id) && counted.contains(each.account()))
        .mapToLong(each -> each.amount())
        .sum();
  }

  /** The books are in order. */
  List<String> faults() { return local.read(() -> part(Balances.class).faults()); }

  <T> T as(Person person, Supplier<T> work) {
    Callable<T> whole = () -> part(Transactions.class).write(work);
    return local.as(person, whole);
  }

  NewPayout laidOut(Person by, long cents) { return laidOut(by, cents, FundKind.GENERAL); }

  NewPayout laidOut(Person by, long cents, FundKind fund) {
    return new NewPayout(NewPayout.Kind.LAID_OUT, cents, fund(fund), paint(), new Payee.Member(by.id()),
        "Paint for the banner", Way.CASH, "", "lost on the bus", Optional.empty(), false, Optional.empty());
  }

  NewPayout bill(String payee, long cents) {
    return new NewPayout(NewPayout.Kind.BILL, cents, fund(FundKind.GENERAL), paint(), new Payee.Named(payee),
        "Leaflets", Way.TRANSFER, "IBAN XX00", "", Optional.of(today().plusDays(9)), false, Optional.empty());
  }

  UUID asks(Person person, NewPayout payout) { return as(person, () -> part(Payouts.class).ask(payout)); }

  Payout now(UUID payout) { return local.read(() -> part(Payouts.class).find(payout)).orElseThrow(); }

  Decided approves(Person person, UUID payout) { return approves(person, payout, Optional.empty()); }

  Decided approves(Person person, UUID payout, Optional<UUID> appropriation) {
    long seen = now(payout).version();
    return as(person, () -> part(Approvals.class).approve(payout, seen, appropriation));
  }

  Decided releases(Person person, UUID payout) { return as(person, () -> part(Paying.class).release(payout)); }

  Decided pays(Person person, UUID payout) {
    return as(person, () -> part(Paying.class).pay(payout, From.CASH, today()));
  }

  /** A decision that was written down and confirmed. */
  UUID appropriated(long cents) {
    UUID id = recorded(cents, FundKind.GENERAL);
    as(two, () -> part(Appropriations.class).confirm(id));
    return id;
  }

  UUID recorded(long cents, FundKind fund) {
    UUID of = fund(fund);
    return as(one, () -> part(Appropriations.class).record(new Appropriation.New(of, cents, "A van for the picket",
        new Appropriation.Decision(today().minusDays(1), Appropriation.Body.GENERAL_MEETING, "We hire a van.", 21, 2,
            1)),
        UUID.randomUUID()));
  }
}
