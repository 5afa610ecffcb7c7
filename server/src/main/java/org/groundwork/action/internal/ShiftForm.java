// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.action.Actions;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * A shift as typed.
 *
 * @param once makes sure that a form sent twice adds one shift
 * @param version from which a shift is changed
 */
public record ShiftForm(@Nullable String once, @Nullable String name, @Nullable String day, @Nullable String from,
    @Nullable String until, @Nullable String needed, @Nullable String capacity, @Nullable String version) {

  static ShiftForm in(UUID once, Action action) {
    var starts = action.when().starts().atZone(action.when().zone());
    return new ShiftForm(once.toString(), "", starts.toLocalDate().toString(), "", "", "", "", "");
  }

  static ShiftForm of(Action.Shift shift) {
    var starts = shift.when().starts().atZone(shift.when().zone());
    var ends = shift.when().ends().atZone(shift.when().zone());
    return new ShiftForm("", shift.name(), starts.toLocalDate().toString(), starts.toLocalTime().toString(),
        ends.toLocalTime().toString(), text(shift.needed()), text(shift.capacity()), Long.toString(shift.version()));
  }

  private static String text(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
  }

  /** The same as typed, to be saved over what it has become. */
  ShiftForm over(Action.Shift now) {
    return new ShiftForm(once, name, day, from, until, needed, capacity, Long.toString(now.version()));
  }

  /**
   * @param whole when the action is; a shift lies within it
   * @param nameless whether one that lasts the whole time needs no name
   */
  Optional<Actions.NewShift> read(FormErrors errors, Action.When whole, boolean nameless) {
    String called = errors.optional("name", name, 60);
    var when = Typed.when(errors, day, from, until, whole.zone());
    var needs = Typed.people(errors, "needed", needed);
    var takes = Typed.people(errors, "capacity", capacity);
    if (called.isEmpty() && !(nameless && when.filter(whole::equals).isPresent())) {
      errors.refuse("name", "form.required");
    }
    when.filter(w -> w.starts().isBefore(whole.starts()) || w.ends().isAfter(whole.ends()))
        .ifPresent(_ -> errors.refuse("from", "actions.shift.outside"));
    if (errors.any() || when.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Actions.NewShift(called, when.get(), needs, takes));
  }
}
