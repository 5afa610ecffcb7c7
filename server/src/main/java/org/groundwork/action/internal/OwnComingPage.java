// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import org.groundwork.action.Action;
import org.groundwork.action.SignUp;
import org.groundwork.platform.web.View;

/**
 * What somebody without an account said, behind their private link.
 *
 * @param address of the page itself
 * @param withdrawn whether they cannot come after all
 * @param open whether they can still say otherwise
 */
public record OwnComingPage(String address, Action action, Action.Shift shift, SignUp.Outcome outcome,
    boolean withdrawn, boolean open) implements View {}
