// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.ClosedMonths;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.Fund;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;

/** A local whose books are open since the first day of a month some months ago; its year begins in January. */
public record KeptBooks(FoundedLocal local, YearMonth since, List<Account> accounts, List<Fund> funds) {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  /** Books that were opened so many months ago, in dollars. */
  public static KeptBooks since(FoundedLocal local, int months) {
    YearMonth since = now().minusMonths(months);
    local.write(() -> part(Books.class).open(new Book(Currency.getInstance("USD"), Month.JANUARY, since.atDay(1)),
        Locale.ENGLISH, new Books.FundNames("General fund", "Strike fund", "Hardship fund")));
    return again(local, since);
  }

  public static KeptBooks again(FoundedLocal local, YearMonth since) {
    return local.read(() -> new KeptBooks(local, since, part(Books.class).accounts(), part(Books.class).funds()));
  }

  public static YearMonth now() { return YearMonth.from(today()); }

  public static LocalDate today() { return LocalDate.now(Product.shared().clock().withZone(ZONE)); }

  public static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  public UUID account(String code) {
    return accounts.stream().filter(each -> each.code().equals(code)).findFirst().orElseThrow().id();
  }

  public UUID fund(FundKind kind) {
    return funds.stream().filter(each -> each.kind() == kind).findFirst().orElseThrow().id();
  }

  /** So much comes from one account to another. */
  public Entered moves(LocalDate on, String what, String from, String to, FundKind fund, long amount) {
    return enter(new NewEntry(on, what, Optional.empty(),
        List.of(new Line(account(to), fund(fund), amount), new Line(account(from), fund(fund), -amount))));
  }

  public Entered enter(NewEntry entry) { return local.write(() -> part(Ledger.class).enter(entry)); }

  /** Dues of so much, in cash, in the general fund. */
  public UUID dues(LocalDate on, long amount) {
    return entry(moves(on, "Dues in cash", "4000", "1000", FundKind.GENERAL, amount));
  }

  /** Paint for so much, in cash, of the general fund. */
  public UUID paint(LocalDate on, long amount) {
    return entry(moves(on, "Paint for banners", "1000", "5000", FundKind.GENERAL, amount));
  }

  /** Closes the months from the first to one. */
  public void closeUntil(YearMonth last) {
    for (YearMonth at = since; !at.isAfter(last); at = at.plusMonths(1)) {
      YearMonth month = at;
      local.write(() -> part(ClosedMonths.class).close(month, ZONE));
    }
  }

  public static UUID entry(Entered entered) {
    if (entered instanceof Entered.Yes(UUID id)) {
      return id;
    }
    throw new AssertionError(entered);
  }

}
