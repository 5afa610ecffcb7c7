// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Calls for people: who said that they can be called, whom a call asks first and in which waves, what they answer, and
 * afterwards who showed up for whom. A rapid call goes out when two people have said so. Owns the schema
 * {@code reinforcement}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: tenancy", "platform :: access", "platform :: audit",
    "platform :: web", "platform :: ids", "platform :: keys", "platform :: jobs", "platform :: message", "roll",
    "target",
    "campaign", "action", "organizing"})
package org.groundwork.reinforcement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
