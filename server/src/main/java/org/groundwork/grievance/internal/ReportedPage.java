// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.util.Optional;
import org.groundwork.platform.disclosure.Band;
import org.groundwork.platform.web.View;

/**
 * What somebody sees once a report is in.
 *
 * @param link the private link for follow-up, shown once; absent when the same form was sent again
 * @param band how many share it, in words
 */
public record ReportedPage(Optional<String> link, Band band) implements View {}
