// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.spending.Appropriation;

/**
 * One decision: its words, what is used of it, and on what.
 *
 * @param spent without names: what was said yes to under it
 */
public record AppropriationPage(AppropriationsPage.Row row, Appropriation.Decision decision,
    Optional<LocalDate> confirmed,
    Optional<LocalDate> closed, List<FileStore.Kept> papers, List<Spent> spent, boolean mayConfirm, boolean mayClose,
    FormErrors errors) implements View {
  public AppropriationPage {
    papers = List.copyOf(papers);
    spent = List.copyOf(spent);
  }

  /** Something that left the fund under it. */
  public record Spent(LocalDate on, String what, Money amount, boolean paid) {}
}
