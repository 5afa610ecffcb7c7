// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Books;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.web.Languages;
import org.groundwork.platform.web.OnceOnly;
import org.groundwork.platform.web.RequestLanguage;
import org.groundwork.roll.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages of direct debits have in common. Runs inside a transaction. */
@Component
class DebitDesk {
  private static final Currency EURO = Currency.getInstance("EUR");
  private final Books books;
  private final Locals locals;
  private final Clock clock;
  private final Forms forms;
  private final Roll roll;

  DebitDesk(Books books, Locals locals, Clock clock, Forms forms, Roll roll) {
    this.books = books;
    this.locals = locals;
    this.clock = clock;
    this.forms = forms;
    this.roll = roll;
  }

  /** How forms are told apart and read. */
  @Component("debitForms")
  record Forms(OnceOnly only, Ids ids, RequestLanguage language, Languages languages) {}

  /** Who people are, and who looked at them. */
  @Component("debitRoll")
  record Roll(People people, Audit audit) {}

  boolean booksOpen() { return books.find().isPresent(); }

  Money money(long cents) { return new Money(cents, EURO); }

  LocalDate today() { return LocalDate.now(clock.withZone(zone())); }

  ZoneId zone() { return locals.profile().zone(); }

  Locale reader(HttpServletRequest request) { return forms.language().of(request); }

  String text(Locale reader, String key, Object... arguments) { return forms.languages().text(reader, key, arguments); }

  /** The identity of a new form. */
  String fresh() { return forms.ids().random().toString(); }

  /** Whether a form is sent for the first time. */
  boolean first(@Nullable String once, String what) {
    return forms.only().first(id(once).orElseThrow(DebitDesk::notFound), what);
  }

  /** What somebody is called; a page that is not there where there is nobody. */
  String name(UUID person) {
    return roll.people().known(person).map(People.Known::name).orElseThrow(DebitDesk::notFound);
  }

  /** What people are called. */
  Map<UUID, People.Known> names(Collection<UUID> people) {
    return roll.people().known(new HashSet<>(people));
  }

  static String name(Map<UUID, People.Known> names, Optional<UUID> person) {
    return person.map(names::get).map(People.Known::name).orElse("");
  }

  /** Notes that somebody's record was looked at; in a writing transaction. */
  void seen(Optional<UUID> person) {
    roll.audit()
        .record("debits-seen", person.map(each -> new SubjectRef("person", each))
            .orElseGet(() -> new SubjectRef("local", Tenancy.current().value())), "");
  }

  static boolean keeps() { return Callers.actor().mayEverywhere(Power.KEEP_MONEY); }

  static UUID me() { return Callers.actor().person(); }

  static String at(String rest) { return "/l/" + Callers.actor().handle() + "/" + rest; }

  static Optional<UUID> id(@Nullable String typed) {
    try {
      return typed != null && typed.length() == 36 ? Optional.of(UUID.fromString(typed)) : Optional.empty();
    } catch (IllegalArgumentException notAnIdentifier) {
      return Optional.empty(); // tampered with: as if it said nothing
    }
  }

  static NotAllowed notFound() { return new NotAllowed(NotAllowed.Reason.NOT_FOUND); }
}
