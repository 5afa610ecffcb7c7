// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.action.Incidents;
import org.groundwork.action.Picket;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened at a gate, as typed.
 *
 * @param hour when, within the last day; now if it is left out
 */
public record IncidentForm(@Nullable String once, @Nullable String gate, @Nullable String kind, @Nullable String hour,
    @Nullable String told, @Nullable String plate) {

  static IncidentForm blank(UUID once) { return new IncidentForm(once.toString(), "", "", "", "", ""); }

  /** @param seen the gates that can be chosen; the only one need not be */
  Optional<Incidents.New> read(FormErrors errors, PicketDesk.Seen seen, Instant now) {
    var at = seen.gates().size() == 1
        ? Optional.of(seen.gates().getFirst())
        : Typed.id(gate).flatMap(seen::gate);
    if (at.isEmpty()) {
      errors.refuse("gate", "picket.gate.choose");
    }
    var what = Picket.Kind.known(kind == null ? "" : kind);
    if (what.isEmpty()) {
      errors.refuse("kind", "picket.kind.choose");
    }
    String text = errors.required("told", told, 2_000);
    String car = errors.optional("plate", plate, 20);
    Instant when = moment(errors, seen.action().when().zone(), now);
    return errors.any()
        ? Optional.empty()
        : Optional.of(new Incidents.New(at.orElseThrow().id(), when, what.orElseThrow(), text, car, seen.writer()));
  }

  /** The last time that the clocks there showed the hour. */
  private Instant moment(FormErrors errors, ZoneId zone, Instant now) {
    String typed = errors.optional("hour", hour, 8);
    if (typed.isEmpty()) {
      return now;
    }
    try {
      var today = now.atZone(zone).toLocalDate();
      var at = today.atTime(LocalTime.parse(typed)).atZone(zone);
      return at.toInstant().isAfter(now) ? at.minusDays(1).toInstant() : at.toInstant();
    } catch (DateTimeParseException notAnHour) {
      errors.refuse("hour", "actions.hour");
      return now;
    }
  }
}
