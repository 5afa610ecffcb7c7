// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.List;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.action.Picket;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * Preparing a picket: gates, who sees to them, what holds and what is needed; for those who run it.
 *
 * @param choices who can see to a gate
 * @param kept who sees to which gate when
 * @param name of a new gate, as typed
 * @param keeping who sees to which gate, as chosen
 * @param changed whether somebody else changed it meanwhile
 */
public record PicketPlanPage(Action action, Picket picket, List<Choice> choices, List<Kept> kept, PicketForm form,
    String name, Keeping keeping, UUID once, boolean changed, FormErrors errors) implements View {
  public PicketPlanPage {
    choices = List.copyOf(choices);
    kept = List.copyOf(kept);
  }

  /** Who is to see to a gate in a shift, as chosen; empty for what stays as it is. */
  public record Keeping(String gate, String shift, String captain, String relief) {
    static final Keeping NONE = new Keeping("", "", "", "");
    /** What is sent where somebody is to do it no more. */
    public static final String NOBODY = "nobody";
  }

  /** Who sees to a gate in a shift; empty names for nobody. */
  public record Kept(Picket.Gate gate, Action.Shift shift, String captain, String relief) {}

  /** Who sees to a gate, shift by shift. */
  public List<Kept> of(Picket.Gate gate) {
    return kept.stream().filter(one -> one.gate().id().equals(gate.id())).toList();
  }
}
