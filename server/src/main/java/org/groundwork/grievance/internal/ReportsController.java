// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.groundwork.grievance.ReportQuery;
import org.groundwork.grievance.Reports;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.target.Networks;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Lists of reports: the rows behind every number of grievances. */
@Controller
class ReportsController {
  private final Transactions transactions;
  private final Reports reports;
  private final GrievancesInReach reach;
  private final Networks networks;
  private final Audit audit;
  private final Clock clock;

  ReportsController(Transactions transactions, Reports reports, GrievancesInReach reach, Networks networks, Audit audit,
      Clock clock) {
    this.transactions = transactions;
    this.reports = reports;
    this.reach = reach;
    this.networks = networks;
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping("/l/{local}/grievances")
  @Requires(Power.SEE_GRIEVANCES)
  Answer list(@ModelAttribute ReportsQuery query) {
    return transactions.write(() -> {
      ReportQuery.Filter filter = query.filter(LocalDate.now(clock));
      audit.record("grievances-listed", new SubjectRef("local", Callers.actor().local().value()),
          filter.state().key() + filter.kind().map(kind -> " " + kind.key()).orElse(""));
      var listed = reports.list(filter, GrievancesInReach.within(), query.start());
      var rows = listed.reports()
          .stream()
          .map(report -> new ReportsPage.Row(report, reach.place(report), reach.name(report.person())))
          .toList();
      Optional<Networks.Face> face = filter.network().flatMap(networks::face);
      return Answer.show(new ReportsPage(rows, query, filter, face, listed.next().map(query::after)));
    });
  }
}
