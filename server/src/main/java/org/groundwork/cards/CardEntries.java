// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.dues.NewPayment;
import org.groundwork.dues.Payments;
import org.groundwork.dues.Taken;
import org.groundwork.dues.Way;
import org.groundwork.gifts.GiftClass;
import org.groundwork.gifts.Gifts;
import org.groundwork.gifts.Given;
import org.groundwork.gifts.NewGift;
import org.groundwork.gifts.TakenBack;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.Source;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.Languages;

/**
 * Enters payments of cards: dues as dues, gifts as gifts, and what somebody paid whose record was deleted meanwhile as a gift
 * that is held until two officers decide. The whole sum is what was paid; what Stripe kept of it is a fee. Runs inside the
 * caller's transaction.
 */
final class CardEntries {
  private static final String SOURCE = "card-payment";
  private final Payments payments;
  private final Gifts gifts;
  private final TakenBack takenBack;
  private final Books books;
  private final Ledger ledger;
  private final Words words;

  CardEntries(Payments payments, Gifts gifts, TakenBack takenBack, Books books, Ledger ledger, Words words) {
    this.payments = payments;
    this.gifts = gifts;
    this.takenBack = takenBack;
    this.books = books;
    this.ledger = ledger;
    this.words = words;
  }

  /** What entries say, in the local's language. */
  record Words(Languages languages, Locals locals) {
    String say(String key) { return languages.text(locals.profile().language(), key); }
  }

  /** Enters it on its day, or today if that day's month is closed; empty if the books refuse it. */
  Optional<CardPayment> take(CardPayment paid, CardIntent intent, LocalDate today) {
    Optional<CardPayment> taken = takeOn(paid, intent, today);
    return taken.isPresent() || paid.on().equals(today) ? taken : takeOn(paid.on(today), intent, today);
  }

  private Optional<CardPayment> takeOn(CardPayment paid, CardIntent intent, LocalDate today) {
    return intent.kind() == CardIntent.Kind.DUES && intent.person().isPresent()
        ? dues(paid, intent.person().get(), today)
        : gift(paid, intent, today);
  }

  private Optional<CardPayment> dues(CardPayment paid, UUID person, LocalDate today) {
    long amount = paid.amount().orElseThrow();
    long fee = paid.fee().orElseThrow();
    boolean within = fee < amount;
    Taken taken = payments.take(new NewPayment(person, paid.on(), amount, within ? fee : 0, Way.CARD, Optional.empty(),
        Optional.of(new Source(SOURCE, paid.id())), Optional.empty(), ""));
    return switch (taken) {
      case Taken.Yes(UUID payment, String _) -> {
        if (!within) {
          fee(paid, today);
        }
        yield Optional.of(paid.taken(Optional.of(payment), payments.find(payment).orElseThrow().entry()));
      }
      case Taken.NotEntered _ -> Optional.empty();
      case Taken.Already _,Taken.ReceiptTaken _ ->
        throw new IllegalStateException("a payment of a card is in the books and not among the payments: " + taken);
    };
  }

  private Optional<CardPayment> gift(CardPayment paid, CardIntent intent, LocalDate today) {
    boolean known = intent.person().isPresent();
    var source = new Source(SOURCE, paid.id());
    Given given = gifts.give(new NewGift(known ? GiftClass.MEMBERS_GIFTS : GiftClass.CROWD_FUNDING, intent.person(), "",
        "", paid.on(), paid.amount().orElseThrow(), account(UsedFor.SERVICES), general(), Optional.of(source),
        known ? "" : words.say("card-pay.forgotten.note"), true, !known));
    return switch (given) {
      case Given.Taken _,Given.Held _,Given.PartHeld _ -> {
        fee(paid, today);
        yield Optional.of(paid.taken(Optional.empty(), ledger.entered(source).orElseThrow()));
      }
      case Given.NotEntered _ -> Optional.empty();
      case Given.Already _,Given.OverCap _,Given.KindOfOtherSide _ ->
        throw new IllegalStateException("a payment of a card cannot be a gift: " + given);
    };
  }

  private void fee(CardPayment paid, LocalDate today) {
    long fee = paid.fee().orElseThrow();
    if (fee > 0) {
      fee(fee, paid.on(), new Source("card-fee", paid.id()), today);
    }
  }

  /** Enters what disputes of a payment cost by now, beyond what is in the books. */
  void disputeFee(CardPayment paid, long cost, LocalDate today) {
    fee(cost - paid.disputeFee(), today,
        new Source("card-dispute-fee", CardPayment.identity(paid.id().toString(), Long.toString(cost))), today);
  }

  private void fee(long fee, LocalDate on, Source source, LocalDate today) {
    var lines = List.of(new Line(account(UsedFor.FEES), general(), fee),
        new Line(account(UsedFor.SERVICES), general(), -fee));
    Entered entered = ledger
        .enterWhatHappened(new NewEntry(on, words.say("card-pay.entry.fee"), Optional.of(source), lines));
    if (!(entered instanceof Entered.Yes) && !(entered instanceof Entered.Already) && !on.equals(today)) {
      entered = ledger
          .enterWhatHappened(new NewEntry(today, words.say("card-pay.entry.fee"), Optional.of(source), lines));
    }
    if (!(entered instanceof Entered.Yes) && !(entered instanceof Entered.Already)) {
      throw new IllegalStateException("a fee that was kept cannot be entered: " + entered);
    }
  }

  /** Enters that all of it went back; false if the books do not take that. */
  boolean takeBack(CardPayment paid, LocalDate today) {
    if (paid.dues().isPresent()) {
      return !(payments.undo(paid.dues().get(), today) instanceof Payments.Undone.NotEntered);
    }
    return takenBack.takeBack(paid.entry().orElseThrow(), account(UsedFor.SERVICES), today)
        .filter(entered -> entered instanceof Entered.Yes || entered instanceof Entered.Already)
        .isPresent();
  }

  /**
   * Enters that a part of it went back, and no more than the rest is kept: all of it is taken back and the rest taken anew, both
   * today. Dues that were paid last with it are open again first, and a gift gives back first what is over a limit.
   *
   * @param left what did not go back, in minor units, above nothing and below the amount
   * @return with the entry, and the payment of dues, that stand for it from now on; empty, and nothing changed, if the books do not
   *     take it
   */
  Optional<CardPayment> keepOnly(CardPayment paid, CardIntent intent, long left, LocalDate today) {
    UUID person = intent.person().orElseThrow();
    var source = new Source("card-payment-rest",
        CardPayment.identity(paid.id().toString(), paid.entry().orElseThrow().toString()));
    if (!takeBack(paid, today)) {
      return Optional.empty();
    }
    if (paid.dues().isEmpty()) {
      Given given = gifts.give(new NewGift(GiftClass.MEMBERS_GIFTS, Optional.of(person), "", "", today, left,
          account(UsedFor.SERVICES), general(), Optional.of(source), "", true, false));
      return Optional.of(paid.taken(Optional.empty(), ledger.entered(source)
          .orElseThrow(() -> new IllegalStateException("what is left of a payment cannot be a gift: " + given))));
    }
    Taken taken = payments.take(new NewPayment(person, today, left, 0, Way.CARD, Optional.empty(),
        Optional.of(source), Optional.empty(), ""));
    if (taken instanceof Taken.Yes(UUID payment, String _)) {
      return Optional.of(paid.taken(Optional.of(payment), payments.find(payment).orElseThrow().entry()));
    }
    throw new IllegalStateException("what is left of a payment cannot be dues: " + taken);
  }

  private UUID account(UsedFor use) { return books.account(use).id(); }

  private UUID general() {
    return books.funds().stream().filter(each -> each.kind() == FundKind.GENERAL).findFirst().orElseThrow().id();
  }
}
