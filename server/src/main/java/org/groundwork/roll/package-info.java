// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Who is there: people, contacts not yet joined, memberships, and the sites, units and positions that say what they
 * share. Owns the schema {@code roll} and publishes the views {@code roll.api_site}, {@code roll.api_position} and
 * {@code roll.api_membership}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: tenancy", "platform :: access", "platform :: audit",
    "platform :: web", "platform :: jobs", "platform :: message", "platform :: ids", "platform :: keys",
    "platform :: history", "platform :: money", "platform :: paper"})
package org.groundwork.roll;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
