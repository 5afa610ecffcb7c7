// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.Fund;
import org.groundwork.ledger.Line;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;

/** A balanced entry, line by line: an account, a fund, and an amount in one of two columns. */
record FreeLines(EntryForm form, EntryForm.May may) {

  List<Line> read(FormErrors errors, EntryForm.Reading reading) {
    var lines = new ArrayList<Line>();
    for (int at = 0; at < form.lines(); at++) {
      if (!blank(at)) {
        line(errors, at, reading, lines);
      }
    }
    if (!errors.any() && lines.size() < 2) {
      errors.refuse("account-0", "treasury.lines.two");
    }
    if (!errors.any()) {
      balanced(errors, lines, reading);
    }
    return lines;
  }

  private boolean blank(int at) {
    return (form.field("account-" + at) + form.field("debit-" + at) + form.field("credit-" + at)).isBlank();
  }

  private void line(FormErrors errors, int at, EntryForm.Reading reading, List<Line> lines) {
    var account = form.chosen(errors, "account-" + at, may.accounts().stream().map(Account::id).toList());
    var fund = form.chosen(errors, "fund-" + at, may.funds().stream().map(Fund::id).toList());
    OptionalLong debit = amount(errors, "debit-" + at, reading);
    OptionalLong credit = amount(errors, "credit-" + at, reading);
    long sum = Math.subtractExact(debit.orElse(0), credit.orElse(0));
    boolean one = (debit.orElse(0) == 0) != (credit.orElse(0) == 0);
    if (!one) {
      errors.refuse("debit-" + at, "treasury.lines.one");
    }
    if (one && account.isPresent() && fund.isPresent()) {
      lines.add(new Line(account.get(), fund.get(), sum));
    }
  }

  private OptionalLong amount(FormErrors errors, String name, EntryForm.Reading reading) {
    return Typed.amountIfAny(errors, name, form.field(name), reading.currency(), reading.language());
  }

  private void balanced(FormErrors errors, List<Line> lines, EntryForm.Reading reading) {
    Map<UUID, Long> sums = new LinkedHashMap<>();
    lines.forEach(line -> sums.merge(line.fund(), line.amount(), Math::addExact));
    sums.forEach((fund, sum) -> {
      if (sum != 0) {
        String name = may.funds()
            .stream()
            .filter(each -> each.id().equals(fund))
            .map(Fund::name)
            .findFirst()
            .orElse("");
        errors.refuse("debit-0", sum > 0 ? "treasury.lines.more-debit" : "treasury.lines.more-credit", name,
            new Money(Math.abs(sum), reading.currency()).written(reading.language()));
      }
    });
  }
}
