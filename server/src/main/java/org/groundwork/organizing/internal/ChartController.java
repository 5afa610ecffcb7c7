// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.organizing.ChartLayer;
import org.groundwork.organizing.SiteCharts;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.paper.PaperSize;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.OnceOnly;
import org.groundwork.roll.PrintCopies;
import org.groundwork.roll.Site;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The coloured chart of a site, and the week's report-back. */
@Controller
class ChartController {
  private final Transactions transactions;
  private final TalkDesk desk;
  private final SiteCharts charts;
  private final ReportBack reportBack;
  private final OnPaper paper;
  private final Audit audit;

  ChartController(Transactions transactions, TalkDesk desk, SiteCharts charts, ReportBack reportBack, OnPaper paper,
      Audit audit) {
    this.paper = paper;
    this.transactions = transactions;
    this.desk = desk;
    this.charts = charts;
    this.reportBack = reportBack;
    this.audit = audit;
  }

  /** What a chart on paper takes. */
  @Component("chartOnPaper")
  record OnPaper(PrintCopies copies, OnceOnly onceOnly, Ids ids, Locals locals) {}

  @GetMapping("/l/{local}/sites/{site}/chart")
  @Requires(Power.ORGANISE)
  Answer chart(@PathVariable UUID site, @RequestParam(defaultValue = "") String by) {
    return transactions.write(() -> {
      Site at = desk.site(site, Power.ORGANISE);
      var choices = charts.choices(at);
      String word = word(choices, by);
      audit.record("chart-seen", new SubjectRef("site", site), word);
      return Answer.show(new ChartPage(charts.of(at, word), choices, word, paper.ids().random()));
    });
  }

  /** A copy for the wall of an office: its people are codes, drawn for it, and it is asked back like a list. */
  @PostMapping("/l/{local}/sites/{site}/chart/prints")
  @Requires(Power.ORGANISE)
  Answer print(@PathVariable UUID site, @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "") String legend, @RequestParam Optional<UUID> once) {
    return transactions.write(() -> {
      desk.site(site, Power.ORGANISE);
      String home = "/l/" + Callers.actor().handle() + "/sites/" + site;
      if (!paper.onceOnly().first(once.orElseGet(paper.ids()::random), "chart-print")) {
        return Answer.goTo(home + "/prints"); // sent twice: the copy is there
      }
      return Answer.goTo(home + "/chart/prints/" + paper.copies().make(site, false) + "?by="
          + URLEncoder.encode(by, StandardCharsets.UTF_8) + (legend.equals("on") ? "&legend=on" : ""));
    });
  }

  @GetMapping("/l/{local}/sites/{site}/chart/prints/{copy}")
  @Requires(Power.ORGANISE)
  Answer printed(@PathVariable UUID site, @PathVariable UUID copy, @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "") String legend) {
    return transactions.write(() -> {
      Site at = desk.site(site, Power.ORGANISE);
      var found = paper.copies().find(site, copy).orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND));
      String word = word(charts.choices(at), by);
      audit.record("chart-printed", new SubjectRef("site", site), "copy " + found.number() + ", " + word);
      return Answer.paper(new ChartSheet(charts.of(at, word), found, ChartSheet.codes(paper.copies().lines(found)),
          legend.equals("on"), paper.locals().profile().zone()), PaperSize.of(paper.locals().profile().currency()),
          "chart");
    });
  }

  private static String word(List<ChartLayer.Choice> choices, String by) {
    return choices.stream()
        .map(ChartLayer.Choice::word)
        .filter(by::equals)
        .findFirst()
        .orElse(choices.getFirst().word());
  }

  @GetMapping("/l/{local}/sites/{site}/report-back")
  @Requires(Power.ORGANISE)
  Answer report(@PathVariable UUID site, @RequestParam(defaultValue = "") String week) {
    return transactions.write(() -> {
      Site at = desk.site(site, Power.ORGANISE);
      audit.record("report-back-seen", new SubjectRef("site", site), "");
      return Answer.show(reportBack.of(at, ReportWeek.of(week, desk.today())));
    });
  }

  @GetMapping("/l/{local}/sites/{site}/report-back/paper")
  @Requires(Power.ORGANISE)
  Answer reportOnPaper(@PathVariable UUID site, @RequestParam(defaultValue = "") String week) {
    return transactions.write(() -> {
      Site at = desk.site(site, Power.ORGANISE);
      audit.record("report-back-printed", new SubjectRef("site", site), "");
      return Answer.paper(new ReportBackSheet(reportBack.of(at, ReportWeek.of(week, desk.today()))),
          PaperSize.of(paper.locals().profile().currency()), "week");
    });
  }
}
