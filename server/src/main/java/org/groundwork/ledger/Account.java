// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.util.Optional;
import java.util.UUID;

/**
 * An account of the books.
 *
 * @param code digits, by which accounts are put in order; one account has it
 * @param closed whether nothing is entered in it any more
 */
public record Account(UUID id, String code, String name, AccountKind kind, Optional<UsedFor> usedFor, boolean closed) {}
