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
import org.groundwork.rounds.Corrections;
import org.groundwork.rounds.Counting;
import org.groundwork.rounds.Round;
import org.groundwork.rounds.Rounds;
import org.groundwork.rounds.Taking;
import org.groundwork.rounds.Takings;
import org.groundwork.rounds.Visit;
import org.groundwork.rounds.Visits;

/**
 * Collecting rounds of the demonstration: one under way, where two of the house have paid and one said not now; one whose
 * envelope is to be counted; and one without a place that was counted, and of which a receipt was corrected.
 */
final class DemoRounds {
  private static final String STEWARD = "Juan";
  /** Counts as well. */
  private static final String SECOND = "Dolores";
  private final DemoTown town;
  private final Going going;
  private final Counted counted;
  private final Sites sites;
  private final People people;
  private final Ids ids;

  DemoRounds(DemoTown town, Going going, Counted counted, Sites sites, People people, Ids ids) {
    this.town = town;
    this.going = going;
    this.counted = counted;
    this.sites = sites;
    this.people = people;
    this.ids = ids;
  }

  /** What a round is made of. */
  record Going(Rounds rounds, Visits visits, Takings takings) {}

  /** What comes after a round. */
  record Counted(DemoActing acting, Counting counting, Corrections corrections) {}

  /** Plays it, as whoever keeps the money and within one transaction. */
  void play(Cast cast) {
    corrected(cast);
    UUID envelope = round(cast, houseOf(cast, "Kofi"));
    pays(cast, envelope, "Amadou", 1_000, false);
    pays(cast, envelope, "Kofi", 500, false);
    pays(cast, envelope, "Nilufar", 1_000, true);
    mark(envelope, cast.of("Salma"), Visit.State.NOT_THERE);
    mark(envelope, cast.of("Oumar"), Visit.State.NOT_NOW);
    going.rounds().handIn(envelope, false);
    UUID open = round(cast, houseOf(cast, "Maria"));
    pays(cast, open, "Maria", 1_000, false);
    pays(cast, open, "Li Wei", 2_500, true);
    mark(open, cast.of("Sam"), Visit.State.NOT_NOW);
  }

  /** Whose money it was turns out after two have counted it. */
  private void corrected(Cast cast) {
    UUID round = going.rounds()
        .begin(new Rounds.New(Round.Kind.NAMES, Optional.empty(), List.of(), cast.of(STEWARD),
            cast.of("Zofia", "Hamid", "Renu", "Thabo")
                .stream()
                .map(person -> new Rounds.Somebody(person, Optional.empty()))
                .toList()));
    pays(cast, round, "Zofia", 1_000, false);
    UUID wrong = pays(cast, round, "Hamid", 1_500, false);
    pays(cast, round, "Renu", 1_000, true);
    going.rounds().handIn(round, false);
    counted.counting().count(round, 2_500, 1_000);
    counted.acting().as(cast.of(SECOND), () -> counted.counting().count(round, 2_500, 1_000));
    counted.corrections()
        .propose(wrong, new Corrections.Wanted(Optional.of(cast.of("Thabo")), 1_500, false),
            town.text(cast, "demonstration.rounds.wrong"));
  }

  private UUID houseOf(Cast cast, String name) {
    return sites.all()
        .stream()
        .filter(site -> at(site.id()).stream().anyMatch(place -> place.person().equals(cast.of(name))))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private UUID round(Cast cast, UUID house) {
    List<UUID> doors = sites.units(house).stream().map(Sites.Unit::id).toList();
    var there = at(house).stream()
        .sorted(Comparator.comparingInt(place -> place.unit().map(doors::indexOf).orElse(Integer.MAX_VALUE)))
        .toList();
    var members = going.visits().members(there.stream().map(People.Place::person).toList());
    return going.rounds()
        .begin(new Rounds.New(Round.Kind.SITE, Optional.of(house), List.of(), cast.of(STEWARD), there.stream()
            .filter(place -> members.contains(place.person()))
            .map(place -> new Rounds.Somebody(place.person(), place.unit()))
            .toList()));
  }

  private void mark(UUID round, UUID person, Visit.State state) {
    visit(round, person).ifPresent(visit -> going.visits().mark(visit, state));
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

  private UUID pays(Cast cast, UUID round, String name, long amount, boolean cheque) {
    UUID visit = visit(round, cast.of(name)).orElseThrow();
    var taken = counted.acting()
        .as(cast.of(STEWARD), () -> going.takings()
            .take(new Takings.Said(ids.random(), round, visit, OptionalInt.empty(), amount,
                cheque, town.today())));
    return taken.map(Taking::id)
        .orElseThrow(() -> new IllegalStateException("the demonstration's round takes no money"));
  }
}
