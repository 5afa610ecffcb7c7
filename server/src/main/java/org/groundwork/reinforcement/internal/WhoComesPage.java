// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement.internal;

import java.util.List;
import java.util.Optional;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.reinforcement.Asked;
import org.groundwork.reinforcement.Reinforcement;

/**
 * Who comes to a call, and who is asked and has no mail.
 *
 * @param silent those whom no mail reached, as many as are shown
 * @param live whether people are still asked
 * @param counted as typed
 */
public record WhoComesPage(Reinforcement call, List<Row> rows, List<Row> silent, boolean live, String counted,
    FormErrors errors) implements View {

  public WhoComesPage {
    rows = List.copyOf(rows);
    silent = List.copyOf(silent);
  }

  /**
   * Somebody.
   *
   * @param called empty for somebody who is forgotten
   * @param text their number, if they may be written to
   */
  public record Row(Asked asked, String called, Optional<String> text) {}
}
