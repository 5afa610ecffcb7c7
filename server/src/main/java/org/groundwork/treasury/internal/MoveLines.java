// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.util.List;
import java.util.UUID;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.Fund;
import org.groundwork.ledger.Line;
import org.groundwork.platform.web.FormErrors;

/** Money that goes from one place to another, and from one fund to another if those differ. */
record MoveLines(EntryForm form, EntryForm.May may) {

  List<Line> read(FormErrors errors, EntryForm.Reading reading) {
    var places = may.places().stream().map(Account::id).toList();
    var funds = may.funds().stream().map(Fund::id).toList();
    var amount = reading.amount(errors, "amount", form.field("amount"));
    var place = form.chosen(errors, "place", places);
    var to = form.chosen(errors, "to", places);
    var fund = form.chosen(errors, "fund", funds);
    var toFund = form.chosen(errors, "tofund", funds);
    if (place.equals(to) && fund.equals(toFund)) {
      errors.refuse("to", "treasury.move.same");
    }
    if (errors.any() || place.isEmpty() || to.isEmpty() || fund.isEmpty() || toFund.isEmpty()) {
      return List.of();
    }
    return lines(new End(place.get(), fund.get()), new End(to.get(), toFund.get()), amount.orElse(0),
        reading.betweenFunds());
  }

  private record End(UUID place, UUID fund) {}

  /** Each fund has books of its own: what leaves one and comes into another stands in both. */
  private static List<Line> lines(End from, End to, long amount, UUID between) {
    var ends = List.of(new Line(to.place(), to.fund(), amount), new Line(from.place(), from.fund(), -amount));
    return from.fund().equals(to.fund())
        ? ends
        : List.of(ends.getFirst(), new Line(between, to.fund(), -amount), ends.getLast(),
            new Line(between, from.fund(), amount));
  }
}
