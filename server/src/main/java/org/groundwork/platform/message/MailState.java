// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.message;

import java.time.Duration;
import java.util.Optional;

/**
 * What the outbox holds, in numbers only.
 *
 * @param refused letters of the last 30 days that another server will never take
 * @param expired letters of the last 30 days that could not be delivered while they were useful
 * @param oldest for how long the oldest waiting letter has waited
 */
public record MailState(long waiting, long refused, long expired, Optional<Duration> oldest) {}
