// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.groundwork.organizing.ChartLayer;
import org.groundwork.organizing.SiteCharts;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.roll.Site;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The coloured chart of a site, and the week's report-back. */
@Controller
class ChartController {
  private static final Duration WEEK = Duration.ofDays(7);
  private final Transactions transactions;
  private final TalkDesk desk;
  private final SiteCharts charts;
  private final ReportBack reportBack;
  private final Audit audit;

  ChartController(Transactions transactions, TalkDesk desk, SiteCharts charts, ReportBack reportBack, Audit audit) {
    this.transactions = transactions;
    this.desk = desk;
    this.charts = charts;
    this.reportBack = reportBack;
    this.audit = audit;
  }

  @GetMapping("/l/{local}/sites/{site}/chart")
  @Requires(Power.ORGANISE)
  Answer chart(@PathVariable UUID site, @RequestParam(defaultValue = "") String by) {
    return transactions.write(() -> {
      Site at = desk.site(site, Power.ORGANISE);
      var choices = charts.choices(at);
      String word = choices.stream()
          .map(ChartLayer.Choice::word)
          .filter(by::equals)
          .findFirst()
          .orElse(choices.getFirst().word());
      audit.record("chart-seen", new SubjectRef("site", site), word);
      return Answer.show(new ChartPage(charts.of(at, word), choices, word));
    });
  }

  @GetMapping("/l/{local}/sites/{site}/report-back")
  @Requires(Power.ORGANISE)
  Answer report(@PathVariable UUID site) {
    return transactions.write(() -> {
      Site at = desk.site(site, Power.ORGANISE);
      audit.record("report-back-seen", new SubjectRef("site", site), "");
      Instant since = desk.clock().instant().minus(WEEK);
      return Answer.show(reportBack.of(at, since));
    });
  }
}
