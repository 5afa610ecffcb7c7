// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.dues.Payment;
import org.groundwork.dues.Payments;
import org.groundwork.dues.Period;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.RequestLanguage;
import org.groundwork.roll.People;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Receipts: one's own, and for whoever sees the money all of a month. */
@Controller
class DuesReceiptController {
  private static final int AT_ONCE = 100;
  private final Transactions transactions;
  private final DuesDesk desk;
  private final Payments payments;
  private final People people;
  private final Locals locals;
  private final Log log;

  DuesReceiptController(Transactions transactions, DuesDesk desk, Payments payments, People people, Locals locals,
      Audit audit, RequestLanguage language) {
    this.transactions = transactions;
    this.desk = desk;
    this.payments = payments;
    this.people = people;
    this.locals = locals;
    log = new Log(audit, language);
  }

  private record Log(Audit audit, RequestLanguage language) {}

  @GetMapping("/l/{local}/dues/receipts/{payment}")
  @Requires(Power.TAKE_PART)
  Answer receipt(@PathVariable UUID payment) {
    return transactions.write(() -> {
      Payment paid = DuesDesk.found(payments.find(payment));
      boolean own = paid.person().filter(DuesDesk.me()::equals).isPresent();
      if (!own && !Callers.actor().may(Power.SEE_MONEY)) {
        throw DuesDesk.notFound();
      }
      boolean named = own || DuesDesk.keeps(); // a sum beside a name tells the rate
      if (!own && named) {
        paid.person().ifPresent(person -> log.audit().record("dues-seen", new SubjectRef("person", person), ""));
      }
      String name = named ? paid.person().flatMap(people::known).map(People.Known::name).orElse("") : "";
      String back = own
          ? "dues"
          : paid.person().filter(_ -> named).map(id -> "dues/members/" + id).orElse("dues/payments");
      return Answer.show(new ReceiptPage(locals.profile().name(), paid.receipt(), name, desk.money(paid.amount()),
          paid.on(), paid.way().key(), paid.undone(), back));
    });
  }

  @GetMapping("/l/{local}/dues/payments")
  @Requires(Power.SEE_MONEY)
  Answer month(@RequestParam(defaultValue = "") String month, @RequestParam(defaultValue = "") String before,
      HttpServletRequest request) {
    Callers.everywhere(Power.SEE_MONEY);
    return transactions.write(() -> {
      log.audit().record("dues-seen", new SubjectRef("local", Tenancy.current().value()), "");
      YearMonth of = month(month);
      var rows = payments.between(of.atDay(1), of.atEndOfMonth(), DuesTyped.id(before), AT_ONCE + 1);
      List<Payment> shown = rows.size() > AT_ONCE ? rows.subList(0, AT_ONCE) : rows;
      boolean named = DuesDesk.keeps();
      var names = people.known(
          named ? shown.stream().flatMap(each -> each.person().stream()).distinct().toList() : List.<UUID>of());
      return Answer.show(new PaymentsPage(of, named, Period.MONTH.named(of.atDay(1), log.language().of(request)),
          shown.stream()
              .map(each -> new PaymentsPage.Row(each, desk.money(each.amount()),
                  each.person()
                      .flatMap(person -> Optional.ofNullable(names.get(person)))
                      .map(People.Known::name)
                      .orElse("")))
              .toList(),
          rows.size() > AT_ONCE ? Optional.of(shown.getLast().id()) : Optional.empty()));
    });
  }

  private YearMonth month(String typed) {
    LocalDate today = desk.today();
    try {
      YearMonth month = typed.isEmpty() ? YearMonth.from(today) : YearMonth.parse(typed);
      return month.getYear() < 1900 || month.getYear() > 9998 ? YearMonth.from(today) : month;
    } catch (DateTimeParseException noMonth) {
      return YearMonth.from(today);
    }
  }
}
