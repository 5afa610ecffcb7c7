// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The groundwork at a site: its chart, who is responsible for whom, conversations, how people stand and whom others turn
 * to. Owns the schema {@code organizing}; publishes the views {@code organizing.api_stewardship} and
 * {@code organizing.api_talk}, and the ports {@link org.groundwork.organizing.ChartLayer},
 * {@link org.groundwork.organizing.OpenAsks} and {@link org.groundwork.organizing.WorthATalk}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: tenancy", "platform :: access", "platform :: audit",
    "platform :: web", "platform :: ids", "platform :: keys", "platform :: history", "platform :: jobs",
    "platform :: paper", "roll"})
package org.groundwork.organizing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
