// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.spending.NewPayout;
import org.groundwork.spending.Payee;
import org.groundwork.spending.Payout;
import org.groundwork.spending.Rules;
import org.groundwork.spending.Way;
import org.jspecify.annotations.Nullable;

/** What somebody laid out, or a bill, as typed. */
public record PayoutForm(@Nullable String once, @Nullable String amount, @Nullable String what,
    @Nullable String account, @Nullable String fund, @Nullable String way, @Nullable String wayTo,
    @Nullable String noReceipt, @Nullable String payee, @Nullable String due) {
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_WAY = 200;

  /** A form with nothing in it but what is usual. */
  static PayoutForm blank(UUID once, UUID generalFund, boolean bill) {
    return new PayoutForm(once.toString(), "", "", "", generalFund.toString(), (bill ? Way.TRANSFER : Way.CASH).key(),
        "",
        "", "", "");
  }

  /** What was asked for, to be mended. */
  static PayoutForm of(UUID once, Payout payout, SpendingTyped.Spelling spelling) {
    return new PayoutForm(once.toString(), spelling.written(payout.amount()), payout.what(),
        payout.account().toString(), payout.fund().toString(), payout.way().key(), payout.wayTo(), payout.noReceipt(),
        payout.payee() instanceof Payee.Named(String name) ? name : "",
        payout.due().map(LocalDate::toString).orElse(""));
  }

  /** What it is read against: the accounts and funds there are, the limits, whether papers came along. */
  record Against(SpendingDesk desk, Rules rules, SpendingTyped.Spelling spelling, boolean papers, boolean bill,
      UUID member) {}

  Optional<NewPayout> read(FormErrors errors, Against against) {
    var desk = against.desk();
    String to = against.bill() ? errors.required("payee", payee, LONGEST_NAME) : "";
    var sum = SpendingTyped.money(errors, "amount", amount, against.spelling(), 1);
    String why = errors.required("what", what, NewPayout.LONGEST);
    var kind = SpendingTyped.choice(errors, "account", account, typed -> SpendingTyped.id(typed)
        .filter(id -> desk.kinds().stream().anyMatch(each -> each.id().equals(id))));
    var from = SpendingTyped.choice(errors, "fund", fund, typed -> SpendingTyped.id(typed)
        .filter(id -> desk.spendable().stream().anyMatch(each -> each.id().equals(id))));
    var how = SpendingTyped.choice(errors, "way", way, Way::known);
    String where = errors.optional("wayTo", wayTo, LONGEST_WAY);
    if (how.filter(each -> each != Way.CASH).isPresent() && where.isEmpty()) {
      errors.refuse("wayTo", "spending.way-to.needed");
    }
    String missing = receipt(errors, against, sum);
    LocalDate today = desk.today();
    var by = SpendingTyped.day(errors, "due", due, today.minusYears(1), today.plusYears(2));
    return errors.any()
        ? Optional.empty()
        : Optional.of(new NewPayout(against.bill() ? NewPayout.Kind.BILL : NewPayout.Kind.LAID_OUT, sum.orElseThrow(),
            from.orElseThrow(), kind.orElseThrow(),
            against.bill() ? new Payee.Named(to) : new Payee.Member(against.member()), why, how.orElseThrow(), where,
            missing, by, false, Optional.empty()));
  }

  /** Why there is no receipt; only up to the local's limit. */
  private String receipt(FormErrors errors, Against against, Optional<Long> sum) {
    String reason = errors.optional("noReceipt", noReceipt, NewPayout.LONGEST);
    if (against.papers()) {
      return "";
    }
    if (reason.isEmpty()) {
      errors.refuse("files", "spending.files.needed");
    } else if (sum.filter(minor -> minor > against.rules().noReceipt()).isPresent()) {
      errors.refuse("files", "spending.files.above", against.desk()
          .money(against.rules().noReceipt())
          .written(against.spelling().locale()));
    }
    return reason;
  }
}
