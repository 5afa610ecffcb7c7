// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.action.Needs;
import org.groundwork.action.SignUp;
import org.groundwork.platform.web.View;

/**
 * What somebody without an account said, behind their private link.
 *
 * @param address of the page itself
 * @param of whose answer it is, so that another page left open changes nothing of it
 * @param withdrawn whether they cannot come after all
 * @param open whether they can still say otherwise
 */
public record OwnComingPage(String address, UUID of, Action action, Action.Shift shift, SignUp.Outcome outcome,
    Needs needs,
    boolean withdrawn, boolean open) implements View {}
