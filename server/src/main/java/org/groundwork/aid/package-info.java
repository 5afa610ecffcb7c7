// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What members decide to give one another: the hardship fund with its rules, its requests and an elected committee that
 * decides on them, and strike pay. Owns the schema {@code aid}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: tenancy", "platform :: access", "platform :: audit",
    "platform :: web", "platform :: ids", "platform :: keys", "platform :: money", "platform :: jobs",
    "platform :: paper", "platform :: message",
    "ledger", "roll",
    "dues", "grievance", "campaign", "strike", "defence", "treasury", "spending"})
package org.groundwork.aid;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
