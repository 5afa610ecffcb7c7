// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement.internal;

import java.util.List;
import org.groundwork.platform.web.View;
import org.groundwork.reinforcement.Reinforcement;

/**
 * Calls that go on, then those that are over.
 *
 * @param calls whether the reader can call for people
 * @param asksOrganisers whether they are a steward, who asks an organiser for it
 * @param ready whether they can be called themself
 */
public record ReinforcementsPage(List<Reinforcement> goingOn, List<Reinforcement> past, boolean calls,
    boolean asksOrganisers, boolean ready) implements View {

  public ReinforcementsPage {
    goingOn = List.copyOf(goingOn);
    past = List.copyOf(past);
  }
}
