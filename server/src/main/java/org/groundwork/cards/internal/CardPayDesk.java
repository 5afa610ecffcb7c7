// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.PublicAddress;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.RequestLanguage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages of payments by card have in common. */
@Component
class CardPayDesk {
  private final Books books;
  private final Locals locals;
  private final Clock clock;
  private final Ids ids;
  private final RequestLanguage language;
  private final PublicAddress address;

  CardPayDesk(Books books, Locals locals, Clock clock, Ids ids, RequestLanguage language, PublicAddress address) {
    this.books = books;
    this.locals = locals;
    this.clock = clock;
    this.ids = ids;
    this.language = language;
    this.address = address;
  }

  /** The books’ money; empty while they are not open. */
  Optional<Currency> currency() {
    return books.find().map(Book::currency);
  }

  ZoneId zone() { return locals.profile().zone(); }

  LocalDate today() { return LocalDate.now(clock.withZone(zone())); }

  Locale reader(HttpServletRequest request) { return language.of(request); }

  String fresh() { return ids.random().toString(); }

  /** Where this server is reached, without a trailing slash; empty where nobody said it. */
  Optional<String> origin() {
    return address.origin();
  }

  static Optional<UUID> id(@Nullable String typed) {
    try {
      return typed != null && typed.length() == 36 ? Optional.of(UUID.fromString(typed)) : Optional.empty();
    } catch (IllegalArgumentException notAnIdentifier) {
      return Optional.empty(); // tampered with: as if it said nothing
    }
  }

  static UUID me() { return Callers.actor().person(); }

  static String at(String rest) { return "/l/" + Callers.actor().handle() + "/" + rest; }

  static NotAllowed notFound() { return new NotAllowed(NotAllowed.Reason.NOT_FOUND); }
}
