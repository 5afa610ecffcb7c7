// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

import java.util.List;
import java.util.Optional;
import org.groundwork.platform.access.Caller;

/**
 * What a person should do next, as one module sees it. The first screen shows the most urgent one large and the others
 * below it; modules contribute implementations as beans and know nothing of one another.
 */
public interface NextStep {

  /**
   * A thing to do.
   *
   * @param urgency higher is sooner, 0 to 100
   * @param title message key of the sentence, with {@code arguments}
   * @param detail message key of the line below it, with the same arguments; empty for none
   * @param path within the local, without a leading slash
   * @param action message key of the button
   */
  record Step(int urgency, String title, String detail, List<Object> arguments, String path, String action) {
    public Step { arguments = List.copyOf(arguments); }
  }

  /** The module's next step for this person, if it has one. Runs in a reading transaction of the local. */
  Optional<Step> nextFor(Caller.Actor actor);
}
