// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Money beside dues: gifts and their class, caps on what one member gives, what is held because it may come from the
 * other side, and the independence meter. Owns the schema {@code gifts}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: tenancy", "platform :: access", "platform :: audit",
    "platform :: web", "platform :: ids", "platform :: keys", "platform :: money", "ledger", "roll", "target", "dues",
    "treasury"})
package org.groundwork.gifts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
