// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Accounts where money lies, the statements that come from there, and what each of their lines is for. Owns the schema
 * {@code banking}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: tenancy", "platform :: access", "platform :: audit",
    "platform :: web", "platform :: ids", "platform :: keys", "platform :: jobs", "platform :: money",
    "platform :: files", "platform :: paper", "ledger", "roll", "dues", "treasury", "spending",
    "gifts"})
package org.groundwork.banking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
