// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.groundwork.campaign.Deliveries;
import org.groundwork.campaign.Letters;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * A letter of demand or a petition: its words, its sheets, and how many stand behind it.
 *
 * @param body the words as saved, as proposed, or as typed
 * @param version of the words that were read
 * @param theirs what somebody else wrote meanwhile
 * @param after how many signed after the names were frozen
 * @param sheets the papers with lines that the place takes
 */
public record LetterPage(LetterDesk.Letter letter, Deliveries.Strength strength,
    Optional<Deliveries.Delivered> delivered,
    String body, long version, Optional<Letters.Text> theirs, int after,
    List<LetterSheet.Of> sheets, LocalDate today, FormErrors errors)
    implements
      View {

  public String what() { return letter.rung().step().what(); }

  public String step() { return letter.path().substring(0, letter.path().length() - "/letter".length()); }

  public String path() { return letter.path(); }

  public boolean homes() { return letter.homes(); }

  /** Whether somebody has written the words. */
  public boolean written() { return version > 0; }

  public boolean mayWrite() { return letter.campaign().goesOn() && delivered.isEmpty(); }

  public boolean mayDeliver() { return mayWrite() && !letter.locked(); }

  /** Whether the list may be opened again. */
  public boolean mayReopen() {
    return letter.campaign().goesOn() && delivered.filter(made -> !today.isAfter(made.said().on())).isPresent();
  }
}
