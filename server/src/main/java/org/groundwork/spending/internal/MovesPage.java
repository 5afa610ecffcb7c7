// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.Fund;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * Moves between funds: those that wait, those that were made, and the form to ask for one.
 *
 * @param limit above which a move needs a decision of the members
 * @param done message key of what just happened; empty for nothing
 */
public record MovesPage(List<Row> rows, Money limit, Optional<Ask> ask, FormErrors errors, String done)
    implements
      View {
  public MovesPage { rows = List.copyOf(rows); }

  /**
   * One of them.
   *
   * @param decides whether the reader may say yes
   * @param together what it counts for, with the other moves out of the fund within days
   * @param decision whether that needs a decision of the members
   * @param under decisions that let so much out of the fund
   * @param undo what the reader may do about a mistake
   */
  public record Row(UUID id, String from, String to, String place, Money amount, String why, String state,
      LocalDate on, boolean decides, boolean withdraws, Money together, boolean decision, List<PayoutPage.Under> under,
      Undo undo) {
    public Row { under = List.copyOf(under); }

    /** Whether others count with it. */
    public boolean several() { return together.minor() > amount.minor(); }
  }

  /**
   * What the reader may do about a move that went by mistake.
   *
   * @param ask that it be undone
   * @param agree to that
   * @param leave it as it is after all
   */
  public record Undo(boolean ask, boolean agree, boolean leave) {}

  /** The form to ask for one. */
  public record Ask(MoveForm form, List<Fund> funds, List<Account> places) {
    public Ask {
      funds = List.copyOf(funds);
      places = List.copyOf(places);
    }
  }
}
