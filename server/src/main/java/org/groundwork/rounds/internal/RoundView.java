// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.Directory;
import org.groundwork.roll.NameSearch;
import org.groundwork.rounds.Blocks;
import org.groundwork.rounds.Corrections;
import org.groundwork.rounds.Counting;
import org.groundwork.rounds.Round;
import org.groundwork.rounds.Visits;
import org.springframework.stereotype.Component;

/** Puts the page of a round together for its reader. Runs inside a writing transaction: each look at names is noted. */
@Component
class RoundView {
  private static final int LONGEST_SEARCH = 100;
  private final RoundsDesk desk;
  private final RoundPeople people;
  private final RoundReceipts receipts;
  private final RoundStarts starts;
  private final Of of;

  RoundView(RoundsDesk desk, RoundPeople people, RoundReceipts receipts, RoundStarts starts, Of of) {
    this.desk = desk;
    this.people = people;
    this.receipts = receipts;
    this.starts = starts;
    this.of = of;
  }

  /** What is known of rounds and of people. */
  @Component("roundsOf")
  record Of(Visits visits, Counting counting, NameSearch search, Blocks blocks, Corrections corrections) {}

  RoundPage page(UUID id, String search, FormErrors errors) {
    Round round = desk.seen(id);
    var reader = RoundReader.of(round);
    if (reader.names()) {
      desk.looked(id);
    }
    boolean sums = (reader.receipts() || reader.organises() || round.off()) && !RoundsDesk.sumsHidden(round);
    return new RoundPage(round, reader, desk.place(round), desk.name(round.steward()), progress(id),
        sums ? Optional.of(receipts.sum(id)) : Optional.empty(),
        reader.names() ? people.of(round) : List.of(), reader.receipts() ? receipts.of(round, reader) : List.of(),
        reader.keeps() ? receipts.waiting(round) : List.of(), receipts.phones(round), counts(id),
        corrections(round, reader), numbersShort(round),
        reader.plans() && round.open() ? planning(round, reader, search) : RoundPage.Planning.none(), desk.zone(),
        errors);
  }

  /** Whether an open round has not enough numbers left to be taken along. */
  boolean numbersShort(Round round) {
    return round.open() && !of.blocks().enough(round.id(), progress(round.id()).people());
  }

  /** Which counted receipts were put right, for whoever keeps or checks the money, and whoever is asked as the second. */
  private List<RoundPage.Corrected> corrections(Round round, RoundReader reader) {
    return reader.sees() || reader.keeps() || reader.approves()
        ? of.corrections()
            .of(round.id())
            .stream()
            .map(each -> new RoundPage.Corrected(each.id(),
                receipts.number(round, each), each.state().key(), each.proposed().on()))
            .toList()
        : List.of();
  }

  private Visits.Progress progress(UUID round) {
    return Optional.ofNullable(of.visits().progress(List.of(round)).get(round)).orElseThrow();
  }

  private List<RoundPage.Counted> counts(UUID round) {
    return of.counting()
        .of(round)
        .stream()
        .map(count -> new RoundPage.Counted(count.on(), desk.money(count.cash()), desk.money(count.cheques()),
            desk.name(count.first()), desk.name(count.second()), count.reason().isEmpty(), count.reason(),
            count.entry()))
        .toList();
  }

  private RoundPage.Planning planning(Round round, RoundReader reader, String search) {
    return new RoundPage.Planning(starts.stewards(round.site()), search,
        reader.keeps() ? found(search) : Optional.empty());
  }

  /** Members whose name is like what was typed. */
  Optional<List<NewRoundPage.Steward>> found(String typed) {
    if (typed.isBlank() || typed.length() > LONGEST_SEARCH) {
      return Optional.empty();
    }
    if (!(of.search().find(typed, Optional.empty()) instanceof NameSearch.Outcome.Found found)) {
      return Optional.of(List.of());
    }
    var members = of.visits().members(found.people().stream().map(Directory.Entry::id).toList());
    return Optional.of(found.people()
        .stream()
        .filter(entry -> members.contains(entry.id()) && !entry.bossSide())
        .map(entry -> new NewRoundPage.Steward(entry.id(), entry.name()))
        .toList());
  }

  /** Whether somebody can be put onto a round: a member of the local. */
  boolean member(UUID person) {
    return of.visits().members(List.of(person)).contains(person);
  }
}
