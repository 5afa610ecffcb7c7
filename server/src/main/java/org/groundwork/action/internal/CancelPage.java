// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import org.groundwork.action.Action;
import org.groundwork.platform.web.View;

/** What calling an action off does, before it is done. */
public record CancelPage(Action action) implements View {}
