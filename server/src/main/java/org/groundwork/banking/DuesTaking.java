// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.groundwork.dues.NewPayment;
import org.groundwork.dues.Payment;
import org.groundwork.dues.Payments;
import org.groundwork.dues.Taken;
import org.groundwork.dues.Way;
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

/** Takes lines as somebody's dues, and takes dues back that the bank took back. Dues enter in the books what that is. */
final class DuesTaking {
  /** What dues call the source of an entry that takes a payment back. */
  private static final String BACK = "dues-payment-undone";
  private final Payments payments;
  private final Ledger ledger;
  private final Settlements settlements;
  private final Books books;
  private final EntryWords words;
  private final Ids ids;

  DuesTaking(Payments payments, Ledger ledger, Settlements settlements, Books books, EntryWords words, Ids ids) {
    this.payments = payments;
    this.books = books;
    this.words = words;
    this.ledger = ledger;
    this.settlements = settlements;
    this.ids = ids;
  }

  /**
   * Takes a line as dues of somebody.
   *
   * @param today a day whose month is open
   */
  Settled take(BankLine line, BankAccount account, UUID person, Proposal.How how, Supplier<LocalDate> today) {
    if (!DuesProposals.fits(line)) {
      return new Settled.Wrong();
    }
    UUID id = ids.next();
    LocalDate on = line.on();
    Taken taken = payments.take(payment(line, account, person, on, id));
    if (taken instanceof Taken.NotEntered(Entered.Closed _)) {
      on = today.get();
      taken = payments.take(payment(line, account, person, on, id));
    }
    return switch (taken) {
      case Taken.Yes(UUID payment, String _) -> keep(line, person, new Settlement(id, Settlement.Kind.DUES, how,
          Optional.of(ledger.entered(new Source(Settling.SOURCE, id)).orElseThrow()), Optional.of(on), "", false,
          List.of(), Optional.of(payment), ""));
      case Taken.NotEntered(Entered why) -> new Settled.Refused(why, line.id());
      case Taken.Already _,Taken.ReceiptTaken _ ->
        throw new IllegalStateException("a line was taken as dues before it was said to be: " + taken);
    };
  }

  private Settled keep(BankLine line, UUID person, Settlement said) {
    settlements.insert(line.id(), said);
    settlements.learn(line.id(), Optional.empty(), Optional.of(person));
    return new Settled.Done();
  }

  private static NewPayment payment(BankLine line, BankAccount account, UUID person, LocalDate on, UUID id) {
    long gross = Math.subtractExact(line.amount().minor(), line.fee());
    Way way = account.kind() == BankAccount.Kind.BANK ? Way.TRANSFER : Way.SERVICE;
    return new NewPayment(person, on, gross, Math.negateExact(line.fee()), way, Optional.of(account.ledgerAccount()),
        Optional.of(new Source(Settling.SOURCE, id)), Optional.empty(), "");
  }

  /** Takes a payment back because a line says that the bank did; what the bank took for that is a fee. */
  Settled takeBack(BankLine line, UUID payment, Supplier<LocalDate> today) {
    long fee = fee(line, payments.find(payment).orElseThrow());
    LocalDate on = line.on();
    Payments.Undone undone = payments.undo(payment, on, fee);
    if (undone instanceof Payments.Undone.NotEntered(Entered.Closed _)) {
      on = today.get();
      undone = payments.undo(payment, on, fee);
    }
    return switch (undone) {
      case Payments.Undone.Yes _ -> keepBack(line, payment, on);
      case Payments.Undone.Already _ -> new Settled.Gone();
      case Payments.Undone.NotEntered(Entered why) -> new Settled.Refused(why, line.id());
    };
  }

  /** What a line took beyond the payment; below zero where it took less, since a fee of before came back. */
  private static long fee(BankLine line, Payment payment) {
    return Math.subtractExact(Math.negateExact(line.amount().minor()), payment.amount());
  }

  private Settled keepBack(BankLine line, UUID payment, LocalDate on) {
    settlements.insert(line.id(), new Settlement(ids.next(), Settlement.Kind.RETURNED, Proposal.How.RETURNED,
        Optional.of(undoing(payment).orElseThrow()), Optional.of(on), "", false, List.of(), Optional.of(payment), ""));
    return new Settled.Done();
  }

  /** Takes back that a line was somebody's dues; what a service kept of it goes with it. */
  Undoing undo(BankLine line, UUID payment, LocalDate on, Supplier<LocalDate> today) {
    long fee = line.fee();
    Payments.Undone undone = payments.undo(payment, on, fee);
    if (undone instanceof Payments.Undone.NotEntered(Entered.Closed _)) {
      undone = payments.undo(payment, today.get(), fee);
    }
    return undone instanceof Payments.Undone.NotEntered(Entered why)
        ? new Undoing.No(why)
        : new Undoing.Done(payments.find(payment).orElseThrow().undone(), undoing(payment));
  }

  /**
   * Takes a payment again that a line was said to take back: whoever paid has paid after all. What the line took beyond
   * it was no fee.
   */
  Undoing again(BankLine line, BankAccount account, Settlement said, Supplier<LocalDate> today) {
    Payment before = payments.find(said.payment().orElseThrow()).orElseThrow();
    if (before.person().isEmpty()) {
      return new Undoing.Nobody();
    }
    long fee = fee(line, before);
    UUID once = ids.next();
    LocalDate on = said.on().orElseThrow();
    Taken taken = payments.take(again(before, account, on, once, fee));
    if (taken instanceof Taken.NotEntered(Entered.Closed _)) {
      on = today.get();
      taken = payments.take(again(before, account, on, once, fee));
    }
    if (taken instanceof Taken.NotEntered(Entered why)) {
      return new Undoing.No(why);
    }
    if (!(taken instanceof Taken.Yes(UUID payment, String _))) {
      throw new IllegalStateException("a payment that was never taken is there: " + taken);
    }
    settlements.moved(before.id(), payment);
    UUID entry = payments.find(payment).orElseThrow().entry();
    if (fee > 0 && !(ledger.enterWhatHappened(noFee(account, on, fee)) instanceof Entered.Yes)) {
      throw new IllegalStateException("the books took a payment and not its fee");
    }
    return new Undoing.Done(Optional.of(on), Optional.of(entry));
  }

  /** A fee that a service gave back is kept again. */
  private static NewPayment again(Payment before, BankAccount account, LocalDate on, UUID once, long fee) {
    return new NewPayment(before.person().orElseThrow(), on, before.amount(), Math.max(0, Math.negateExact(fee)),
        before.way(), Optional.of(account.ledgerAccount()), Optional.of(new Source(Settling.SOURCE, once)),
        Optional.empty(), before.note());
  }

  private NewEntry noFee(BankAccount account, LocalDate on, long fee) {
    UUID general = books.funds()
        .stream()
        .filter(each -> each.kind() == FundKind.GENERAL)
        .map(Fund::id)
        .findFirst()
        .orElseThrow();
    return new NewEntry(on, words.undone(), Optional.of(new Source(Settling.SOURCE, ids.next())),
        List.of(new Line(account.ledgerAccount(), general, fee),
            new Line(books.account(UsedFor.FEES).id(), general, Math.negateExact(fee))));
  }

  /** The entry that took a payment back. */
  private Optional<UUID> undoing(UUID payment) {
    return ledger.entered(new Source(BACK, payment));
  }
}
