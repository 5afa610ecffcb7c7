// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * What left by one person's word: what waits for a second officer, and what is done.
 *
 * @param limit above which it waits
 * @param reads whether the reader may open every entry
 * @param at of which of them something was typed that was refused; empty for none
 * @param typed what was typed there, as a question or as an answer
 * @param done what just happened; empty for nothing
 */
public record LooksPage(List<Row> waiting, List<Row> past, Money limit, boolean reads, String at, String typed,
    FormErrors errors, String done) implements View {
  public LooksPage {
    waiting = List.copyOf(waiting);
    past = List.copyOf(past);
  }

  /**
   * One of them.
   *
   * @param to the accounts on which it stands now
   * @param together what it counts for, with what else left the fund so within days
   * @param question what a second officer wants to know; empty while nobody asked
   * @param answer what whoever keeps the money said to that; empty while nobody did
   * @param answers whether the reader may answer it
   * @param decides whether the reader may say yes, or ask
   * @param decision whether a yes needs a decision of the members
   * @param under decisions that let so much out of the fund
   */
  public record Row(UUID id, UUID entry, String what, String to, String fund, Money amount, Money together,
      LocalDate on,
      String how, String state, String question, String answer, boolean answers, boolean decides, boolean decision,
      List<PayoutPage.Under> under) {
    public Row { under = List.copyOf(under); }

    /** Whether others count with it. */
    public boolean several() { return together.minor() > amount.minor(); }
  }
}
