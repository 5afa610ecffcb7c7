// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement.internal;

import java.util.List;
import org.groundwork.platform.web.View;
import org.groundwork.reinforcement.Reinforcement;
import org.groundwork.reinforcement.Wish;

/**
 * Calls that go on, then those that are over.
 *
 * @param calls whether the reader can call for people
 * @param asksOrganisers whether they are a steward, who asks an organiser for it
 * @param ready whether they can be called themself
 * @param wished what stewards ask for at the reader's places
 * @param own what the reader asked for
 * @param done message key of what was just done, empty if nothing
 */
public record ReinforcementsPage(List<Reinforcement> goingOn, List<Reinforcement> past, boolean calls,
    boolean asksOrganisers, boolean ready, List<Wish> wished, List<Wish> own, String done) implements View {

  public ReinforcementsPage {
    goingOn = List.copyOf(goingOn);
    past = List.copyOf(past);
    wished = List.copyOf(wished);
    own = List.copyOf(own);
  }
}
