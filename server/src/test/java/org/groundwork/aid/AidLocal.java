// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.groundwork.ledger.Balances;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.Fund;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.Visitor;

/** A local with open books, 1,000 euros in the hardship and the strike fund, rules, and a committee of four. */
record AidLocal(FoundedLocal local, List<FoundedLocal.Person> committee) {
  static final AidRules RULES = new AidRules(30_000, 50_000, 10_000, 0, 0, 0, 72, false, false);
  static final Currency EUR = Currency.getInstance("EUR");

  static AidLocal of(FoundedLocal local) { return of(local, RULES); }

  static AidLocal of(FoundedLocal local, AidRules rules) {
    local.write(() -> part(Books.class).open(new Book(EUR, Month.JANUARY, today().minusYears(1).withDayOfYear(1)),
        Locale.ENGLISH, new Books.FundNames("General fund", "Strike fund", "Hardship fund")));
    var made = new AidLocal(local, List.of(member(local), member(local), member(local), member(local)));
    made.comesIn(FundKind.HARDSHIP, UsedFor.CASH, 100_000);
    made.comesIn(FundKind.STRIKE, UsedFor.BANK, 100_000);
    made.rules(rules);
    return made;
  }

  private static FoundedLocal.Person member(FoundedLocal local) {
    return local.person(Role.MEMBER, Role.AID_COMMITTEE);
  }

  void rules(AidRules rules) {
    local.write(() -> {
      part(Rulebook.class).save(rules);
      return true;
    });
  }

  static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  static LocalDate today() { return LocalDate.now(Product.shared().clock().withZone(ZoneId.of("America/New_York"))); }

  static Instant now() { return Product.shared().clock().instant(); }

  void comesIn(FundKind kind, UsedFor to, long amount) {
    local.write(() -> {
      UUID fund = fund(kind);
      var books = part(Books.class);
      Entered entered = part(Ledger.class).enter(new NewEntry(today(), "dues", Optional.empty(),
          List.of(new Line(books.account(to).id(), fund, amount),
              new Line(books.account(UsedFor.DUES).id(), fund, -amount))));
      assertThat(entered).isInstanceOf(Entered.Yes.class);
      return true;
    });
  }

  /** So much of a fund goes from the box to the bank. */
  void toBank(FundKind kind, long amount) {
    local.write(() -> {
      var books = part(Books.class);
      assertThat(part(Ledger.class).enter(new NewEntry(today(), "to the bank", Optional.empty(),
          List.of(new Line(books.account(UsedFor.BANK).id(), fund(kind), amount),
              new Line(books.account(UsedFor.CASH).id(), fund(kind), -amount)))))
          .isInstanceOf(Entered.Yes.class);
      return true;
    });
  }

  /** A bank took back what had come into a fund, whatever was promised of it. */
  void goesBack(FundKind kind, long amount) {
    local.write(() -> {
      var books = part(Books.class);
      assertThat(part(Ledger.class).enterWhatHappened(new NewEntry(today(), "taken back", Optional.empty(),
          List.of(new Line(books.account(UsedFor.DUES).id(), fund(kind), amount),
              new Line(books.account(UsedFor.BANK).id(), fund(kind), -amount)))))
          .isInstanceOf(Entered.Yes.class);
      return true;
    });
  }

  static UUID fund(FundKind kind) {
    return part(Books.class).funds()
        .stream()
        .filter(each -> each.kind() == kind)
        .findFirst()
        .map(Fund::id)
        .orElseThrow();
  }

  /** Does something on behalf of somebody, in a writing transaction. */
  <T> T as(FoundedLocal.Person person, Supplier<T> work) {
    return local.as(person, () -> part(Transactions.class).write(work));
  }

  /** Somebody who is on the roll as a member and has an account. */
  FoundedLocal.Person member() {
    return local.person(Role.MEMBER);
  }

  FoundedLocal.Person treasurer() { return local.withPasskey(local.person(Role.MEMBER, Role.TREASURER)); }

  static NewWish wish(long amount) {
    return new NewWish(amount, PayWay.CASH, false, Optional.empty(),
        new Request.Told(Optional.of(Category.RENT), Taken.NOTHING, "", "Zebra ate the rent"));
  }

  Asked asks(FoundedLocal.Person person, NewWish wish) {
    return as(person, () -> part(Requests.class).ask(person.id(), wish, Optional.empty()));
  }

  /** A request that the committee has. */
  UUID asked(FoundedLocal.Person person, long amount) {
    return ((Asked.Yes) asks(person, wish(amount))).request();
  }

  Said says(int member, UUID request, Opinion.Saying saying) {
    return as(committee.get(member),
        () -> part(Committee.class).say(committee.get(member).id(), request, saying));
  }

  Said yes(int member, UUID request, long amount) { return says(member, request, new Opinion.Saying.Yes(amount)); }

  Said no(int member, UUID request) {
    return says(member, request, new Opinion.Saying.No(Because.OTHER, "Zebra says no"));
  }

  /** A request that two of them granted. */
  UUID granted(FoundedLocal.Person person, long amount) {
    UUID request = asked(person, amount);
    yes(0, request, amount);
    assertThat(yes(1, request, amount)).isInstanceOf(Said.Decided.class);
    return request;
  }

  Request request(UUID id) { return local.read(() -> part(Requests.class).find(id)).orElseThrow(); }

  boolean waits(int member, UUID request) {
    return local.read(() -> part(Committee.class).waiting(committee.get(member).id()))
        .stream()
        .anyMatch(each -> each.request().id().equals(request));
  }

  /** Debit less credit of an account, over all funds. */
  long balance(UsedFor use) {
    return local.read(() -> {
      UUID account = part(Books.class).account(use).id();
      return part(Balances.class).until(java.time.YearMonth.of(9999, 12))
          .stream()
          .filter(each -> each.account().equals(account))
          .mapToLong(each -> each.amount())
          .sum();
    });
  }

  long held(FundKind kind) { return local.read(() -> part(AidFund.class).held(kind)); }

  List<String> faults() { return local.read(() -> part(Balances.class).faults()); }

  String path(String rest) { return local.path("aid" + rest); }

  /** Everything that the form for asking sends, some of it otherwise. */
  Page ask(Visitor by, String... otherwise) {
    var fields = new java.util.ArrayList<>(List.of("once", UUID.randomUUID().toString(), "request", "", "amount", "120",
        "category", "rent", "taken", "nothing", "neededOn", "", "urgent", "", "way", "cash", "payee", "", "words",
        ""));
    for (int at = 0; at < otherwise.length; at += 2) {
      fields.set(fields.indexOf(otherwise[at]) + 1, otherwise[at + 1]);
    }
    return by.post(path("/ask"), fields.toArray(String[]::new));
  }

  /** The request that a form led to. */
  static UUID led(Page page) {
    String where = page.location().orElseThrow(() -> new AssertionError(page.status() + " " + page.body()));
    return UUID.fromString(where.replaceAll(".*/mine/([0-9a-f-]{36}).*", "$1"));
  }
}
