// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import org.groundwork.platform.web.View;

/** What somebody sees who has ended the private link of their report. */
public record LinkEndedPage(String handle) implements View {}
