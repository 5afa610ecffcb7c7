// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * Signing in again.
 *
 * @param knownDevice whether this browser holds a device secret that a PIN can unlock
 * @param next where to go afterwards, a path on this server
 */
public record SignInPage(boolean knownDevice, String next, FormErrors errors) implements View {}
