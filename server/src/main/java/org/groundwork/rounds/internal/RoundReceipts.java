// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.platform.money.Money;
import org.groundwork.rounds.Block;
import org.groundwork.rounds.Blocks;
import org.groundwork.rounds.Correction;
import org.groundwork.rounds.Round;
import org.groundwork.rounds.Taking;
import org.groundwork.rounds.Takings;
import org.groundwork.rounds.Visit;
import org.groundwork.rounds.Visits;
import org.springframework.stereotype.Component;

/** The numbers of a round's receipts as its pages list them, without a gap. Runs inside a transaction. */
@Component
class RoundReceipts {
  private final RoundsDesk desk;
  private final Takings takings;
  private final Blocks blocks;
  private final Visits visits;

  RoundReceipts(RoundsDesk desk, Takings takings, Blocks blocks, Visits visits) {
    this.desk = desk;
    this.takings = takings;
    this.blocks = blocks;
    this.visits = visits;
  }

  /** Every number that was handed out, whether it was used or not. */
  List<RoundPage.Receipt> of(Round round, RoundReader reader) {
    var used = new HashMap<Integer, Taking>();
    takings.of(round.id()).forEach(taking -> taking.number().ifPresent(number -> used.put(number, taking)));
    var out = blocks.of(round.id()).stream().filter(Block::out).toList();
    var names = reader.keeps() ? names(round) : Map.<UUID, String>of();
    var rows = new ArrayList<RoundPage.Receipt>();
    for (int number = 1; number <= blocks.handedOut(round.id()); number++) {
      int of = number;
      rows.add(Optional.ofNullable(used.get(number))
          .map(taking -> row(round, reader, taking, names))
          .orElseGet(() -> unused(round.receipt(of), out.stream().anyMatch(block -> block.has(of)))));
    }
    return rows;
  }

  /** The receipts of what is in the books and nobody counted, in the order of their numbers. */
  List<RoundPage.Receipt> toCount(Round round, RoundReader reader) {
    var names = reader.keeps() ? names(round) : Map.<UUID, String>of();
    return takings.of(round.id())
        .stream()
        .filter(taking -> taking.state() == Taking.State.ENTERED && !taking.counted())
        .map(taking -> row(round, reader, taking, names))
        .toList();
  }

  private static RoundPage.Receipt unused(String number, boolean out) {
    return new RoundPage.Receipt(Optional.empty(), number, out ? "out" : "unused", Optional.empty(), false,
        Optional.empty(), "", "", false, false);
  }

  private RoundPage.Receipt row(Round round, RoundReader reader, Taking taking, Map<UUID, String> names) {
    boolean none = taking.state() == Taking.State.VOID;
    return new RoundPage.Receipt(none ? Optional.empty() : Optional.of(taking.id()), number(round, taking.number()),
        taking.state().key(),
        none || RoundsDesk.sumsHidden(round) ? Optional.empty() : Optional.of(desk.money(taking.amount())),
        taking.cheque(), none ? Optional.empty() : Optional.of(taking.on()),
        taking.visit().map(visit -> names.getOrDefault(visit, "")).orElse(""), reader.keeps() ? taking.note() : "",
        reader.keeps() && taking.state() == Taking.State.ENTERED && !taking.counted()
            && !taking.by().equals(Optional.of(RoundsDesk.me())) && !own(round, taking),
        reader.keeps() && taking.state() == Taking.State.ENTERED && taking.counted() && !own(round, taking));
  }

  /** The number of the receipt that a correction is of. */
  String number(Round round, Correction correction) {
    return takings.find(correction.taking()).map(taking -> number(round, taking.number())).orElse("");
  }

  /** What whoever was at a door is called; empty if nobody is known any more. */
  String name(Round round, Optional<UUID> visit) {
    return desk.name(visit.flatMap(of -> visits.find(round.id(), of)).flatMap(Visit::person));
  }

  private static String number(Round round, OptionalInt number) {
    return number.isPresent() ? round.receipt(number.getAsInt()) : "";
  }

  /** What people on the round are called, by their visit. */
  private Map<UUID, String> names(Round round) {
    var all = takings.of(round.id())
        .stream()
        .flatMap(taking -> taking.visit().stream())
        .distinct()
        .flatMap(visit -> visits.find(round.id(), visit).stream())
        .toList();
    var known = desk.names(all.stream().flatMap(visit -> visit.person().stream()).toList());
    var names = new HashMap<UUID, String>();
    all.forEach(visit -> visit.person()
        .ifPresent(
            person -> names.put(visit.id(), known.getOrDefault(person, ""))));
    return names;
  }

  /** What waits for an officer. */
  List<RoundPage.Waiting> waiting(Round round) {
    var names = names(round);
    return takings.of(round.id())
        .stream()
        .filter(taking -> taking.state() == Taking.State.WAITS)
        .map(taking -> new RoundPage.Waiting(taking.id(),
            number(round, taking.number().isPresent() ? taking.number() : taking.said()),
            taking.why().map(Taking.Why::key).orElseThrow(), desk.money(taking.amount()), taking.cheque(), taking.on(),
            taking.visit().map(visit -> names.getOrDefault(visit, "")).orElse(""), desk.name(taking.by()),
            own(round, taking)))
        .toList();
  }

  private boolean own(Round round, Taking taking) {
    return taking.visit()
        .flatMap(visit -> visits.find(round.id(), visit))
        .flatMap(Visit::person)
        .filter(RoundsDesk.me()::equals)
        .isPresent();
  }

  /** What the receipts of a round come to, counted or not. */
  Money sum(UUID round) {
    return desk.money(takings.of(round)
        .stream()
        .filter(taking -> taking.state() == Taking.State.ENTERED)
        .mapToLong(Taking::amount)
        .sum());
  }

  List<RoundPage.Phone> phones(Round round) {
    return blocks.of(round.id())
        .stream()
        .map(block -> new RoundPage.Phone(block, desk.name(block.by()), round.receipt(block.first()),
            round.receipt(block.last())))
        .toList();
  }
}
