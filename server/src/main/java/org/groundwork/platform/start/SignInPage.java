// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * Signing in again.
 *
 * @param ways which ways in this browser and this server have
 * @param next where to go afterwards, a path on this server
 */
public record SignInPage(Ways ways, String next, FormErrors errors) implements View {

  /**
   * Ways in, besides a card and a recovery sheet, which always work.
   *
   * @param pin whether this browser holds a device secret that a PIN can unlock
   */
  public record Ways(boolean pin, boolean passkey, boolean mail) {}
}
