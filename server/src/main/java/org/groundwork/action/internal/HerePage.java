// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * At the door: "I am here".
 *
 * @param address of the page itself
 * @param shift the one that is on
 * @param member whether somebody of the local is signed in, who need not type a name
 * @param done whether they are counted
 */
public record HerePage(String address, Action action, UUID shift, String once, String name, boolean member,
    boolean done, FormErrors errors) implements View {}
