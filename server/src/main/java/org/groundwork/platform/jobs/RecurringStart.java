// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.jobs;

import java.time.ZoneId;

/**
 * Something started at fixed hours, contributed as a bean: it starts jobs and ends within a second, on one node of the
 * installation only.
 *
 * @param name lower-case words with hyphens, kept over versions
 * @param cron six fields, second first
 * @param work runs without a scope; it binds the installation or a local itself
 */
public record RecurringStart(String name, String cron, ZoneId zone, Runnable work) {}
