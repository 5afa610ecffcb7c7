// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import org.groundwork.action.Action;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/** The form for one more shift. */
public record ShiftPage(Action action, ShiftForm form, FormErrors errors) implements View {}
