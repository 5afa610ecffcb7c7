// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.money.Money;

/**
 * A payment as a row of a list.
 *
 * @param what empty where only whoever pays reads it
 * @param on what it is spent
 * @param payee empty where only whoever pays reads it, or nobody is there any more
 * @param stage as message keys have it
 * @param own whether the reader gets it
 */
public record PayoutLine(UUID id, String what, String on, Money amount, String payee, Optional<LocalDate> due,
    LocalDate asked, String stage, boolean own) {}
