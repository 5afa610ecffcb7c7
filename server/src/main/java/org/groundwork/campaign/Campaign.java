// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.platform.money.Money;

/** A target, demands and a plan. What it is lies in its type: a draft has not opened, an open one may be quiet or public. */
public sealed interface Campaign {

  /**
   * What every campaign has.
   *
   * @param version counts its changes; who changes it says which version they read
   */
  record Core(UUID id, String title, UUID target, Optional<UUID> site, Optional<Cause> cause, List<Demand> demands,
      List<Step> plan, long version) {
    public Core {
      demands = List.copyOf(demands);
      plan = List.copyOf(plan);
    }

    /** The rung that is to be done now. */
    public Optional<Step> now() {
      return plan.stream().filter(step -> step.state() == StepState.NOW).findFirst();
    }
  }

  Core core();

  /** Being put together; nothing counts on it yet. */
  record Draft(Core core) implements Campaign {}

  /** Open, and nothing outside the local shows it. */
  record Quiet(Core core, Instant openedAt) implements Campaign {}

  /** Open, and public by a recorded decision. */
  record Public(Core core, Instant openedAt) implements Campaign {}

  /**
   * Ended, each demand with its outcome.
   *
   * @param word what is said of it at its end
   */
  record Closed(Core core, Instant openedAt, Instant closedAt, Optional<String> word) implements Campaign {}

  /** Where a campaign stands, as stored and as the end of a message key. */
  enum State {
    DRAFT, QUIET, PUBLIC, CLOSED;

    public String key() { return name().toLowerCase(Locale.ROOT); }

    static State of(String key) { return valueOf(key.toUpperCase(Locale.ROOT)); }
  }

  /** The state, as a word. */
  default State state() {
    return switch (this) {
      case Draft _ -> State.DRAFT;
      case Quiet _ -> State.QUIET;
      case Public _ -> State.PUBLIC;
      case Closed _ -> State.CLOSED;
    };
  }

  /** Whether it has opened and not ended. */
  default boolean goesOn() {
    return switch (this) {
      case Quiet _,Public _ -> true;
      case Draft _,Closed _ -> false;
    };
  }

  /** The common cause a campaign grew from: a kind of grievance against a network. */
  record Cause(String kind, String network) {}

  /**
   * What is asked.
   *
   * @param measure how anybody can tell that it has been granted
   * @param dueOn by when
   * @param outcome absent until it is settled, at the campaign's end at the latest
   */
  record Demand(UUID id, String what, String measure, LocalDate dueOn, Optional<Outcome> outcome) {}

  /**
   * What became of a demand.
   *
   * @param value what was won, as far as it is money
   */
  record Outcome(Result result, Optional<Money> value) {}

  /** How a demand ended. */
  enum Result {
    WON, PARTLY_WON, LOST, DROPPED;

    public String key() { return name().toLowerCase(Locale.ROOT).replace('_', '-'); }

    /** Whether something was won. */
    public boolean won() { return this == WON || this == PARTLY_WON; }

    static Result of(String key) { return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_')); }
  }

  /** Where a rung of the plan stands. */
  enum StepState {
    LOCKED, NOW, DONE;

    public String key() { return name().toLowerCase(Locale.ROOT); }
  }

  /**
   * A rung of the escalation plan.
   *
   * @param threshold how many of the chart it takes to go on to the next, if a number is asked
   */
  record Step(UUID id, String what, OptionalInt threshold, StepState state) {}
}
