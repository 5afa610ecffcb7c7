// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What is paid out: what members laid out and bills, each said yes to by a second person, released by a further one above a
 * limit, and paid once; the decisions under which much money leaves a fund; the local's own limits; petty cash. Other
 * modules have something paid through {@link org.groundwork.spending.Payouts}. Owns the schema {@code spending}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: tenancy", "platform :: access", "platform :: audit",
    "platform :: web", "platform :: ids", "platform :: keys", "platform :: money", "platform :: files", "ledger",
    "roll",
    "treasury"})
package org.groundwork.spending;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
