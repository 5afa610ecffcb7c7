// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.groundwork.dues.NewPayment;
import org.groundwork.dues.Payment;
import org.groundwork.dues.Payments;
import org.groundwork.dues.Taken;
import org.groundwork.dues.Way;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.AccountKind;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.Fund;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Journal;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.Source;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.Languages;

/**
 * What stewards carry, in the books: in an account of its own from the moment it is known, in the box or among what is on
 * its way once two people counted it.
 */
record RoundBooks(Books books, Ledger ledger, Journal journal, Payments payments, Languages languages, Locals locals) {
  private static final int WITH_STEWARDS_CODE = 1060;
  private static final int OFF_CODE = 6950;
  private static final int MOST_VERSIONS = 100;

  /** What became of entering a taking. */
  sealed interface Put {
    /** It is in the books; without a payment where nobody is known any more who paid. */
    record Done(UUID entry, Optional<UUID> payment) implements Put {}

    /** Another payment has the receipt's number. */
    record NumberUsed() implements Put {}

    /** The books do not take it. */
    record Refused(Entered why) implements Put {}
  }

  /** What is to be entered of a taking; {@code on} is the day of the receipt. */
  record Money(UUID taking, long amount, boolean cheque, LocalDate on, String receipt) {}

  /** Takes dues that somebody paid at the door; where the month of the receipt's day is closed, as of today. */
  Put paid(UUID person, Money money, LocalDate today) {
    Put put = paid(person, money.on(), money);
    return put instanceof Put.Refused(Entered why) && otherDay(why) && !money.on().equals(today)
        ? paid(person, today, money)
        : put;
  }

  private static boolean otherDay(Entered why) {
    return why instanceof Entered.Closed || why instanceof Entered.TooEarly;
  }

  private Put paid(UUID person, LocalDate on, Money money) {
    var paid = new NewPayment(person, on, money.amount(), 0, money.cheque() ? Way.CHEQUE : Way.CASH,
        Optional.of(withStewards()), Optional.of(source(money.taking())), Optional.of(money.receipt()), "");
    return switch (payments.take(paid)) {
      case Taken.Yes(UUID payment, _) -> new Put.Done(entered(source(money.taking())), Optional.of(payment));
      case Taken.Already _ -> throw new IllegalStateException("a taking was entered and not noted");
      case Taken.ReceiptTaken _ -> new Put.NumberUsed();
      case Taken.NotEntered(Entered why) -> new Put.Refused(why);
    };
  }

  /** Enters dues of somebody of whom nothing is known any more. */
  Put ofNobody(Money money, LocalDate today) {
    UUID general = general();
    var entered = ledger.enter(new NewEntry(today, text("rounds.books.of-nobody"),
        Optional.of(source(money.taking())), List.of(new Line(withStewards(), general, money.amount()),
            new Line(books.account(UsedFor.DUES).id(), general, -money.amount()))));
    return entered instanceof Entered.Yes(UUID entry)
        ? new Put.Done(entry, Optional.empty())
        : new Put.Refused(entered);
  }

  private UUID entered(Source source) { return ledger.entered(source).orElseThrow(); }

  private static Source source(UUID taking) { return new Source("round-payment", taking); }

  /** What is taken out of the account of stewards by a count, fund by fund. */
  record Counted(UUID count, Collection<UUID> cash, Collection<UUID> cheques, long cashOff, long chequesOff) {
    /** A count that came to what the receipts say. */
    static Counted right(UUID count, Collection<UUID> cash, Collection<UUID> cheques) {
      return new Counted(count, cash, cheques, 0, 0);
    }
  }

  /**
   * Moves what two people counted to where it lies from now on. What was missing, or too much, is entered with it: in the
   * general fund, for nobody knows of which it was.
   *
   * @return empty where nothing was to be moved
   */
  Optional<Entered> counted(Counted counted, LocalDate today) {
    Map<UUID, Map<UUID, Long>> sums = new TreeMap<>();
    move(sums, counted.cash(), books.account(UsedFor.CASH).id());
    move(sums, counted.cheques(), books.account(UsedFor.ON_ITS_WAY).id());
    off(sums, counted.cashOff(), UsedFor.CASH);
    off(sums, counted.chequesOff(), UsedFor.ON_ITS_WAY);
    List<Line> lines = lines(sums);
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(ledger.enterWhatHappened(new NewEntry(today, text("rounds.books.counted"),
            Optional.of(new Source("round-count", counted.count())), lines)));
  }

  private void move(Map<UUID, Map<UUID, Long>> sums, Collection<UUID> entries, UUID to) {
    UUID from = withStewards();
    for (UUID entry : entries) {
      for (Line line : journal.find(entry).orElseThrow().lines()) {
        if (line.account().equals(from)) {
          add(sums, from, line.fund(), -line.amount());
          add(sums, to, line.fund(), line.amount());
        }
      }
    }
  }

  private void off(Map<UUID, Map<UUID, Long>> sums, long off, UsedFor at) {
    if (off != 0) {
      UUID differences = books
          .accountOrNew(UsedFor.COUNTED_OFF, OFF_CODE, text("rounds.books.off-account"), AccountKind.EXPENSE)
          .id();
      add(sums, books.account(at).id(), general(), off);
      add(sums, differences, general(), -off);
    }
  }

  private static void add(Map<UUID, Map<UUID, Long>> sums, UUID account, UUID fund, long amount) {
    sums.computeIfAbsent(account, _ -> new TreeMap<>()).merge(fund, amount, Math::addExact);
  }

  private static List<Line> lines(Map<UUID, Map<UUID, Long>> sums) {
    var lines = new ArrayList<Line>();
    sums.forEach((account, funds) -> funds.forEach((fund, sum) -> {
      if (sum != 0) {
        lines.add(new Line(account, fund, sum));
      }
    }));
    return lines;
  }

  /**
   * A counted receipt that should have been another.
   *
   * @param who tells who paid it, by a version of it; nobody where nobody is known any more
   * @param receipt its number
   * @param before how often it was corrected before
   */
  record Corrected(Correction correction, Taking taking, Function<Correction.Version, Optional<UUID>> who,
      String receipt, int before) {}

  /** What a correction is in the books, and the dues that are paid by it. */
  record Retaken(Correction.Entries entries, Optional<UUID> payment) {}

  /**
   * Takes back what was entered of a counted receipt and enters what it should have been. What was counted stays what it is:
   * it is moved to the funds that it belongs to, and where it is not what the receipt says now, the difference is entered too.
   *
   * @return empty where the books do not take it, or where a part of it went back to whoever paid; nothing changed
   */
  Optional<Retaken> correct(Corrected corrected, LocalDate today) {
    if (corrected.taking().payment().flatMap(payments::find).filter(Payment::wentBack).isPresent()) {
      return Optional.empty();
    }
    Correction of = corrected.correction();
    Map<UUID, Map<UUID, Long>> sums = new TreeMap<>();
    uncount(sums, corrected.taking());
    if (undo(corrected.taking(), today).isPresent()) {
      return Optional.empty();
    }
    Optional<Put.Done> put = of.right().amount() == 0 ? Optional.empty() : Optional.of(retake(corrected, today));
    if (put.isPresent()) {
      move(sums, List.of(put.get().entry()), place(of.right().cheque()));
      off(sums, -of.right().amount(), of.right().cheque() ? UsedFor.ON_ITS_WAY : UsedFor.CASH);
    }
    List<Line> lines = lines(sums);
    Optional<UUID> count = lines.isEmpty()
        ? Optional.empty()
        : Optional.of(certainly(ledger.enterWhatHappened(new NewEntry(today, text("rounds.books.corrected"),
            Optional.of(new Source("round-correction", of.id())), lines))));
    return Optional.of(new Retaken(
        new Correction.Entries(corrected.taking().entry(), put.map(Put.Done::entry), count),
        put.flatMap(Put.Done::payment)));
  }

  private UUID place(boolean cheque) { return books.account(cheque ? UsedFor.ON_ITS_WAY : UsedFor.CASH).id(); }

  /** The share of a receipt in the entry of its count, turned round; what was counted was there all the same. */
  private void uncount(Map<UUID, Map<UUID, Long>> sums, Taking taking) {
    Map<UUID, Map<UUID, Long>> counted = new TreeMap<>();
    move(counted, List.of(taking.entry().orElseThrow()), place(taking.cheque()));
    counted.forEach((account, funds) -> funds.forEach((fund, sum) -> add(sums, account, fund, -sum)));
    off(sums, taking.amount(), taking.cheque() ? UsedFor.ON_ITS_WAY : UsedFor.CASH);
  }

  private Put.Done retake(Corrected corrected, LocalDate today) {
    Correction of = corrected.correction();
    Optional<UUID> who = corrected.who().apply(of.right());
    for (int version = corrected.before() + 2; version < corrected.before() + MOST_VERSIONS; version++) {
      var money = new Money(of.id(), of.right().amount(), of.right().cheque(), today,
          corrected.receipt() + "-" + version);
      Put put = who.isPresent() ? paid(who.get(), money, today) : ofNobody(money, today);
      if (put instanceof Put.Done done) {
        return done;
      }
      if (put instanceof Put.Refused(Entered why)) {
        throw new IllegalStateException("a receipt was taken back and not taken anew: " + why);
      }
    }
    throw new IllegalStateException("every number of " + corrected.receipt() + " is used");
  }

  private static UUID certainly(Entered entered) {
    if (entered instanceof Entered.Yes(UUID entry)) {
      return entry;
    }
    throw new IllegalStateException("a receipt was corrected and its count was not: " + entered);
  }

  /** Takes back what was entered of a taking, as of today. */
  Optional<Entered> undo(Taking taking, LocalDate today) {
    if (taking.payment().isEmpty()) {
      return Optional.of(ledger.reverse(taking.entry().orElseThrow(), today, text("rounds.books.undone")))
          .filter(entered -> !(entered instanceof Entered.Yes));
    }
    return payments.undo(taking.payment().get(), today) instanceof Payments.Undone.NotEntered(Entered why)
        ? Optional.of(why)
        : Optional.empty();
  }

  /** What stewards carry; the account is there once one first took something. */
  UUID withStewards() {
    return books.accounts()
        .stream()
        .filter(each -> each.usedFor().equals(Optional.of(UsedFor.WITH_STEWARDS)))
        .findFirst()
        .map(Account::id)
        .orElseGet(() -> books.accountOrNew(UsedFor.WITH_STEWARDS, WITH_STEWARDS_CODE, text("rounds.books.account"),
            AccountKind.ASSET).id());
  }

  private UUID general() {
    return books.funds()
        .stream()
        .filter(each -> each.kind() == FundKind.GENERAL)
        .findFirst()
        .map(Fund::id)
        .orElseThrow();
  }

  private String text(String key) { return languages.text(locals.profile().language(), key); }
}
