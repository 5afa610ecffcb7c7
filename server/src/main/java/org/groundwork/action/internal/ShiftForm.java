// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.action.Actions;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** A shift as typed. */
public record ShiftForm(@Nullable String once, @Nullable String name, @Nullable String day, @Nullable String from,
    @Nullable String until, @Nullable String needed, @Nullable String capacity) {

  static ShiftForm in(UUID once, Action action) {
    var starts = action.when().starts().atZone(action.when().zone());
    return new ShiftForm(once.toString(), "", starts.toLocalDate().toString(), "", "", "", "");
  }

  /** @param whole when the action is; a shift lies within it */
  Optional<Actions.NewShift> read(FormErrors errors, Action.When whole) {
    String called = errors.required("name", name, 60);
    var when = Typed.when(errors, day, from, until, whole.zone());
    var needs = Typed.people(errors, "needed", needed);
    var takes = Typed.people(errors, "capacity", capacity);
    when.filter(w -> w.starts().isBefore(whole.starts()) || w.ends().isAfter(whole.ends()))
        .ifPresent(_ -> errors.refuse("from", "actions.shift.outside"));
    if (errors.any() || when.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Actions.NewShift(called, when.get(), needs, takes));
  }
}
