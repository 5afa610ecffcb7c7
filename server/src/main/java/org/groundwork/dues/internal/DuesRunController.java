// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.dues.Plan;
import org.groundwork.dues.Plans;
import org.groundwork.dues.Rate;
import org.groundwork.dues.Runs;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.Languages;
import org.groundwork.platform.web.RequestLanguage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Charging a period: looked at first, then done. */
@Controller
class DuesRunController {
  private static final int SHOWN = 50;
  /** Fewer members at a rate are not told to whoever does not keep the money; nor are the others then, which would tell. */
  private static final int FEWEST = 5;
  private final Transactions transactions;
  private final DuesDesk desk;
  private final Plans plans;
  private final Runs runs;
  private final Languages languages;
  private final RequestLanguage language;

  DuesRunController(Transactions transactions, DuesDesk desk, Plans plans, Runs runs, Languages languages,
      RequestLanguage language) {
    this.transactions = transactions;
    this.desk = desk;
    this.plans = plans;
    this.runs = runs;
    this.languages = languages;
    this.language = language;
  }

  @GetMapping("/l/{local}/dues/runs")
  @Requires(Power.SEE_MONEY)
  Answer all(HttpServletRequest request) {
    Callers.everywhere(Power.SEE_MONEY);
    return transactions.read(() -> {
      Locale reader = language.of(request);
      var ready = new ArrayList<RunsPage.Ready>();
      for (Plan plan : desk.ready() ? plans.open() : List.<Plan>of()) {
        for (LocalDate period : Runs.periods(plan, desk.today())) {
          boolean before = runs.charged(plan.id(), period);
          if (before && period.isBefore(plan.period().begins(desk.today()))) {
            continue; // whoever joined since owes nothing for what was before
          }
          boolean now = !before && period.equals(plan.period().begins(desk.today()));
          ready.add(
              new RunsPage.Ready(plan.id(), plan.name(), period, plan.period().named(period, reader), before, now));
        }
      }
      return Answer.show(new RunsPage(ready, runs.latest(SHOWN)
          .stream()
          .map(run -> new RunsPage.Done(run, run.length().named(run.period(), reader), desk.money(run.sum())))
          .toList()));
    });
  }

  @GetMapping("/l/{local}/dues/runs/new")
  @Requires(Power.SEE_MONEY)
  Answer preview(@RequestParam(defaultValue = "") String plan, @RequestParam(defaultValue = "") String period,
      HttpServletRequest request) {
    Callers.everywhere(Power.SEE_MONEY);
    return transactions.read(() -> {
      Plan of = desk.plan(plan);
      LocalDate begins = period(of, period);
      return Answer.show(page(of, begins, runs.preview(of, begins), Optional.empty(), runs.leftOut(of, begins),
          language.of(request)));
    });
  }

  @PostMapping("/l/{local}/dues/runs")
  @Requires(Power.KEEP_MONEY)
  Answer start(@RequestParam(defaultValue = "") String plan, @RequestParam(defaultValue = "") String period) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      Plan of = desk.plan(plan);
      return Answer.goTo(DuesDesk.at("jobs/" + runs.start(of, period(of, period))));
    });
  }

  @GetMapping("/l/{local}/dues/runs/{run}")
  @Requires(Power.SEE_MONEY)
  Answer run(@PathVariable UUID run, HttpServletRequest request) {
    Callers.everywhere(Power.SEE_MONEY);
    return transactions.read(() -> {
      Runs.Run found = DuesDesk.found(runs.find(run));
      if (found.posted().isEmpty()) {
        return Answer.goTo(DuesDesk.at("jobs/" + found.job()));
      }
      Plan plan = DuesDesk.found(plans.find(found.plan()));
      return Answer.show(page(plan, found.period(), runs.rates(run), Optional.of(found), 0, language.of(request)));
    });
  }

  private RunPage page(Plan plan, LocalDate period, List<Runs.AtRate> rates, Optional<Runs.Run> run, int leftOut,
      Locale reader) {
    Map<UUID, Rate> known = plans.open()
        .stream()
        .flatMap(each -> each.rates().stream())
        .collect(Collectors.toMap(Rate::id, each -> each));
    var lines = rates.stream()
        .map(each -> new RunPage.Line(
            Optional.ofNullable(known.get(each.rate()))
                .map(Rate::name)
                .orElseGet(() -> languages.text(reader, "dues.run.former")),
            each.kind().key(), each.members(), desk.money(each.sum())))
        .toList();
    return new RunPage(plan.id(), plan.name(), period, plan.period().named(period, reader),
        run.map(Runs.Run::due).orElseGet(() -> Runs.due(plan, period, desk.today())), lines,
        rates.stream().mapToInt(Runs.AtRate::members).sum(),
        desk.money(rates.stream().mapToLong(Runs.AtRate::sum).sum()),
        rates.stream().mapToInt(Runs.AtRate::unasked).sum(),
        rates.stream().mapToInt(Runs.AtRate::partly).sum(), leftOut,
        DuesDesk.keeps() || rates.stream().allMatch(each -> each.members() >= FEWEST), run);
  }

  /** One of the periods that can be charged now. */
  private LocalDate period(Plan plan, String typed) {
    try {
      LocalDate period = LocalDate.parse(typed);
      return DuesDesk.found(Runs.periods(plan, desk.today()).stream().filter(period::equals).findFirst());
    } catch (DateTimeParseException noDay) {
      throw DuesDesk.notFound();
    }
  }
}
