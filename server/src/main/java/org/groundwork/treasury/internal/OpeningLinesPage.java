// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * What was there when the books began.
 *
 * @param began the day
 * @param open whether something can still be entered
 * @param accounts what can be chosen, by the identifier or the key of each
 * @param rows what was entered
 */
public record OpeningLinesPage(LocalDate began, boolean open, Currency currency, Map<String, String> accounts,
    Map<String, String> funds, Form form, List<JournalPage.Row> rows, FormErrors errors, String done) implements View {

  /** As typed. */
  public record Form(String once, String account, String fund, String amount, String what) {}
}
