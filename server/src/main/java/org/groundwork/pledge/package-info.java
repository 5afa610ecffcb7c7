// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What people say they will do, before they do it: open cards with or without a personal threshold, the largest set that
 * holds together, the 48 hours in which a met threshold is confirmed, and the talk with each pledger afterwards. A
 * threshold never starts a strike; the decision comes after. Owns the schema {@code pledge}; answers
 * {@link org.groundwork.organizing.OpenAsks} and {@link org.groundwork.campaign.Pledged}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: tenancy", "platform :: access", "platform :: audit",
    "platform :: web", "platform :: ids", "platform :: jobs", "roll", "organizing", "campaign"})
package org.groundwork.pledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
