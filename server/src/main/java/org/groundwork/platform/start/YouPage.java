// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import java.util.List;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * Asks for a name and a PIN.
 *
 * @param codeNeeded whether the code from the server's terminal is asked for
 */
public record YouPage(YouForm form, FormErrors errors, boolean codeNeeded, List<String> zones,
    List<String> currencies) implements View {}
