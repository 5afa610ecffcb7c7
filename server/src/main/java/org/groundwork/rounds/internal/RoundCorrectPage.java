// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.rounds.Round;

/**
 * Saying what a counted receipt should have been.
 *
 * @param name who paid by the receipt; empty where nobody is known
 * @param people who can have paid instead: everybody on the round, and who was found by name
 * @param found how many were found by name; absent before somebody looked
 */
public record RoundCorrectPage(Round round, UUID taking, String number, String name, Money amount, boolean cheque,
    String currency, List<NewRoundPage.Steward> people, Optional<Integer> found, CorrectForm form, FormErrors errors)
    implements
      View {
  public RoundCorrectPage { people = List.copyOf(people); }
}
