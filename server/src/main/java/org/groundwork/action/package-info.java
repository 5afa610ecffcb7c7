// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What happens at a place and a time: actions, the shifts they need, who said that they come, who was there, the march on
 * who can say yes and the picket. An action
 * that is count only keeps numbers and nobody's name. Owns the schema {@code action}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: tenancy", "platform :: access", "platform :: audit",
    "platform :: web", "platform :: ids", "platform :: keys", "platform :: jobs", "platform :: message",
    "platform :: files", "platform :: paper", "roll",
    "organizing", "campaign"})
package org.groundwork.action;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
