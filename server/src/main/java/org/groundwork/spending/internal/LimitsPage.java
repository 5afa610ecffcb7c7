// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import java.util.Currency;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * The local's limits, which every member reads.
 *
 * @param changes whether the reader may change them
 * @param meanwhile whether somebody else changed them first
 */
public record LimitsPage(Money noReceipt, Money release, Money appropriation, Money pettyCash, boolean changes,
    LimitsForm form, FormErrors errors, boolean meanwhile, boolean saved) implements View {
  public Currency currency() { return release.currency(); }
}
