// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.util.Optional;
import org.groundwork.platform.disclosure.Band;
import org.groundwork.platform.web.View;

/**
 * What somebody sees once a report is in.
 *
 * @param link the private link for follow-up, the same where the same form was sent twice; absent where it was sent again with
 *     other words, or the link was ended
 * @param band how many share it, in words
 */
public record ReportedPage(Optional<String> link, Band band) implements View {

  /** There is no link to tell. */
  static ReportedPage nothing() {
    return new ReportedPage(Optional.empty(), Band.NONE);
  }
}
