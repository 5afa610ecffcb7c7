// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.List;
import org.groundwork.action.Action;
import org.groundwork.platform.web.View;

/** What is to come, or what is over. */
public record ActionsPage(List<Action> actions, boolean past, boolean mayPlan) implements View {
  public ActionsPage { actions = List.copyOf(actions); }
}
