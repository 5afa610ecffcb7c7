// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import java.util.Optional;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * The address by which an account signs in.
 *
 * @param confirmed the one in use
 * @param typed what was typed and refused
 */
public record MailPage(Optional<String> confirmed, String typed, State state, FormErrors errors) implements View {

  /** What the page has to say. */
  public enum State {
    ASK, SENT, CONFIRMED, REMOVED, NO_MAIL
  }
}
