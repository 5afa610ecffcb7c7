// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.groundwork.aid.Request;
import org.groundwork.aid.Requests;
import org.groundwork.defence.CaseReach;
import org.groundwork.defence.Cases;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.Answer;
import org.groundwork.roll.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages of the fund have in common: whose request it is, in which currency, what day it is. In a transaction. */
@Component
class AidDesk {
  private final Books books;
  private final People people;
  private final Requests requests;
  private final Cases cases;
  private final CaseReach reach;
  private final Mandates mandates;
  private final Time time;

  AidDesk(Books books, People people, Requests requests, Cases cases, CaseReach reach, Mandates mandates, Time time) {
    this.books = books;
    this.people = people;
    this.requests = requests;
    this.cases = cases;
    this.reach = reach;
    this.mandates = mandates;
    this.time = time;
  }

  /** What day it is where the local is. */
  @Component("aidTime")
  record Time(Locals locals, Clock clock) {
    LocalDate today() { return LocalDate.now(clock.withZone(zone())); }

    ZoneId zone() { return locals.profile().zone(); }
  }

  /** What to answer in the books' currency; that there is no fund yet while the books are not open. */
  Answer inBooks(Function<Currency, Answer> answer) {
    return books.find().map(Book::currency).map(answer).orElseGet(() -> Answer.show(new NotOpenPage()));
  }

  /** A request that the reader made, or that began with a case they work on; any other is as if it were not there. */
  Request mine(UUID id) {
    return requests.find(id).filter(request -> own(request) || works(request)).orElseThrow(AidDesk::notFound);
  }

  static boolean own(Request request) { return request.person().filter(Callers.actor().person()::equals).isPresent(); }

  /** Whether the reader made a request, or works on the case of somebody who has no account to make it with. */
  boolean speaks(Request request) {
    boolean alone = request.person().filter(person -> mandates.accountOf(person).isEmpty()).isPresent();
    return own(request) || (alone && works(request));
  }

  private boolean works(Request request) {
    return request.hit().flatMap(cases::byId).filter(hit -> reach.worksOn(Callers.actor(), hit)).isPresent();
  }

  String name(UUID person) { return people.known(person).map(People.Known::name).orElse(""); }

  Map<UUID, People.Known> known(Collection<UUID> who) { return people.known(who); }

  LocalDate today() { return time.today(); }

  ZoneId zone() { return time.zone(); }

  /** The local's own currency; the books may be kept in another. */
  Currency currency() {
    return time.locals().profile().currency();
  }

  static Optional<UUID> id(@Nullable String typed) {
    try {
      return typed != null && typed.length() == 36 ? Optional.of(UUID.fromString(typed)) : Optional.empty();
    } catch (IllegalArgumentException notAnIdentifier) {
      return Optional.empty(); // tampered with: as if it said nothing
    }
  }

  static String at(String rest) { return "/l/" + Callers.actor().handle() + "/aid" + rest; }

  static NotAllowed notFound() { return new NotAllowed(NotAllowed.Reason.NOT_FOUND); }
}
