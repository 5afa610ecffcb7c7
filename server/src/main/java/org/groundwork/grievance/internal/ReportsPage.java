// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.util.List;
import java.util.Optional;
import org.groundwork.grievance.Grievances;
import org.groundwork.grievance.ReportQuery;
import org.groundwork.platform.web.View;
import org.groundwork.target.Networks;

/**
 * Reports, newest first.
 *
 * @param network against whom, if the list is of one network
 * @param next the address of the next page
 */
public record ReportsPage(List<Row> reports, ReportsQuery query, ReportQuery.Filter filter,
    Optional<Networks.Face> network, Optional<String> next) implements View {

  /** One report with what to call its place and its person. */
  public record Row(Grievances.Grievance report, String place, Optional<String> person) {}
}
