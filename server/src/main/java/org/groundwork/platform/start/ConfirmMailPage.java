// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import org.groundwork.platform.web.View;

/** A button that confirms an address, or why it cannot be. */
public record ConfirmMailPage(String token, Stage stage) implements View {

  /** Where the link stands. */
  public enum Stage {
    READY, GONE, TAKEN
  }
}
