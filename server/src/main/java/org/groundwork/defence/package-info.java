// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What answers retaliation against one who acted: what happened, what we do about it, what the person needs; and whether
 * all who took part in something risky are all right afterwards. Owns the schema {@code defence}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: tenancy", "platform :: access", "platform :: audit",
    "platform :: web", "platform :: ids", "platform :: keys", "platform :: files", "platform :: jobs",
    "platform :: message", "roll", "organizing", "campaign", "action", "strike"})
package org.groundwork.defence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
