// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.util.List;
import java.util.UUID;
import org.groundwork.ledger.ClosedMonths;
import org.groundwork.treasury.Months;
import org.groundwork.treasury.Signings;
import org.groundwork.treasury.Span;
import org.springframework.stereotype.Component;

/** The quarters that somebody could sign now. */
@Component
class Unsigned {
  private final Months months;
  private final ClosedMonths closed;
  private final Signings signings;

  Unsigned(Months months, ClosedMonths closed, Signings signings) {
    this.months = months;
    this.closed = closed;
    this.signings = signings;
  }

  /** Quarters whose months are closed and that nobody signed, by somebody who did not keep the money in them. */
  List<Span> by(UUID person) {
    var done = closed.all();
    var signed = signings.all();
    return months.quarters()
        .stream()
        .filter(quarter -> done.containsAll(months.since(quarter).months()))
        .filter(quarter -> signed.stream().noneMatch(each -> each.quarter().equals(quarter.first())))
        .filter(quarter -> !signings.keptTheMoney(quarter, person))
        .toList();
  }
}
