// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.groundwork.dues.Rate;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.OnceOnly;
import org.groundwork.platform.web.RequestLanguage;
import org.groundwork.roll.People;
import org.groundwork.roll.Site;
import org.groundwork.roll.Sites;
import org.groundwork.rounds.Round;
import org.groundwork.rounds.Rounds;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages of rounds have in common. Runs inside a transaction. */
@Component
class RoundsDesk {
  private final Rounds rounds;
  private final Books books;
  private final Where where;
  private final Forms forms;

  RoundsDesk(Rounds rounds, Books books, Where where, Forms forms) {
    this.rounds = rounds;
    this.books = books;
    this.where = where;
    this.forms = forms;
  }

  /** Whose local it is, and who and what is there. */
  @Component("roundsWhere")
  record Where(Locals locals, Clock clock, Sites sites, People people, Audit audit) {}

  /** How forms are told apart and read. */
  @Component("roundsForms")
  record Forms(OnceOnly only, Ids ids, RequestLanguage language) {}

  boolean ready() { return books.find().isPresent(); }

  Currency currency() { return books.find().map(Book::currency).orElseGet(() -> where.locals().profile().currency()); }

  Money money(long minor) { return new Money(minor, currency()); }

  Locale reader(HttpServletRequest request) { return forms.language().of(request); }

  ZoneId zone() { return where.locals().profile().zone(); }

  LocalDate today() { return LocalDate.now(where.clock().withZone(zone())); }

  String local() { return where.locals().profile().name(); }

  Clock clock() { return where.clock(); }

  UUID fresh() { return forms.ids().random(); }

  boolean first(@Nullable String once) {
    return forms.only().first(id(once).orElseThrow(RoundsDesk::notFound), "round");
  }

  void notDone(@Nullable String once) { id(once).ifPresent(forms.only()::notDone); }

  /** A round that is there for the caller; any other is as if it were not there. */
  Round seen(UUID id) {
    return rounds.find(id).filter(round -> RoundReader.of(round).any(round)).orElseThrow(RoundsDesk::notFound);
  }

  /** What the round is of, as people call it; empty where it is of no place. */
  String place(Round round) {
    return round.site()
        .flatMap(where.sites()::byId)
        .map(Site::name)
        .map(name -> round.parts().isEmpty()
            ? name
            : name + " · " + String.join(", ", round.parts()))
        .orElse("");
  }

  Optional<Site> site(Round round) { return round.site().flatMap(where.sites()::byId); }

  /** The labels of the doors of a round's site. */
  Map<UUID, String> doors(Round round) {
    var labels = new HashMap<UUID, String>();
    round.site().ifPresent(site -> where.sites().units(site).forEach(unit -> labels.put(unit.id(), unit.label())));
    return labels;
  }

  /** What these people are called; whoever is not there any more is left out. */
  Map<UUID, String> names(Collection<UUID> people) {
    var names = new HashMap<UUID, String>();
    where.people().known(people).forEach((person, known) -> names.put(person, known.name()));
    return names;
  }

  String name(Optional<UUID> person) {
    return person.flatMap(where.people()::known).map(People.Known::name).orElse("");
  }

  Sites sites() { return where.sites(); }

  People people() { return where.people(); }

  /** Whether no sum is told: an envelope is to be counted by people who do not know what should be in it. */
  static boolean sumsHidden(Round round) {
    return round.state() == Round.State.HANDED_IN && !round.off();
  }

  /** Each look at the names on a round is written down. */
  void looked(UUID round) {
    where.audit().record("round-seen", new SubjectRef("round", round), "");
  }

  static Optional<UUID> id(@Nullable String typed) {
    try {
      return typed != null && typed.length() == 36 ? Optional.of(UUID.fromString(typed)) : Optional.empty();
    } catch (IllegalArgumentException notAnIdentifier) {
      return Optional.empty(); // tampered with: as if it said nothing
    }
  }

  /** A sum in minor units, at least {@code least}; empty, and refused, if it is none. */
  OptionalLong sum(FormErrors errors, String field, @Nullable String typed, HttpServletRequest request, long least) {
    String text = errors.required(field, typed, 40);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    var money = Money.read(text, currency(), reader(request))
        .filter(each -> each.minor() >= least && each.minor() <= Rate.MOST);
    if (money.isEmpty()) {
      errors.refuse(field, "form.amount");
      return OptionalLong.empty();
    }
    return OptionalLong.of(money.get().minor());
  }

  static UUID me() { return Callers.actor().person(); }

  static String at(String rest) { return "/l/" + Callers.actor().handle() + "/dues/rounds" + rest; }

  static NotAllowed notFound() { return new NotAllowed(NotAllowed.Reason.NOT_FOUND); }

  static NotAllowed meanwhile() { return new NotAllowed(NotAllowed.Reason.CHANGED_MEANWHILE); }

  /** Everything that may be chosen among a few, once it was. */
  static <T> Optional<T> chosen(List<T> among, java.util.function.Function<T, UUID> id, @Nullable String typed) {
    return id(typed).flatMap(wanted -> among.stream().filter(each -> id.apply(each).equals(wanted)).findFirst());
  }
}
