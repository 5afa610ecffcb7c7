// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.Pinned;
import org.groundwork.ledger.Source;
import org.groundwork.ledger.UsedFor;
import org.springframework.beans.factory.ObjectProvider;

/**
 * What a payment that went wrong becomes in the books. One that never left is reversed. What left and came back moved twice,
 * and a line of the bank can be either: the first entry stays, and a second one has its lines the other way round. Each line
 * of both is one payment less to the same person, so that no sum told to members is over fewer than five.
 */
record UndoneBooks(AidPayments.Accounting accounting, ObjectProvider<Pinned> pins) {

  /** Whether something relies on an entry, such as a line of the bank. */
  boolean pinned(UUID entry) {
    return pins.stream().anyMatch(each -> each.pinned(entry));
  }

  /** What of it was whose; nobody's that is known if they were forgotten. */
  record Back(long amount, Optional<UUID> person) {}

  Entered aid(Undoing undoing, UUID entry, Optional<UUID> person, LocalDate on) {
    return enter(undoing, entry, List.of(new Back(undoing.amount(), person)), on,
        new Of(UsedFor.HARDSHIP_AID, FundKind.HARDSHIP, "aid.books.undone", "aid-undone"));
  }

  Entered strike(Undoing undoing, UUID entry, List<Back> parts, LocalDate on) {
    return enter(undoing, entry, parts, on,
        new Of(UsedFor.STRIKE_PAY, FundKind.STRIKE, "aid.books.strike-undone", "strike-pay-undone"));
  }

  /** @param kind of the source of what came back */
  private record Of(UsedFor account, FundKind fund, String text, String kind) {}

  private Entered enter(Undoing undoing, UUID entry, List<Back> parts, LocalDate on, Of of) {
    String text = accounting.words().say(of.text());
    if (undoing.said().how() == Undoing.How.NEVER_LEFT) {
      return accounting.ledger().reverse(entry, on, text);
    }
    PaidFrom to = undoing.said().how() == Undoing.How.BACK_CASH ? PaidFrom.CASH : PaidFrom.BANK;
    UUID fund = accounting.fund().of(of.fund()).orElseThrow();
    UUID paid = accounting.books().account(of.account()).id();
    var lines = new ArrayList<Line>();
    parts.forEach(part -> lines.add(accounting.got(paid, fund, -part.amount(), part.person())));
    lines.add(new Line(accounting.books().account(to.account()).id(), fund, undoing.amount()));
    return accounting.ledger().enter(new NewEntry(on, text, Optional.of(new Source(of.kind(), undoing.id())), lines));
  }
}
