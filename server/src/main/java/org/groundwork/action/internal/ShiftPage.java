// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.Optional;
import org.groundwork.action.Action;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * The form for one more shift, or for changing one.
 *
 * @param shift the one that is changed; absent for a new one
 * @param changed whether somebody else changed it meanwhile
 */
public record ShiftPage(Action action, Optional<Action.Shift> shift, ShiftForm form, boolean changed, FormErrors errors)
    implements
      View {

  /** Whether the only shift there is lasts the whole time, so that another one would be beside it. */
  public boolean besideTheWhole() {
    return shift.isEmpty() && action.shifts().size() == 1 && action.shifts().getFirst().name().isEmpty();
  }
}
