// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds.internal;

import java.time.LocalDate;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.View;
import org.groundwork.rounds.Round;

/**
 * A receipt, to be shown at the door or copied.
 *
 * @param waits whether an officer looks at it before it counts
 * @param ended whether it was put right or refused since
 */
public record RoundReceiptPage(Round round, String local, String number, Money amount, LocalDate on, boolean cheque,
    boolean waits, boolean ended, boolean toList) implements View {}
