// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.List;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.roll.JoinQuestion;

/**
 * The public form to join a local, or the thanks after it.
 *
 * @param questions what other modules ask
 */
public record JoinPage(String handle, String localName, JoinForm form, List<Question> questions, FormErrors errors,
    boolean sent) implements View {

  /** What another module asks, and what is chosen. */
  public record Question(String field, JoinQuestion.Asked asked, String chosen) {}

  public JoinPage { questions = List.copyOf(questions); }
}
