// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.dues.Rate;
import org.groundwork.organizing.TakenAlong;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.rounds.Blocks;
import org.groundwork.rounds.Round;
import org.groundwork.rounds.Rounds;
import org.groundwork.rounds.Taking;
import org.groundwork.rounds.Takings;
import org.groundwork.rounds.Visit;
import org.groundwork.rounds.Visits;
import org.springframework.stereotype.Component;

/**
 * A round, taken along: what comes back is money that was taken, under the number of the receipt that was given, and who was
 * not there. Money is never refused: where something is wrong about it, it waits for an officer.
 */
@Component
class RoundTaken implements TakenAlong {
  static final String ROUND = "round";
  private final Rounds rounds;
  private final Visits visits;
  private final Takings takings;
  private final Blocks blocks;
  private final RoundTalk talk;
  private final RoundsDesk desk;

  RoundTaken(Rounds rounds, Visits visits, Takings takings, Blocks blocks, RoundTalk talk, RoundsDesk desk) {
    this.rounds = rounds;
    this.visits = visits;
    this.takings = takings;
    this.blocks = blocks;
    this.talk = talk;
    this.desk = desk;
  }

  @Override
  public String kind() { return ROUND; }

  /** Whoever took a round along hands over, also when the round or their office has ended; the names go then. */
  @Override
  public May may(UUID of) {
    return rounds.find(of)
        .map(round -> round.open() && round.isOf(RoundsDesk.me()) && Takings.mayTake(round) ? May.ALL : May.NUMBERS)
        .orElse(May.NOTHING);
  }

  @Override
  public Came write(UUID of, Map<String, String> record, Instant heldAt) {
    Round round = rounds.find(of).orElseThrow(RoundsDesk::notFound);
    var id = RoundsDesk.id(record.get("id"));
    if (id.isEmpty()) {
      return Came.refused("rounds.phone.senseless");
    }
    return switch (record.getOrDefault("what", "")) {
      case "paid" -> paid(round, id.get(), record, heldAt);
      case "not-now" -> seen(round, id.get(), record, heldAt, Visit.State.NOT_NOW);
      case "not-there" -> seen(round, id.get(), record, heldAt, Visit.State.NOT_THERE);
      case "void" -> givenBack(round, id.get(), record);
      case "done" -> RoundsDesk.id(record.get("turf")).filter(turf -> blocks.returned(round.id(), turf)).isPresent()
          ? Came.DONE
          : Came.refused("rounds.phone.senseless");
      default -> Came.refused("rounds.phone.senseless");
    };
  }

  private static OptionalInt number(Map<String, String> record) {
    String typed = record.getOrDefault("number", "");
    return typed.matches("[1-9][0-9]{0,8}") ? OptionalInt.of(Integer.parseInt(typed)) : OptionalInt.empty();
  }

  private Came paid(Round round, UUID id, Map<String, String> record, Instant heldAt) {
    String amount = record.getOrDefault("amount", "");
    var number = number(record);
    if (number.isEmpty() || !amount.matches("[1-9][0-9]{0,12}") || Long.parseLong(amount) > Rate.MOST) {
      return Came.refused("rounds.phone.senseless"); // no phone of ours writes that down
    }
    LocalDate on = day(record.getOrDefault("on", ""));
    UUID visit = RoundContent.visit(record.getOrDefault("visit", ""));
    var taken = takings.take(new Takings.Said(id, round.id(), visit, number, Long.parseLong(amount),
        "cheque".equals(record.get("way")), on));
    if (taken.isEmpty()) {
      return Came.refused("rounds.phone.senseless");
    }
    var told = new ArrayList<Told>();
    if (taken.get().state() == Taking.State.WAITS) {
      told.add(new Told("rounds.phone.waits", List.of()));
    }
    if (!taken.get().on().equals(on)) {
      told.add(new Told("rounds.phone.day", List.of(taken.get().on())));
    }
    visits.find(round.id(), visit).flatMap(at -> talked(round, at, record, heldAt)).ifPresent(told::add);
    return new Came(true, told);
  }

  /** The day that a phone wrote onto a receipt; one without a calendar counts as today. */
  private LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeParseException noDay) {
      return desk.today();
    }
  }

  private Came seen(Round round, UUID id, Map<String, String> record, Instant heldAt, Visit.State state) {
    var visit = visits.find(round.id(), RoundContent.visit(record.getOrDefault("visit", "")));
    if (visit.flatMap(Visit::person).isEmpty()) {
      return Came.done("rounds.phone.gone");
    }
    if (!round.open()) {
      return Came.done("rounds.phone.closed");
    }
    visits.mark(visit.get().id(), state);
    if (state == Visit.State.NOT_THERE) {
      talk.notHome(round, visit.get(), id, heldAt);
    }
    var told = talked(round, visit.get(), record, heldAt);
    return new Came(true, told.map(List::of).orElseGet(List::of));
  }

  /** Writes a talk down that was held beside it; says where it could not be. */
  private Optional<Told> talked(Round round, Visit visit, Map<String, String> record, Instant heldAt) {
    var errors = new FormErrors();
    var said = new RoundTalk.Said(record.get("talk"), record.get("talked"), record.get("issue"), record.get("ask"),
        record.get("reply"), record.get("next"), record.get("nextOn"));
    var read = talk.read(round, said, errors);
    if (errors.any() || (read.isPresent() && visit.person().isEmpty())) {
      return Optional.of(new Told("rounds.phone.talk", List.of()));
    }
    read.ifPresent(each -> talk.write(each, visit, heldAt));
    return Optional.empty();
  }

  private Came givenBack(Round round, UUID id, Map<String, String> record) {
    var number = number(record);
    return number.isPresent() && takings.giveBack(id, round.id(), number.getAsInt())
        ? Came.DONE
        : Came.refused("rounds.phone.void");
  }
}
