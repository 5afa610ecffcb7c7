// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What members owe their local and pay: scales with free rates, each member's choice, runs that charge a period, payments and
 * what of them settles which charge, waivers, standing. Owns the schema {@code dues}; standing is derived, never written.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: tenancy", "platform :: access", "platform :: audit",
    "platform :: web", "platform :: ids", "platform :: keys", "platform :: jobs", "platform :: money",
    "platform :: files",
    "ledger",
    "roll", "organizing"})
package org.groundwork.dues;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
