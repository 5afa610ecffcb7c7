// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.action.Needs;
import org.groundwork.action.SignUp;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * An invitation, for whoever has its address.
 *
 * @param address of the page itself
 * @param needs as ticked and typed
 * @param mine what a member who is signed in said, by shift; absent for everybody else
 */
public record RsvpPage(String address, Action action, RsvpForm form, Needs needs, FormErrors errors,
    Optional<Map<UUID, SignUp.Outcome>> mine, Instant now) implements View {

  /** Whether one can still say that one comes. */
  public boolean open() { return action.open(now); }

  /** The shifts that are not over. */
  public List<Action.Shift> shifts() {
    return action.shifts().stream().filter(shift -> action.open(shift, now)).toList();
  }

  /** What a member said of a shift. */
  public Optional<SignUp.Outcome> said(Action.Shift shift) {
    return mine.flatMap(said -> Optional.ofNullable(said.get(shift.id())));
  }
}
