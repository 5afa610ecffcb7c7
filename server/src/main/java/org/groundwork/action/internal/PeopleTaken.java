// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.action.Actions;
import org.groundwork.action.Attendance;
import org.groundwork.organizing.TakenAlong;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.web.FormErrors;
import org.springframework.stereotype.Component;

/**
 * Who comes to an action, taken along: what comes back is who was seen there, who turned up, and how many more. What was
 * seen at the door is stronger than what was said elsewhere meanwhile; of an action that was called off nothing is noted.
 */
@Component
class PeopleTaken implements TakenAlong {
  static final String ACTION = "action";
  private static final int LONGEST_NAME = 80;
  /** Whoever is not on the list and gives no name, in place of where they belong. */
  private static final String NAMELESS = "nameless";
  private final Actions actions;
  private final Attendance attendance;
  private final ActionController.Once once;
  private final Audit audit;

  PeopleTaken(Actions actions, Attendance attendance, ActionController.Once once, Audit audit) {
    this.actions = actions;
    this.attendance = attendance;
    this.once = once;
    this.audit = audit;
  }

  @Override
  public String kind() { return ACTION; }

  @Override
  public May may(UUID of) {
    return actions.byId(of)
        .filter(action -> ActionDesk.runs(Callers.actor(), action))
        .map(action -> action.countOnly() ? May.NUMBERS : May.ALL)
        .orElse(May.NOTHING);
  }

  @Override
  public Came write(UUID of, Map<String, String> record, Instant heldAt) {
    var action = actions.byId(of).orElseThrow(ActionDesk::notFound);
    var id = Typed.id(record.getOrDefault("id", ""));
    var shift = Typed.id(record.getOrDefault("shift", "")).flatMap(action::shift);
    if (id.isEmpty() || shift.isEmpty()) {
      return Came.refused("along.gone");
    }
    if (action.state() == Action.State.CANCELLED) {
      return Came.refused("along.called-off");
    }
    return switch (record.getOrDefault("what", "")) {
      case "here" -> here(action, shift.get().id(), id.get(), Typed.id(record.getOrDefault("who", "")));
      case "turned-up" -> turnedUp(action, shift.get().id(), id.get(), record.getOrDefault("name", ""));
      case "head" -> head(action, shift.get().id(), id.get(), record);
      default -> Came.refused("along.gone");
    };
  }

  private Came here(Action action, UUID shift, UUID id, Optional<UUID> who) {
    if (who.isEmpty()) {
      return Came.refused("along.gone");
    }
    if (!first(id)) {
      return Came.DONE;
    }
    attended(action);
    return switch (attendance.seen(shift, who.get())) {
      case NOTED -> Came.DONE;
      case HAD_WITHDRAWN -> Came.done("along.had-withdrawn");
      case COUNTED -> Came.done("along.counted");
    };
  }

  private Came turnedUp(Action action, UUID shift, UUID id, String typed) {
    var errors = new FormErrors();
    String name = errors.required("name", typed, LONGEST_NAME);
    if (errors.any()) {
      var refusal = errors.all().getFirst();
      return Came.refused(refusal.key(), refusal.arguments());
    }
    if (first(id)) {
      attended(action);
      attendance.turnedUp(shift, name);
    }
    return action.countOnly() ? Came.done("along.counted") : Came.DONE;
  }

  /**
   * One head more or less. Heads are of everybody who is there, also of those on the list, who are noted one by one: only
   * whoever is on no list, because it is one of those without names or because they were counted as such, was there once
   * more.
   */
  private Came head(Action action, UUID shift, UUID id, Map<String, String> record) {
    var head = Action.Head.of(record.getOrDefault("head", ""));
    boolean nameless = record.getOrDefault("head", "").equals(NAMELESS);
    boolean nobodyListed = record.getOrDefault("listed", "").equals("nobody");
    String more = record.getOrDefault("more", "");
    if ((head.isEmpty() && !nameless) || !(more.equals("1") || more.equals("-1"))) {
      return Came.refused("along.gone");
    }
    if (first(id)) {
      head.ifPresent(of -> actions.countMore(action.id(), of, Integer.parseInt(more)));
      if (nameless || nobodyListed) {
        attendance.countMore(shift, Integer.parseInt(more));
      }
    }
    return Came.DONE;
  }

  private boolean first(UUID record) { return once.only().first(record, "without-a-signal"); }

  private void attended(Action action) {
    audit.record("action-attendance", new SubjectRef(ACTION, action.id()), "attended");
  }
}
