// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * A target, demands, an escalation plan and an end; the decision to go public and the page it makes. Owns the schema
 * {@code campaign}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: tenancy", "platform :: access", "platform :: audit",
    "platform :: web", "platform :: ids", "platform :: keys", "platform :: history", "platform :: money",
    "platform :: paper", "platform :: files", "roll",
    "target", "organizing", "grievance"})
package org.groundwork.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
