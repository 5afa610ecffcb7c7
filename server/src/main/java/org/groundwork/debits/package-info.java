// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * SEPA direct debits of dues: who collects, mandates and their ends, collections from the day that is chosen to the bank's
 * file and the books, and payments that banks send back. Owns the schema {@code debits}; leads to its pages from one's own
 * dues and from the page about money.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: tenancy", "platform :: access", "platform :: audit",
    "platform :: web", "platform :: ids", "platform :: keys", "platform :: jobs", "platform :: money",
    "platform :: files", "platform :: message", "ledger", "roll", "dues", "treasury", "banking"})
package org.groundwork.debits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
