// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/** Signing in with the recovery sheet and choosing a new PIN. */
public record RecoverPage(FormErrors errors) implements View {}
