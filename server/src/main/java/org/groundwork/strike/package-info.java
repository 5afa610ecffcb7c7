// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Books kept while people withhold: a rent strike, unit by unit, with the papers that come back; and a strike of work or
 * study, whose list only its committee can read. Owns the schema {@code strike}; answers
 * {@link org.groundwork.campaign.RungPages}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: tenancy", "platform :: access", "platform :: audit",
    "platform :: web", "platform :: ids", "platform :: keys", "platform :: jobs", "platform :: money",
    "platform :: files", "roll", "organizing", "campaign", "pledge"})
package org.groundwork.strike;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
