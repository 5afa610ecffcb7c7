// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** A target, demands and a plan. What it is lies in its type: a draft has not opened, an open one may be quiet or public. */
public sealed interface Campaign {

  /** What every campaign has. */
  record Core(UUID id, String title, UUID target, Optional<UUID> site, Optional<Cause> cause, List<Demand> demands,
      List<Step> plan) {
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

  /** Ended. */
  record Closed(Core core, Instant openedAt) implements Campaign {}

  /** The common cause a campaign grew from: a kind of grievance against a network. */
  record Cause(String kind, String network) {}

  /**
   * What is asked.
   *
   * @param measure how anybody can tell that it has been granted
   * @param dueOn by when
   */
  record Demand(UUID id, String what, String measure, LocalDate dueOn) {}

  /** Where a rung of the plan stands. */
  enum StepState {
    LOCKED, NOW, DONE;

    public String key() { return name().toLowerCase(java.util.Locale.ROOT); }
  }

  /**
   * A rung of the escalation plan.
   *
   * @param threshold how many of the chart it takes to go on to the next, if a number is asked
   */
  record Step(UUID id, String what, OptionalInt threshold, StepState state) {}
}
