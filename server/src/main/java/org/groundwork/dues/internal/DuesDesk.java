// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.dues.Plan;
import org.groundwork.dues.Plans;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.OnceOnly;
import org.groundwork.platform.web.RequestLanguage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages of dues have in common: whose money, what day it is, who reads. Runs inside a transaction. */
@Component
class DuesDesk {
  private final Books books;
  private final Plans plans;
  private final Locals locals;
  private final Clock clock;
  private final Forms forms;

  DuesDesk(Books books, Plans plans, Locals locals, Clock clock, Forms forms) {
    this.books = books;
    this.plans = plans;
    this.locals = locals;
    this.clock = clock;
    this.forms = forms;
  }

  /** How forms are told apart and read. */
  @Component("duesForms")
  record Forms(OnceOnly only, Ids ids, RequestLanguage language) {}

  /** Whether the books are open, without which there are no dues. */
  boolean ready() {
    return books.find().isPresent();
  }

  Currency currency() { return books.find().map(Book::currency).orElseGet(() -> locals.profile().currency()); }

  Money money(long minor) { return new Money(minor, currency()); }

  DuesTyped.Spelling spelling(HttpServletRequest request) {
    return new DuesTyped.Spelling(currency(), forms.language().of(request));
  }

  /** The identity of a new form. */
  String fresh() { return forms.ids().random().toString(); }

  /** Whether a form is sent for the first time. */
  boolean first(@Nullable String once, String what) {
    return forms.only().first(DuesTyped.id(once).orElseThrow(DuesDesk::notFound), what);
  }

  /** It was not done after all, and may be sent again. */
  void notDone(@Nullable String once) {
    DuesTyped.id(once).ifPresent(forms.only()::notDone);
  }

  Plan plan(String typed) {
    return DuesTyped.id(typed)
        .flatMap(id -> plans.open().stream().filter(each -> each.id().equals(id)).findFirst())
        .orElseThrow(DuesDesk::notFound);
  }

  LocalDate today() { return LocalDate.now(clock.withZone(locals.profile().zone())); }

  /** The day of an instant, where the local is. */
  LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, locals.profile().zone());
  }

  static UUID me() { return Callers.actor().person(); }

  /** Whether the caller keeps the money, and so may see what tells somebody's rate. */
  static boolean keeps() {
    return Callers.actor().mayEverywhere(Power.KEEP_MONEY);
  }

  static String at(String rest) { return "/l/" + Callers.actor().handle() + "/" + rest; }

  static NotAllowed notFound() { return new NotAllowed(NotAllowed.Reason.NOT_FOUND); }

  static <T> T found(Optional<T> what) { return what.orElseThrow(DuesDesk::notFound); }
}
