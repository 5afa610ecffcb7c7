// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.action.SignUp;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * An invitation, for whoever has its address.
 *
 * @param address of the page itself
 * @param mine what a member who is signed in said, by shift; absent for everybody else
 * @param open whether one can still say that one comes
 */
public record RsvpPage(String address, Action action, RsvpForm form, FormErrors errors,
    Optional<Map<UUID, SignUp.Outcome>> mine, boolean open) implements View {

  /** What a member said of a shift. */
  public Optional<SignUp.Outcome> said(Action.Shift shift) {
    return mine.flatMap(said -> Optional.ofNullable(said.get(shift.id())));
  }
}
