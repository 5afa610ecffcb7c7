// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The books as people read and keep them: opening them, entries by hand with their papers, reports, what a year is meant to
 * cost, quarters that auditors sign, handing over. Declares {@link org.groundwork.treasury.MoneyDoor}, by which the other
 * modules of money are reached from the page about it. Owns the schema {@code treasury}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: tenancy", "platform :: access", "platform :: audit",
    "platform :: web", "platform :: ids", "platform :: keys", "platform :: files", "platform :: paper",
    "platform :: money", "ledger", "dues", "roll"})
package org.groundwork.treasury;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
