// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Dues and gifts paid by card through Stripe: the local's key, payments once and again each month, what Stripe tells of them
 * and what of that is in the books. Publishes nothing; owns the schema {@code cards}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: tenancy", "platform :: access", "platform :: audit",
    "platform :: web", "platform :: ids", "platform :: keys", "platform :: jobs", "platform :: money", "ledger", "roll",
    "dues", "treasury", "gifts"})
package org.groundwork.cards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
