// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Collecting rounds: who is asked for dues at the door and by which steward, receipts that are given at once, what phones
 * carry of their numbers, and the envelope, which two people count. Owns the schema {@code rounds}. What somebody owes is
 * the dues' own; what is in the envelope is in the books as soon as it is known here.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: tenancy", "platform :: access", "platform :: audit",
    "platform :: web", "platform :: ids", "platform :: keys", "platform :: money", "ledger", "roll", "organizing",
    "dues",
    "treasury"})
package org.groundwork.rounds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
