// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The books: accounts, funds, balanced entries that are never changed, months that close, and what it all comes to. Knows
 * nothing of dues, banks or people; modules above enter what happened. Owns the schema {@code ledger}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: tenancy", "platform :: access", "platform :: audit",
    "platform :: ids", "platform :: keys", "platform :: money"})
package org.groundwork.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
