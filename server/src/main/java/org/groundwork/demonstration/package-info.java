// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * An invented local to look around in: a register in the shape of the real ones with invented owners, people, reports
 * and a fight. It stands on top of the house and nothing stands on it. Owns the schema {@code demonstration}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: tenancy", "platform :: access", "platform :: audit",
    "platform :: web", "platform :: ids", "platform :: keys", "platform :: history", "platform :: money", "roll",
    "target",
    "organizing", "grievance", "campaign", "action", "pledge", "strike", "reinforcement", "defence",
    "ledger", "dues", "treasury", "spending", "gifts", "rounds", "banking", "debits", "aid", "platform :: files"})
package org.groundwork.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
