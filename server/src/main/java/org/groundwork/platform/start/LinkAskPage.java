// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * Asking for a sign-in link.
 *
 * @param sent whether it was just asked for; then the page says so, the same for every address
 * @param readableHere whether mail of this installation is read on a page
 */
public record LinkAskPage(String mail, boolean sent, boolean readableHere, FormErrors errors) implements View {}
