// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.jobs;

import org.groundwork.platform.web.View;

/** The page of one job: how far it is, what it refused and why, and the way back. */
public record JobPage(JobProgress progress) implements View {}
