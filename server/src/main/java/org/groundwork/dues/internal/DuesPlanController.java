// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groundwork.dues.Choices;
import org.groundwork.dues.Plan;
import org.groundwork.dues.Plans;
import org.groundwork.dues.Rate;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Fund;
import org.groundwork.ledger.FundKind;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.Languages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The scales: every member reads them, whoever keeps the money writes them down. */
@Controller
class DuesPlanController {
  private final Transactions transactions;
  private final DuesDesk desk;
  private final Plans plans;
  private final Books books;
  private final RateWords words;
  private final Languages languages;
  private final Choices choices;

  DuesPlanController(Transactions transactions, DuesDesk desk, Plans plans, Books books, RateWords words,
      Languages languages, Choices choices) {
    this.transactions = transactions;
    this.desk = desk;
    this.plans = plans;
    this.books = books;
    this.words = words;
    this.languages = languages;
    this.choices = choices;
  }

  @GetMapping("/l/{local}/dues/plans")
  @Requires(Power.TAKE_PART)
  Answer all(HttpServletRequest request) {
    return transactions.read(() -> {
      var spelling = desk.spelling(request);
      return Answer.show(new PlansPage(desk.ready(),
          desk.ready() ? plans.open().stream().map(each -> scale(each, spelling)).toList() : List.of()));
    });
  }

  private PlansPage.Scale scale(Plan plan, DuesTyped.Spelling spelling) {
    var rates = plan.rates()
        .stream()
        .map(rate -> new PlansPage.Line(rate.name(), words.asks(plan, rate, spelling.currency(), spelling.locale()),
            rate.isDefault()))
        .toList();
    var shares = books.funds()
        .stream()
        .flatMap(fund -> plan.shares()
            .stream()
            .filter(share -> share.fund().equals(fund.id()))
            .map(share -> languages.text(spelling.locale(), "dues.plan.goes",
                DuesTyped.written(share.perMille(), 1, spelling.locale()), fund.name())))
        .toList();
    Map<UUID, Integer> chosen = DuesDesk.keeps() ? choices.chosen(plan.id()) : Map.of();
    return new PlansPage.Scale(plan, rates, shares, chosen.values().stream().mapToInt(each -> each).sum(),
        plan.rates().stream().filter(Rate::free).mapToInt(rate -> chosen.getOrDefault(rate.id(), 0)).sum());
  }

  @GetMapping("/l/{local}/dues/plans/new")
  @Requires(Power.KEEP_MONEY)
  Answer fresh(HttpServletRequest request) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.read(() -> {
      if (!desk.ready()) {
        return Answer.goTo(DuesDesk.at("dues/plans"));
      }
      Locale reader = desk.spelling(request).locale();
      List<String> names = Stream.of("name", "more", "most", "less", "no-work", "no-housing", "student", "prisoner")
          .map(key -> languages.text(reader, "dues.proposed." + key))
          .toList();
      return Answer
          .show(page(Optional.empty(), PlanForm.proposed(desk.fresh(), names, funds()), new FormErrors(), false));
    });
  }

  @PostMapping("/l/{local}/dues/plans/new")
  @Requires(Power.KEEP_MONEY)
  Answer begin(HttpServletRequest request) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      if (!desk.ready()) {
        return Answer.goTo(DuesDesk.at("dues/plans"));
      }
      var form = PlanForm.typed(request, funds());
      var errors = new FormErrors();
      var draft = form.read(errors, Optional.empty(), funds(), desk.spelling(request));
      if (draft.isEmpty()) {
        return Answer.again(page(Optional.empty(), form, errors, false));
      }
      if (desk.first(form.once(), "dues-plan")) {
        plans.begin(draft.get());
      }
      return Answer.goTo(DuesDesk.at("dues/plans"));
    });
  }

  @GetMapping("/l/{local}/dues/plans/{plan}")
  @Requires(Power.KEEP_MONEY)
  Answer form(@PathVariable String plan, HttpServletRequest request) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.read(() -> {
      Plan found = desk.plan(plan);
      return Answer.show(page(Optional.of(found), PlanForm.of(found, funds(), desk.spelling(request)), new FormErrors(),
          false));
    });
  }

  @PostMapping("/l/{local}/dues/plans/{plan}")
  @Requires(Power.KEEP_MONEY)
  Answer change(@PathVariable String plan, @RequestParam(defaultValue = "") String sure, HttpServletRequest request) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      Plan found = desk.plan(plan);
      var form = PlanForm.typed(request, funds());
      var errors = new FormErrors();
      var draft = form.read(errors, Optional.of(found), funds(), desk.spelling(request));
      if (draft.isEmpty()) {
        return Answer.again(page(Optional.of(found), form, errors, false));
      }
      var going = going(found, draft.get());
      if (!going.isEmpty() && !sure.equals(said(going))) {
        errors.refuse("sure", "dues.plan.going.sure");
        return Answer.again(page(Optional.of(found), form, errors, false).with(going, said(going)));
      }
      if (plans.change(found.id(), DuesTyped.version(form.version()), draft.get()) instanceof Plans.Saved.Yes) {
        return Answer.goTo(DuesDesk.at("dues/plans"));
      }
      Plan now = desk.plan(plan);
      return new Answer.Show(page(Optional.of(now), form.over(now), errors, true), 409);
    });
  }

  @PostMapping("/l/{local}/dues/plans/{plan}/default")
  @Requires(Power.KEEP_MONEY)
  Answer makeDefault(@PathVariable String plan) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      plans.makeDefault(desk.plan(plan).id());
      return Answer.goTo(DuesDesk.at("dues/plans"));
    });
  }

  @PostMapping("/l/{local}/dues/plans/{plan}/end")
  @Requires(Power.KEEP_MONEY)
  Answer end(@PathVariable String plan) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      DuesTyped.id(plan).ifPresent(plans::end); // sent twice: it has ended
      return Answer.goTo(DuesDesk.at("dues/plans"));
    });
  }

  /** The rates that a draft takes out of a scale though members chose them. */
  private List<PlanPage.Going> going(Plan plan, Plans.Draft draft) {
    var kept = draft.rates().stream().flatMap(each -> each.id().stream()).toList();
    Map<UUID, Integer> chosen = choices.chosen(plan.id());
    return plan.rates()
        .stream()
        .filter(rate -> !kept.contains(rate.id()) && chosen.containsKey(rate.id()))
        .map(rate -> new PlanPage.Going(rate.id(), rate.name(), rate.free(), chosen.getOrDefault(rate.id(), 0)))
        .toList();
  }

  /** What somebody is sure about: these rates and no others. */
  private static String said(List<PlanPage.Going> going) {
    return going.stream().map(each -> each.rate().toString()).collect(Collectors.joining(" "));
  }

  private List<Fund> funds() {
    return books.funds().stream().filter(each -> each.kind() != FundKind.GENERAL && !each.closed()).toList();
  }

  private PlanPage page(Optional<Plan> plan, PlanForm form, FormErrors errors, boolean stale) {
    return new PlanPage(plan, funds(), desk.currency().getCurrencyCode(), form, errors, stale,
        plan.map(each -> choices.chosen(each.id())).orElse(Map.of()), List.of(), "");
  }
}
