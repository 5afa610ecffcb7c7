// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge.internal;

import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/** Where a code from paper is typed in; the same page for everybody. */
public record CodePage(String handle, FormErrors errors) implements View {}
