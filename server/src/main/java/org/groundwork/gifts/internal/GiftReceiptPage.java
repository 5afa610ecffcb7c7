// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts.internal;

import org.groundwork.gifts.Gift;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.View;

/**
 * A receipt of what was given, to be shown or printed.
 *
 * @param local who received it
 * @param from who gave it; empty where nobody knows, and once a member's record was deleted
 * @param back where the reader came from, within the local
 */
public record GiftReceiptPage(String local, Gift gift, Money amount, String from, String back) implements View {}
