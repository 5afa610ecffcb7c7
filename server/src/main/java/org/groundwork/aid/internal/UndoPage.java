// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.util.Currency;
import java.util.List;
import org.groundwork.platform.web.FormErrors;

/**
 * The form that says that a payment went wrong.
 *
 * @param back where the payment stands
 * @param action where the form goes
 * @param amount of a grant; 0 for strike pay
 * @param shares of a batch, to choose from; empty for aid
 */
public record UndoPage(Currency currency, String back, String action, long amount, List<NamedShare> shares,
    UndoForm form, FormErrors errors) implements InMoney {
  public UndoPage { shares = List.copyOf(shares); }
}
