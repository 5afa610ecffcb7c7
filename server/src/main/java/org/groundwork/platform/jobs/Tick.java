// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.jobs;

import java.time.Duration;

/**
 * Short work that every node does again and again, contributed as a bean. It writes nothing when there is nothing to do,
 * and keeps nodes from doing the same twice by locks on rows of its own.
 *
 * @param name for the log
 * @param every time between the end of one run and the start of the next
 * @param work runs without a scope; it binds the installation or a local itself
 */
public record Tick(String name, Duration every, Runnable work) {}
