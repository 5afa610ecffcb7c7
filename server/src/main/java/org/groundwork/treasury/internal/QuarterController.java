// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.time.YearMonth;
import java.util.List;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.ClosedMonths;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.treasury.Months;
import org.groundwork.treasury.QuarterFile;
import org.groundwork.treasury.QuarterPrints;
import org.groundwork.treasury.Signings;
import org.groundwork.treasury.Signings.Signed;
import org.groundwork.treasury.Span;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Quarters that somebody checks for the members and signs. */
@Controller
class QuarterController {
  private final Transactions transactions;
  private final TreasuryDesk desk;
  private final QuarterView view;
  private final Months months;
  private final ClosedMonths closed;
  private final Signings signings;
  private final Out out;

  QuarterController(Transactions transactions, TreasuryDesk desk, QuarterView view, Months months, ClosedMonths closed,
      Signings signings, Out out) {
    this.transactions = transactions;
    this.desk = desk;
    this.view = view;
    this.months = months;
    this.closed = closed;
    this.signings = signings;
    this.out = out;
  }

  /** Hands out the file of a quarter. */
  @org.springframework.stereotype.Component("quarterOut")
  record Out(QuarterFile file, QuarterPrints prints, Audit audit) {}

  @GetMapping("/l/{local}/treasury/quarters")
  @Requires(Power.TAKE_PART)
  Answer list() {
    return transactions.read(() -> desk.open(_ -> {
      var done = closed.all();
      var signed = signings.all();
      List<QuartersPage.Row> rows = months.quarters()
          .stream()
          .map(quarter -> new QuartersPage.Row(quarter,
              months.since(quarter).months().stream().filter(month -> !done.contains(month)).toList(),
              signed.stream().filter(each -> each.quarter().equals(quarter.first())).toList()))
          .toList();
      return Answer.show(new QuartersPage(rows, desk.profile().zone(),
          Callers.actor().mayEverywhere(Power.CHECK_BOOKS)));
    }));
  }

  @GetMapping("/l/{local}/treasury/quarters/{quarter}")
  @Requires(Power.TAKE_PART)
  Answer look(@PathVariable String quarter) {
    return transactions.read(() -> desk.open(book -> Answer.show(view.page(book, quarter(quarter),
        QuarterForm.blank(), FormErrors.none()))));
  }

  /** A quarter that is over; any other month begins none. */
  private Span quarter(String typed) {
    YearMonth first = Typed.month(typed).orElseThrow(TreasuryDesk::notFound);
    return months.quarters()
        .stream()
        .filter(each -> each.first().equals(first))
        .findFirst()
        .orElseThrow(TreasuryDesk::notFound);
  }

  @PostMapping("/l/{local}/treasury/quarters/{quarter}/sign")
  @Requires(Power.CHECK_BOOKS)
  Answer sign(@PathVariable String quarter, @ModelAttribute QuarterForm form) {
    var actor = Callers.everywhere(Power.CHECK_BOOKS);
    return transactions.write(() -> desk.open(book -> {
      Span span = quarter(quarter);
      var errors = new FormErrors();
      String remark = form.read(errors);
      return errors.any()
          ? Answer.again(view.page(book, span, form, errors))
          : signed(book, span, form, signings.sign(span, actor.person(), remark));
    }));
  }

  private Answer signed(Book book, Span span, QuarterForm form, Signed signed) {
    var errors = new FormErrors();
    switch (signed) {
      case Signed.Yes(),Signed.Already() -> {
        return Answer.goTo(TreasuryDesk.at("/quarters/" + span.first()));
      }
      case Signed.Open(var month) -> errors.refuse("remark", "treasury.quarter.open", month.atDay(1));
      case Signed.KeptTheMoney() -> errors.refuse("remark", "treasury.quarter.kept");
      case Signed.Changed() -> errors.refuse("remark", "treasury.quarter.changed");
    }
    return Answer.again(view.page(book, span, form, errors));
  }

  /** The file whose fingerprint is signed. */
  @PostMapping("/l/{local}/treasury/quarters/{quarter}/file")
  @Requires(Power.SEE_MONEY)
  Answer file(@PathVariable String quarter) {
    Callers.everywhere(Power.SEE_MONEY);
    return transactions.write(() -> desk.open(_ -> {
      Span span = quarter(quarter);
      out.prints().keep(span);
      out.audit()
          .record("books-fetched", new SubjectRef("books", Tenancy.current().value()), "quarter " + span.first());
      return Answer.text(to -> transactions.readSteady(() -> out.file().write(span, to)), "text/plain",
          "quarter-" + span.first() + ".txt");
    }));
  }
}
