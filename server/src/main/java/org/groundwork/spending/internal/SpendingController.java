// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.spending.Payouts;
import org.groundwork.spending.Stage;
import org.groundwork.spending.WaitingPayouts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What one laid out oneself, and what waits for somebody to say yes, release or pay. */
@Controller
class SpendingController {
  private static final int OWN = 50;
  private static final int LATEST = 60;
  private static final Set<String> DONE = Set.of("asked", "approved", "sent-back", "released", "paid", "withdrawn",
      "taken-back", "not-paid");
  private final Transactions transactions;
  private final SpendingDesk desk;
  private final Payouts payouts;
  private final WaitingPayouts waiting;

  SpendingController(Transactions transactions, SpendingDesk desk, Payouts payouts, WaitingPayouts waiting) {
    this.transactions = transactions;
    this.desk = desk;
    this.payouts = payouts;
    this.waiting = waiting;
  }

  @GetMapping("/l/{local}/spending")
  @Requires(Power.TAKE_PART)
  Answer spending(@RequestParam(defaultValue = "") String done) {
    return transactions.read(() -> {
      if (desk.book().isEmpty()) {
        return Answer.show(new NoBooksPage());
      }
      var reader = Callers.actor();
      return Answer.show(new SpendingPage(desk.lines(payouts.of(reader.person(), OWN)), parts(reader), latest(reader),
          DONE.contains(done) ? done : ""));
    });
  }

  private List<SpendingPage.Part> parts(Caller.Actor reader) {
    var parts = new ArrayList<SpendingPage.Part>();
    if (reader.mayEverywhere(Power.APPROVE_MONEY) || reader.mayEverywhere(Power.SEE_MONEY)) {
      var open = waiting.of(reader);
      parts.add(new SpendingPage.Part("pay", desk.lines(open.toPay())));
      parts.add(new SpendingPage.Part("decide", desk.lines(open.toDecide())));
      parts.add(new SpendingPage.Part("release", desk.lines(open.toRelease())));
      parts.add(new SpendingPage.Part("others", desk.lines(open.others())));
    }
    return parts;
  }

  private List<PayoutLine> latest(Caller.Actor reader) {
    return reader.mayEverywhere(Power.SEE_MONEY)
        ? desk.lines(payouts.latest(LATEST).stream().filter(each -> each.stage() instanceof Stage.Paid).toList())
        : List.of();
  }
}
