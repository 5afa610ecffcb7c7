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
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.Source;
import org.groundwork.platform.ids.Ids;

/** Takes lines as somebody's dues, and takes dues back that the bank took back. Dues enter in the books what that is. */
final class DuesTaking {
  /** What dues call the source of an entry that takes a payment back. */
  private static final String BACK = "dues-payment-undone";
  private final Payments payments;
  private final Ledger ledger;
  private final Settlements settlements;
  private final Ids ids;

  DuesTaking(Payments payments, Ledger ledger, Settlements settlements, Ids ids) {
    this.payments = payments;
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
      case Taken.Yes(UUID payment, String _) -> keep(line, payment, person, how, id);
      case Taken.NotEntered(Entered why) -> new Settled.Refused(why, line.id());
      case Taken.Already _,Taken.ReceiptTaken _ ->
        throw new IllegalStateException("a line was taken as dues before it was said to be: " + taken);
    };
  }

  private Settled keep(BankLine line, UUID payment, UUID person, Proposal.How how, UUID id) {
    Payment paid = payments.find(payment).orElseThrow();
    settlements.insert(line.id(), new Settlement(id, Settlement.Kind.DUES, how, Optional.of(paid.entry()),
        Optional.of(paid.on()), "", false, List.of(), Optional.of(payment), ""));
    settlements.learn(line.id(), Optional.empty(), Optional.of(person));
    return new Settled.Done();
  }

  private static NewPayment payment(BankLine line, BankAccount account, UUID person, LocalDate on, UUID id) {
    long gross = Math.subtractExact(line.amount().minor(), line.fee());
    Way way = account.kind() == BankAccount.Kind.BANK ? Way.TRANSFER : Way.SERVICE;
    return new NewPayment(person, on, gross, Math.negateExact(line.fee()), way, Optional.of(account.ledgerAccount()),
        Optional.of(new Source(Settling.SOURCE, id)), Optional.empty(), "");
  }

  /** Takes a payment back because a line says that the bank did. */
  Settled takeBack(BankLine line, UUID payment, Supplier<LocalDate> today) {
    LocalDate on = line.on();
    Payments.Undone undone = payments.undo(payment, on);
    if (undone instanceof Payments.Undone.NotEntered(Entered.Closed _)) {
      on = today.get();
      undone = payments.undo(payment, on);
    }
    return switch (undone) {
      case Payments.Undone.Yes _ -> keepBack(line, payment, on);
      case Payments.Undone.Already _ -> new Settled.Gone();
      case Payments.Undone.NotEntered(Entered why) -> new Settled.Refused(why, line.id());
    };
  }

  private Settled keepBack(BankLine line, UUID payment, LocalDate on) {
    settlements.insert(line.id(), new Settlement(ids.next(), Settlement.Kind.RETURNED, Proposal.How.RETURNED,
        Optional.of(undoing(payment).orElseThrow()), Optional.of(on), "", false, List.of(), Optional.of(payment), ""));
    return new Settled.Done();
  }

  /** What undoes the entry of a payment that was no dues of that person; the refusal of the books, if they refuse. */
  Optional<Entered> undo(UUID payment, LocalDate on, Supplier<LocalDate> today) {
    Payments.Undone undone = payments.undo(payment, on);
    if (undone instanceof Payments.Undone.NotEntered(Entered.Closed _)) {
      undone = payments.undo(payment, today.get());
    }
    return undone instanceof Payments.Undone.NotEntered(Entered why) ? Optional.of(why) : Optional.empty();
  }

  /** The entry that took a payment back. */
  Optional<UUID> undoing(UUID payment) {
    return ledger.entered(new Source(BACK, payment));
  }
}
