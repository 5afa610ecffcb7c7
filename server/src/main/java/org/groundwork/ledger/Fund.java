// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.util.UUID;

/**
 * Money that is for something. Every entry is balanced within each fund, so that each has books of its own.
 *
 * @param mayGoBelow whether more may leave it than is in it
 * @param closed whether nothing is entered in it any more
 */
public record Fund(UUID id, FundKind kind, String name, boolean mayGoBelow, boolean closed) {}
