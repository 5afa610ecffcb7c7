// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.groundwork.dues.Plan;
import org.groundwork.dues.Plans;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Fund;
import org.groundwork.ledger.FundKind;
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

/** The scales: every member reads them, whoever keeps the money writes them down. */
@Controller
class DuesPlanController {
  private final Transactions transactions;
  private final DuesDesk desk;
  private final Plans plans;
  private final Books books;
  private final RateWords words;
  private final Languages languages;

  DuesPlanController(Transactions transactions, DuesDesk desk, Plans plans, Books books, RateWords words,
      Languages languages) {
    this.transactions = transactions;
    this.desk = desk;
    this.plans = plans;
    this.books = books;
    this.words = words;
    this.languages = languages;
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
    return new PlansPage.Scale(plan, rates, shares);
  }

  @GetMapping("/l/{local}/dues/plans/new")
  @Requires(Power.KEEP_MONEY)
  Answer fresh(HttpServletRequest request) {
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
    return transactions.read(() -> {
      Plan found = desk.plan(plan);
      return Answer.show(page(Optional.of(found), PlanForm.of(found, funds(), desk.spelling(request)), new FormErrors(),
          false));
    });
  }

  @PostMapping("/l/{local}/dues/plans/{plan}")
  @Requires(Power.KEEP_MONEY)
  Answer change(@PathVariable String plan, HttpServletRequest request) {
    return transactions.write(() -> {
      Plan found = desk.plan(plan);
      var form = PlanForm.typed(request, funds());
      var errors = new FormErrors();
      var draft = form.read(errors, Optional.of(found), funds(), desk.spelling(request));
      if (draft.isEmpty()) {
        return Answer.again(page(Optional.of(found), form, errors, false));
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
    return transactions.write(() -> {
      plans.makeDefault(desk.plan(plan).id());
      return Answer.goTo(DuesDesk.at("dues/plans"));
    });
  }

  @PostMapping("/l/{local}/dues/plans/{plan}/end")
  @Requires(Power.KEEP_MONEY)
  Answer end(@PathVariable String plan) {
    return transactions.write(() -> {
      DuesTyped.id(plan).ifPresent(plans::end); // sent twice: it has ended
      return Answer.goTo(DuesDesk.at("dues/plans"));
    });
  }

  private List<Fund> funds() {
    return books.funds().stream().filter(each -> each.kind() != FundKind.GENERAL && !each.closed()).toList();
  }

  private PlanPage page(Optional<Plan> plan, PlanForm form, FormErrors errors, boolean stale) {
    return new PlanPage(plan, funds(), desk.currency().getCurrencyCode(), form, errors, stale);
  }
}
