// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.groundwork.gifts.NewGift;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.AccountKind;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Fund;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.OnceOnly;
import org.groundwork.platform.web.RequestLanguage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages of gifts have in common. Runs inside a transaction. */
@Component
class GiftsDesk {
  /** Where money is that is somebody else's to hand in, or is owed. */
  private static final Set<UsedFor> NO_PLACES = Set.of(UsedFor.DUES_OWED, UsedFor.ON_ITS_WAY, UsedFor.PETTY_CASH,
      UsedFor.WITH_STEWARDS);
  private final Books books;
  private final Locals locals;
  private final Clock clock;
  private final Forms forms;

  GiftsDesk(Books books, Locals locals, Clock clock, Forms forms) {
    this.books = books;
    this.locals = locals;
    this.clock = clock;
    this.forms = forms;
  }

  /** How forms are told apart and read. */
  @Component("giftForms")
  record Forms(OnceOnly only, Ids ids, RequestLanguage language) {}

  boolean ready() { return books.find().isPresent(); }

  Currency currency() { return books.find().map(Book::currency).orElseGet(() -> locals.profile().currency()); }

  Money money(long minor) { return new Money(minor, currency()); }

  Locale reader(HttpServletRequest request) { return forms.language().of(request); }

  String fresh() { return forms.ids().random().toString(); }

  boolean first(@Nullable String once) { return forms.only().first(id(once).orElseThrow(GiftsDesk::notFound), "gift"); }

  void notDone(@Nullable String once) { id(once).ifPresent(forms.only()::notDone); }

  LocalDate today() { return LocalDate.now(clock.withZone(locals.profile().zone())); }

  /** Where money can lie: the box, every account at a bank, a service or a fiscal host. A cheque lies where it was paid in. */
  List<Account> places() {
    return books.accounts()
        .stream()
        .filter(each -> !each.closed() && each.kind() == AccountKind.ASSET
            && each.usedFor().filter(NO_PLACES::contains).isEmpty())
        .toList();
  }

  /** What a gift in kind can spare us. */
  List<Account> expenses() {
    return books.accounts().stream().filter(each -> !each.closed() && each.kind() == AccountKind.EXPENSE).toList();
  }

  List<Fund> funds() { return books.funds().stream().filter(each -> !each.closed()).toList(); }

  static Optional<UUID> id(@Nullable String typed) {
    try {
      return typed != null && typed.length() == 36 ? Optional.of(UUID.fromString(typed)) : Optional.empty();
    } catch (IllegalArgumentException notAnIdentifier) {
      return Optional.empty(); // tampered with: as if it said nothing
    }
  }

  /** A sum above nothing, in minor units; empty, and refused, if it is none. */
  OptionalLong sum(FormErrors errors, String field, @Nullable String typed, HttpServletRequest request) {
    String text = errors.required(field, typed, 40);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    var money = Money.read(text, currency(), reader(request))
        .filter(each -> each.minor() > 0 && each.minor() <= NewGift.MOST);
    if (money.isEmpty()) {
      errors.refuse(field, "form.amount");
      return OptionalLong.empty();
    }
    return OptionalLong.of(money.get().minor());
  }

  Optional<LocalDate> day(FormErrors errors, String field, @Nullable String typed) {
    return errors.day(field, typed, today().minusYears(2), today());
  }

  static UUID me() { return Callers.actor().person(); }

  static String at(String rest) { return "/l/" + Callers.actor().handle() + "/" + rest; }

  static NotAllowed notFound() { return new NotAllowed(NotAllowed.Reason.NOT_FOUND); }
}
