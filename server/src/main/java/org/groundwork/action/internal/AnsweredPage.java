// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.Optional;
import org.groundwork.action.Action;
import org.groundwork.action.SignUp;
import org.groundwork.platform.web.View;

/**
 * What somebody reads who said that they come.
 *
 * @param link the address of their own page; absent where nobody is written down
 */
public record AnsweredPage(Action action, SignUp.Outcome outcome, Optional<String> link) implements View {}
