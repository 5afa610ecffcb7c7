// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import org.groundwork.aid.AidFund;
import org.groundwork.aid.AidPayments;
import org.groundwork.aid.PaidFrom;
import org.groundwork.aid.PaidOut;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.FundKind;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was granted and is to be paid: how much, against which code or to whom; never who asked, and never what for. */
@Controller
class PaymentsController {
  /** So many of the payments made are shown. */
  static final int SHOWN = 100;
  private static final Map<String, String> DONE = Map.of("paid", "aid.done.paid", "asked", "aid.undo.asked");
  private final Transactions transactions;
  private final AidDesk desk;
  private final AidPayments payments;
  private final AidFund fund;

  PaymentsController(Transactions transactions, AidDesk desk, AidPayments payments, AidFund fund) {
    this.transactions = transactions;
    this.desk = desk;
    this.payments = payments;
    this.fund = fund;
  }

  @GetMapping("/l/{local}/aid/payments")
  @Requires(Power.KEEP_MONEY)
  Answer list(@RequestParam(defaultValue = "") String done) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.read(() -> desk.inBooks(
        currency -> Answer.show(page(currency, DONE.getOrDefault(done, ""), ""))));
  }

  @PostMapping("/l/{local}/aid/payments/{id}")
  @Requires(Power.KEEP_MONEY)
  Answer pay(@PathVariable UUID id, @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String payment) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> desk.inBooks(currency -> {
      PaidFrom where = PaidFrom.known(from).orElseThrow(AidDesk::notFound);
      UUID name = AidDesk.id(payment).orElseThrow(AidDesk::notFound);
      return switch (payments.pay(id, name, where, desk.today())) {
        case PaidOut.Yes _ -> Answer.goTo(AidDesk.at("/payments?done=paid"));
        case PaidOut.Gone _ -> throw AidDesk.notFound();
        case PaidOut.NotInTheBox _ -> Answer.again(page(currency, "", "aid.refused.box"));
        case PaidOut.Refused(Entered why) -> Answer.again(page(currency, "", refused(why)));
      };
    }));
  }

  /** Message key of why the books did not take it. */
  static String refused(Entered why) {
    return switch (why) {
      case Entered.TooLittle _ -> "aid.refused.too-little";
      case Entered.Closed _ -> "aid.refused.closed";
      case Entered.TooEarly _,Entered.Gone _,Entered.Yes _,Entered.Already _ -> "aid.refused.gone";
    };
  }

  /** Since when payments are shown that can be taken back. */
  static LocalDate since(LocalDate today) {
    return today.minusDays(90);
  }

  private PaymentsPage page(Currency currency, String done, String refused) {
    return new PaymentsPage(currency, payments.waiting(), payments.made(since(desk.today()), SHOWN),
        fund.held(FundKind.HARDSHIP), desk.zone(), done, refused);
  }
}
