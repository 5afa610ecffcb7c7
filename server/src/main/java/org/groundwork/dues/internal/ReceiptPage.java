// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.View;

/**
 * A receipt, to be shown or printed.
 *
 * @param name of whoever paid; empty once their record was deleted
 * @param way how it was paid
 */
public record ReceiptPage(String local, String number, String name, Money amount, LocalDate on, String way,
    Optional<LocalDate> undone, String back) implements View {}
