// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.action.Picket;
import org.groundwork.action.Pickets;
import org.groundwork.campaign.StepKind;
import org.groundwork.platform.access.Callers;
import org.springframework.stereotype.Component;

/**
 * Who may open a picket: those who run it, all of it; whoever sees to a gate, that gate, from a day before until a day
 * after.
 */
@Component
class PicketDesk {
  private static final Duration AROUND = Duration.ofDays(1);
  private final ActionDesk desk;
  private final Pickets pickets;

  PicketDesk(ActionDesk desk, Pickets pickets) {
    this.desk = desk;
    this.pickets = pickets;
  }

  /**
   * A picket as the caller may see it.
   *
   * @param gates which they may see
   */
  record Seen(Action action, Picket picket, boolean runs, List<Picket.Gate> gates) {
    Seen { gates = List.copyOf(gates); }

    /** A gate that they may see; any other is as if it were not there. */
    Picket.Gate gate(String typed) {
      return Typed.id(typed).flatMap(this::gate).orElseThrow(ActionDesk::notFound);
    }

    Optional<Picket.Gate> gate(UUID id) { return gates.stream().filter(gate -> gate.id().equals(id)).findFirst(); }

    List<UUID> ids() { return gates.stream().map(Picket.Gate::id).toList(); }

    /** Whether something is needed where they see it. */
    boolean sees(Picket.Wish wish) {
      return wish.gate().isEmpty() || gate(wish.gate().get()).isPresent();
    }

    /** Who writes something down; absent where nobody is written down. */
    Optional<UUID> writer() {
      return action.countOnly() ? Optional.empty() : Optional.of(Callers.actor().person());
    }
  }

  Seen see(UUID id) {
    var action = desk.seen(id, StepKind.PICKET);
    var picket = pickets.of(id);
    if (ActionDesk.runs(Callers.actor(), action)) {
      return new Seen(action, picket, true, picket.gates());
    }
    UUID person = Callers.actor().person();
    var own = picket.gates().stream().filter(gate -> gate.keptBy(person)).toList();
    if (own.isEmpty() || !around(action, desk.now())) {
      throw ActionDesk.notFound();
    }
    return new Seen(action, picket, false, own);
  }

  static boolean around(Action action, Instant now) {
    return action.state() != Action.State.CANCELLED && now.isAfter(action.when().starts().minus(AROUND))
        && now.isBefore(action.when().ends().plus(AROUND));
  }

  Action.Shift onNow(Action action) { return action.onNow(desk.now()); }
}
