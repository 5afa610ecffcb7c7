// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * One harm to one person by one target: intake, evidence, the conversations it leads to, papers with dates, and the
 * common causes that grievances of one kind against one network add up to. Owns the schema {@code grievance}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: tenancy", "platform :: access", "platform :: audit",
    "platform :: web", "platform :: ids", "platform :: keys", "platform :: history", "platform :: money",
    "platform :: files", "platform :: disclosure", "platform :: jobs", "platform :: message", "roll", "target",
    "organizing"})
package org.groundwork.grievance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
