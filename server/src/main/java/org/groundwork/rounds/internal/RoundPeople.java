// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.rounds.Round;
import org.groundwork.rounds.Rounds;
import org.groundwork.rounds.Visit;
import org.groundwork.rounds.Visits;
import org.springframework.stereotype.Component;

/**
 * Who is on a round, as its steward sees them, on a page and on a phone alike. Whoever pays nothing by right, was given time
 * or paid before looks the same. Runs inside a transaction.
 */
@Component
class RoundPeople {
  private final RoundsDesk desk;
  private final Rounds rounds;
  private final Visits visits;

  RoundPeople(RoundsDesk desk, Rounds rounds, Visits visits) {
    this.desk = desk;
    this.rounds = rounds;
    this.visits = visits;
  }

  /** Everybody who is known still. */
  List<RoundRow> of(Round round) { return rows(round, visits.of(round.id())); }

  /** One of them. */
  Optional<RoundRow> one(Round round, UUID visit) {
    return visits.find(round.id(), visit).flatMap(of -> rows(round, List.of(of)).stream().findFirst());
  }

  private List<RoundRow> rows(Round round, List<Visit> of) {
    var people = of.stream().flatMap(visit -> visit.person().stream()).toList();
    var names = desk.names(people);
    var due = visits.due(people);
    var doors = desk.doors(round);
    boolean shows = rounds.showsDue();
    return of.stream()
        .flatMap(visit -> visit.person()
            .filter(names::containsKey)
            .map(person -> row(visit, names.getOrDefault(person, ""), doors,
                Optional.ofNullable(due.get(person)), shows))
            .stream())
        .toList();
  }

  private RoundRow row(Visit visit, String name, Map<UUID, String> doors, Optional<Long> due, boolean shows) {
    String tag = visit.state() == Visit.State.TO_SEE ? due.isPresent() ? "due" : "nothing" : visit.state().key();
    return new RoundRow(visit.id(), name, visit.unit().map(doors::get).orElse(""), tag,
        due.filter(_ -> shows && tag.equals("due")).map(desk::money));
  }
}
