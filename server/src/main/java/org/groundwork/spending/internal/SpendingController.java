// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.spending.Payouts;
import org.groundwork.spending.Stage;
import org.groundwork.spending.WaitingPayouts;
import org.groundwork.spending.WaitingPayouts.Part;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
    if (!reads(reader)) {
      return List.of();
    }
    var counts = waiting.counts(reader);
    return Stream.of(Part.values())
        .map(part -> new SpendingPage.Part(part.key(), counts.getOrDefault(part, 0) == 0
            ? List.of()
            : desk.lines(waiting.some(reader, part, Optional.empty())), counts.getOrDefault(part, 0)))
        .toList();
  }

  private static boolean reads(Caller.Actor reader) {
    return reader.mayEverywhere(Power.APPROVE_MONEY) || reader.mayEverywhere(Power.SEE_MONEY);
  }

  /** The rest of a part that is longer than the page of spending shows. */
  @GetMapping("/l/{local}/spending/waiting/{part}")
  @Requires(Power.TAKE_PART)
  Answer waiting(@PathVariable String part, @RequestParam(defaultValue = "") String after) {
    var reader = Callers.actor();
    Part wanted = Part.known(part).filter(_ -> reads(reader)).orElseThrow(SpendingDesk::notFound);
    return transactions.read(() -> {
      if (desk.book().isEmpty()) {
        return Answer.show(new NoBooksPage());
      }
      var some = waiting.some(reader, wanted, SpendingTyped.id(after));
      String next = some.size() == WaitingPayouts.ON_PAGE ? some.getLast().id().toString() : "";
      return Answer.show(new WaitingPage(wanted.key(), desk.lines(some), next));
    });
  }

  private List<PayoutLine> latest(Caller.Actor reader) {
    return reader.mayEverywhere(Power.SEE_MONEY)
        ? desk.lines(payouts.latest(LATEST).stream().filter(each -> each.stage() instanceof Stage.Paid).toList())
        : List.of();
  }
}
