// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.groundwork.gifts.GiftClass;
import org.groundwork.gifts.Gifts;
import org.groundwork.gifts.Given;
import org.groundwork.gifts.NewGift;
import org.groundwork.gifts.Payers;
import org.groundwork.gifts.TakenBack;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.Fund;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.Source;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.ids.Ids;

/**
 * Takes lines as gifts, where the cap and the names of the other side count, and stops every line whose payer may be of the
 * other side. The whole sum is what was given; what a service kept of it is a fee. In the caller's transaction.
 */
final class GiftTaking {
  private final Giving giving;
  private final Ledger ledger;
  private final Books books;
  private final Settlements settlements;
  private final EntryWords words;
  private final Ids ids;

  /** Where gifts are kept. */
  record Giving(Gifts gifts, Payers payers, TakenBack takenBack) {}

  GiftTaking(Giving giving, Ledger ledger, Books books, Settlements settlements, EntryWords words, Ids ids) {
    this.giving = giving;
    this.ledger = ledger;
    this.books = books;
    this.settlements = settlements;
    this.words = words;
    this.ids = ids;
  }

  /**
   * Why money that came in is taken for nothing yet: its payer's name is like one of the other side.
   *
   * @param entries that the line is said to be; those of gifts were looked at when they were written down, if that was under
   *     the payer's name
   */
  Optional<Settled> stopped(BankLine line, Collection<UUID> entries) { return stopped(look(), line, entries); }

  /** To ask for many lines. */
  Payers.Look look() { return giving.payers().look(); }

  /** The same, of many lines. */
  Optional<Settled> stopped(Payers.Look look, BankLine line, Collection<UUID> entries) {
    Optional<Settled> like = line.incoming()
        ? look.like(payer(line)).map(Settled.OtherSide::new)
        : Optional.empty();
    return like.filter(_ -> entries.isEmpty() || !giving.payers().lookedAt(entries, payer(line)));
  }

  /** The name that a line came in under, as long as a gift keeps one. */
  private static String payer(BankLine line) {
    String name = line.told().name().strip();
    return name.substring(0, Math.min(NewGift.LONGEST_NAME, name.length()));
  }

  /** Takes a line as a gift. */
  Settled take(BankLine line, BankAccount account, LineGift said, Supplier<LocalDate> today) {
    long gross = Math.subtractExact(line.amount().minor(), line.fee());
    if (!line.incoming() || line.fee() > 0 || gross > NewGift.MOST || said.of() == GiftClass.GIFTS_IN_KIND) {
      return new Settled.Wrong();
    }
    UUID id = ids.next();
    LocalDate on = line.on();
    Given given = giving.gifts().give(gift(line, account, said, on, id));
    if (given instanceof Given.NotEntered(Entered.Closed _)) {
      on = today.get();
      given = giving.gifts().give(gift(line, account, said, on, id));
    }
    return switch (given) {
      case Given.Taken _ -> keep(line, account, on, id, new Settled.Done());
      case Given.Held _,Given.PartHeld _ -> keep(line, account, on, id, new Settled.Held());
      case Given.NotEntered(Entered why) -> new Settled.Refused(why, line.id());
      case Given.Already _,Given.OverCap _,Given.KindOfOtherSide _ ->
        throw new IllegalStateException("a line that nobody said anything of cannot be this gift: " + given);
    };
  }

  private static NewGift gift(BankLine line, BankAccount account, LineGift said, LocalDate on, UUID id) {
    return new NewGift(said.of(), said.person(), said.person().isPresent() ? "" : said.giver(), said.origin(), on,
        Math.subtractExact(line.amount().minor(), line.fee()), account.ledgerAccount(), said.fund(),
        Optional.of(new Source(Settling.SOURCE, id)), said.note(), true, said.ask(), payer(line));
  }

  private Settled keep(BankLine line, BankAccount account, LocalDate on, UUID id, Settled settled) {
    UUID entry = ledger.entered(new Source(Settling.SOURCE, id)).orElseThrow();
    fee(account, on, Math.negateExact(line.fee()), words.fee());
    settlements.insert(line.id(), new Settlement(id, Settlement.Kind.GIFT, Proposal.How.HAND, Optional.of(entry),
        Optional.of(on), "", false, List.of(), Optional.empty(), ""));
    settlements.unlearn(line.id());
    return settled;
  }

  /** What a service kept of what was given, or gives back of that where it is below zero. */
  private void fee(BankAccount account, LocalDate on, long fee, String text) {
    if (fee == 0) {
      return;
    }
    UUID general = books.funds()
        .stream()
        .filter(each -> each.kind() == FundKind.GENERAL)
        .map(Fund::id)
        .findFirst()
        .orElseThrow();
    Entered entered = ledger
        .enterWhatHappened(new NewEntry(on, text, Optional.of(new Source(Settling.SOURCE, ids.next())),
            List.of(new Line(books.account(UsedFor.FEES).id(), general, fee),
                new Line(account.ledgerAccount(), general, Math.negateExact(fee)))));
    if (!(entered instanceof Entered.Yes)) {
      throw new IllegalStateException("the books took a gift and not its fee: " + entered);
    }
  }

  /** Whether a gift is for officers to decide, or they did so, so that nobody takes it back alone. */
  boolean officers(Settlement said) {
    return giving.takenBack().forOfficers(said.entry().orElseThrow());
  }

  /** Takes back that a line was a gift; what a service kept of it goes with it. */
  Undoing undo(BankLine line, BankAccount account, Settlement said, Supplier<LocalDate> today) {
    UUID entry = said.entry().orElseThrow();
    LocalDate on = said.on().orElseThrow();
    Optional<Entered> back = giving.takenBack().takeBack(entry, account.ledgerAccount(), on);
    if (back.filter(Entered.Closed.class::isInstance).isPresent()) {
      on = today.get();
      back = giving.takenBack().takeBack(entry, account.ledgerAccount(), on);
    }
    if (!(back.orElseThrow() instanceof Entered.Yes(UUID undone))) {
      return new Undoing.No(back.orElseThrow());
    }
    fee(account, on, line.fee(), words.undone());
    return new Undoing.Done(Optional.of(on), Optional.of(undone));
  }
}
