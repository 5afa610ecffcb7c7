// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A fight and what was done in it, to choose from. */
public record FightChoices(UUID id, String title, Optional<UUID> site, List<Choice> choices) {
  public FightChoices { choices = List.copyOf(choices); }

  /**
   * A rung or an action.
   *
   * @param value as a form sends it
   * @param on the day of an action
   */
  public record Choice(String value, String what, Optional<LocalDate> on) {}

  static String ofStep(UUID step) { return "step-" + step; }

  static String ofAction(UUID action) { return "action-" + action; }
}
