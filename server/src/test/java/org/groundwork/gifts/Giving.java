// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.groundwork.ledger.Balance;
import org.groundwork.ledger.Balances;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;

/** Books of a local, and gifts to it. */
final class Giving {
  private Giving() {}

  static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  static LocalDate today() { return LocalDate.now(Product.shared().clock().withZone(ZoneId.of("America/New_York"))); }

  static void open(FoundedLocal local) {
    local.write(() -> part(Books.class).open(
        new Book(Currency.getInstance("EUR"), Month.JANUARY, today().minusYears(2).withDayOfYear(1)), Locale.ENGLISH,
        new Books.FundNames("General fund", "Strike fund", "Hardship fund")));
  }

  static UUID account(FoundedLocal local, UsedFor use) { return local.read(() -> part(Books.class).account(use).id()); }

  static UUID fund(FoundedLocal local, FundKind kind) {
    return local.read(() -> part(Books.class).funds())
        .stream()
        .filter(each -> each.kind() == kind)
        .findFirst()
        .orElseThrow()
        .id();
  }

  static NewGift gift(FoundedLocal local, GiftClass of, Optional<UUID> person, String giver, LocalDate on,
      long amount) {
    return new NewGift(of, person, giver, of == GiftClass.GRANTS ? "its own" : "", on, amount,
        account(local, UsedFor.CASH), fund(local, FundKind.STRIKE), Optional.empty(), "", false, false);
  }

  static Given give(FoundedLocal local, NewGift gift) { return local.write(() -> part(Gifts.class).give(gift)); }

  static Given member(FoundedLocal local, UUID person, LocalDate on, long amount) {
    return give(local, gift(local, GiftClass.MEMBERS_GIFTS, Optional.of(person), "", on, amount));
  }

  static long balance(FoundedLocal local, UsedFor use, FundKind kind) {
    UUID account = account(local, use);
    UUID fund = fund(local, kind);
    return local.read(() -> part(Balances.class).until(YearMonth.of(9999, 12)))
        .stream()
        .filter(each -> each.account().equals(account) && each.fund().equals(fund))
        .mapToLong(Balance::amount)
        .sum();
  }

  static void caps(FoundedLocal local, Caps.Cap... caps) {
    local.write(() -> {
      part(Caps.class).set(List.of(caps));
      return true;
    });
  }

  static Caps.Cap sum(int months, long amount) {
    return new Caps.Cap(months, OptionalLong.of(amount), OptionalInt.empty());
  }

  static NewGift origin(FoundedLocal local, String giver, String origin, long amount) {
    return new NewGift(GiftClass.GRANTS, Optional.empty(), giver, origin, today(), amount,
        account(local, UsedFor.CASH), fund(local, FundKind.STRIKE), Optional.empty(), "", false, false);
  }
}
