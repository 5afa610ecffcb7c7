// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import java.util.Optional;
import org.groundwork.platform.web.View;

/**
 * What a link in a mail leads to: a button, for programs that look at mail follow links.
 *
 * @param stage what the reader can do
 * @param elsewhere the address the link was sent to, shown where another browser asked for it
 */
public record LinkPage(Stage stage, String token, Optional<String> elsewhere) implements View {

  /** Where the link stands. */
  public enum Stage {
    /** Good: press the button. */
    READY,
    /** Used up, too old or never made. */
    GONE,
    /** Good, but the account opens with a passkey. */
    NEEDS_PASSKEY
  }
}
