// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.demonstration.DemoTown.Cast;
import org.groundwork.platform.ids.Ids;
import org.groundwork.roll.People;
import org.groundwork.roll.Sites;
import org.groundwork.rounds.Round;
import org.groundwork.rounds.Rounds;
import org.groundwork.rounds.Takings;
import org.groundwork.rounds.Visit;
import org.groundwork.rounds.Visits;

/** A collecting round of the demonstration, under way: two of the house have paid, one said not now. */
final class DemoRounds {
  private static final String STEWARD = "Juan";
  private final DemoTown town;
  private final Going going;
  private final Sites sites;
  private final People people;
  private final Ids ids;

  DemoRounds(DemoTown town, Going going, Sites sites, People people, Ids ids) {
    this.town = town;
    this.going = going;
    this.sites = sites;
    this.people = people;
    this.ids = ids;
  }

  /** What a round is made of. */
  record Going(Rounds rounds, Visits visits, Takings takings) {}

  /** Plays it, as whoever keeps the money and within one transaction. */
  void play(Cast cast) {
    UUID house = sites.all()
        .stream()
        .filter(site -> at(site.id()).stream().anyMatch(place -> place.person().equals(cast.of("Maria"))))
        .findFirst()
        .orElseThrow()
        .id();
    List<UUID> doors = sites.units(house).stream().map(Sites.Unit::id).toList();
    var there = at(house).stream()
        .sorted(Comparator.comparingInt(place -> place.unit().map(doors::indexOf).orElse(Integer.MAX_VALUE)))
        .toList();
    var members = going.visits().members(there.stream().map(People.Place::person).toList());
    UUID round = going.rounds()
        .begin(new Rounds.New(Round.Kind.SITE, Optional.of(house), List.of(), cast.of(STEWARD), there.stream()
            .filter(place -> members.contains(place.person()))
            .map(place -> new Rounds.Somebody(place.person(), place.unit()))
            .toList()));
    pays(round, cast.of("Maria"), 1_000, false);
    pays(round, cast.of("Li Wei"), 2_500, true);
    visit(round, cast.of("Sam")).ifPresent(visit -> going.visits().mark(visit, Visit.State.NOT_NOW));
  }

  private List<People.Place> at(UUID site) {
    return people.at(site).stream().filter(place -> !place.bossSide()).toList();
  }

  private Optional<UUID> visit(UUID round, UUID person) {
    return going.visits()
        .of(round)
        .stream()
        .filter(each -> each.person().equals(Optional.of(person)))
        .map(Visit::id)
        .findFirst();
  }

  private void pays(UUID round, UUID person, long amount, boolean cheque) {
    var taken = going.takings()
        .take(new Takings.Said(ids.random(), round, visit(round, person).orElseThrow(), OptionalInt.empty(), amount,
            cheque, town.today()));
    if (taken.isEmpty()) {
      throw new IllegalStateException("the demonstration's round takes no money");
    }
  }
}
