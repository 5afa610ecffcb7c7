// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.AccountKind;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.Source;
import org.groundwork.ledger.UsedFor;

/** What happens with petty cash, in the books: an account beside the box, so that a count of either is a count of it alone. */
record PettyBooks(BooksOfSpending books) {
  private static final int PETTY_CODE = 1050;
  private static final int OFF_CODE = 6950;

  /**
   * Whether nobody carries money of a fund: that of the hardship and the strike fund leaves by what a committee or the
   * members decide, and not out of somebody's pocket.
   */
  boolean stays(UUID fund) {
    return books.books()
        .funds()
        .stream()
        .anyMatch(each -> each.id().equals(fund)
            && (each.kind() == FundKind.HARDSHIP || each.kind() == FundKind.STRIKE));
  }

  /** Whether so much is not in the box; what is in it then. */
  Optional<Long> notInTheBox(UUID fund, long amount) {
    return books.lacking(books.books().account(UsedFor.CASH).id(), fund, amount);
  }

  /** So much more, or less, is in a float; out of the box, spent, back in the box, or counted off. */
  Entered moved(UUID move, PettyFloat.Kind kind, UUID fund, long amount, Optional<UUID> account, LocalDate on) {
    UUID other = switch (kind) {
      case HANDED_OUT, GIVEN_BACK -> books.books().account(UsedFor.CASH).id();
      case SPENT -> account.orElseThrow();
      case UNDONE -> throw new IllegalArgumentException("what is undone has the other side of what it undoes");
      case COUNTED -> books.books()
          .accountOrNew(UsedFor.COUNTED_OFF, OFF_CODE, books.text("petty.books.off-account"), AccountKind.EXPENSE)
          .id();
    };
    UUID petty = books.books()
        .accountOrNew(UsedFor.PETTY_CASH, PETTY_CODE, books.text("petty.books.account"), AccountKind.ASSET)
        .id();
    String what = kind == PettyFloat.Kind.SPENT
        ? books.text("petty.books.spent", books.named(other))
        : books.text("petty.books." + kind.key());
    return books.ledger()
        .enter(new NewEntry(on, what, Optional.of(new Source("petty-cash", move)),
            List.of(new Line(petty, fund, amount), new Line(other, fund, -amount))));
  }

  /** What was a mistake is undone; on its day, or on a later one if that month is closed. */
  Entered undone(UUID entry, LocalDate on, LocalDate today) {
    String text = books.text("petty.books.undone");
    Entered reversed = books.ledger().reverse(entry, on, text);
    return reversed instanceof Entered.Closed ? books.ledger().reverse(entry, today, text) : reversed;
  }

  /** Whether something relies on an entry, such as a line of the bank. */
  boolean pinned(UUID entry) {
    return books.pinned(entry);
  }
}
