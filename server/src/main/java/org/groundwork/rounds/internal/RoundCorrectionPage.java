// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds.internal;

import java.util.Optional;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.rounds.Correction;
import org.groundwork.rounds.Round;

/**
 * What somebody said of a counted receipt, beside what it said, for a second person and for auditors.
 *
 * @param was as the receipt had it
 * @param right as it should have been
 * @param by who said so; empty once they were forgotten
 * @param second who looked at it; empty where nobody did
 * @param may what the reader can say of it
 * @param entries whether the reader reads entries of the books
 * @param names whether the reader reads who paid, and what was said of it; auditors do not
 */
public record RoundCorrectionPage(Round round, Correction correction, String number, Version was, Version right,
    String by, String second, May may, boolean entries, boolean names,
    FormErrors errors) implements View {

  /** One of the two; {@code amount} is absent where nothing was taken. */
  public record Version(String name, Optional<Money> amount, boolean cheque) {}

  /** What its reader can say. */
  public enum May {
    /** Yes or no. */
    DECIDE,
    /** They said so first, and can take it back. */
    WITHDRAW,
    /** It is about money of theirs. */
    OWN,
    /** Nothing: it is over, or others decide. */
    READ
  }
}
