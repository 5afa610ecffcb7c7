// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.util.UUID;

/**
 * A line's amount, or a part of it.
 *
 * @param account of the books, on the other side of the account at the bank
 * @param amount what this part adds to the account at the bank; never zero
 */
public record Part(UUID account, UUID fund, long amount) {}
