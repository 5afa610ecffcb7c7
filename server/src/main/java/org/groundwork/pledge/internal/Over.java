// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Answers are not taken any more.
 *
 * @param at since when; absent where nobody wrote that down
 * @param zone in which the hour is said
 */
public record Over(Optional<Instant> at, ZoneId zone) {}
