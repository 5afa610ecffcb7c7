// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import org.groundwork.platform.web.View;

/** The week's report-back on paper, for the table of the committee: it names stewards and nobody who was asked. */
public record ReportBackSheet(ReportBackPage page) implements View {}
