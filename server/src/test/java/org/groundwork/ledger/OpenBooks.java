// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;

/** A local whose books are open since the beginning of 2026. */
record OpenBooks(FoundedLocal local, List<Account> accounts, List<Fund> funds) {
  static final LocalDate OPENED = LocalDate.of(2026, 1, 1);

  static OpenBooks of(FoundedLocal local) { return of(local, "EUR"); }

  static OpenBooks of(FoundedLocal local, String currency) {
    local.write(() -> part(Books.class).open(new Book(Currency.getInstance(currency), Month.JANUARY, OPENED),
        Locale.ENGLISH, new Books.FundNames("General fund", "Strike fund", "Hardship fund")));
    return again(local);
  }

  /** The same local as its books are now. */
  static OpenBooks again(FoundedLocal local) {
    return local.read(() -> new OpenBooks(local, part(Books.class).accounts(), part(Books.class).funds()));
  }

  static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  UUID account(String code) {
    return accounts.stream().filter(each -> each.code().equals(code)).findFirst().orElseThrow().id();
  }

  UUID fund(FundKind kind) { return funds.stream().filter(each -> each.kind() == kind).findFirst().orElseThrow().id(); }

  /** So much comes from one account to another, in a fund. */
  static NewEntry moving(LocalDate on, String what, UUID from, UUID to, UUID fund, long amount) {
    return new NewEntry(on, what, Optional.empty(), List.of(new Line(to, fund, amount), new Line(from, fund, -amount)));
  }

  Entered enter(NewEntry entry) { return local.write(() -> part(Ledger.class).enter(entry)); }

  /** Dues of so much, in cash. */
  Entered comesIn(LocalDate on, FundKind fund, long amount) {
    return enter(moving(on, "dues", account("4000"), account("1000"), fund(fund), amount));
  }

  /** Paint for so much, in cash. */
  Entered goesOut(LocalDate on, FundKind fund, long amount) {
    return enter(moving(on, "paint", account("1000"), account("5000"), fund(fund), amount));
  }

  /** Closes a month. */
  void close(YearMonth month) {
    assertThat(local.write(() -> part(ClosedMonths.class).close(month, ZoneOffset.UTC)))
        .isEqualTo(ClosedMonths.Closing.DONE);
  }

  /** What members are told that an account comes to, with all funds, until a month. */
  long told(String code, YearMonth until) {
    return local.read(() -> part(Discreet.class).until(until))
        .stream()
        .filter(each -> each.account().equals(account(code)))
        .mapToLong(Balance::amount)
        .sum();
  }

  static UUID entry(Entered entered) {
    if (entered instanceof Entered.Yes(UUID id)) {
      return id;
    }
    throw new AssertionError(entered);
  }
}
