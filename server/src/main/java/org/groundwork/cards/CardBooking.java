// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.groundwork.ledger.Books;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Locals;

/**
 * Puts into the books what Stripe says that is. Runs inside the caller's transaction. Whoever books for one intent holds it, so
 * that a payment is in the books once however many messages tell of it at once, in whatever order.
 */
final class CardBooking {
  private final CardIntents intents;
  private final CardPayments payments;
  private final CardEntries entries;
  private final Audit audit;
  private final Here here;

  CardBooking(CardIntents intents, CardPayments payments, CardEntries entries, Audit audit, Here here) {
    this.intents = intents;
    this.payments = payments;
    this.entries = entries;
    this.audit = audit;
    this.here = here;
  }

  /** Whose books, and what day it is there. */
  record Here(Books books, Locals locals, Clock clock) {
    LocalDate day(Instant at) { return LocalDate.ofInstant(at, locals.profile().zone()); }

    LocalDate today() { return day(clock.instant()); }

    Currency currency() { return books.find().orElseThrow().currency(); }
  }

  /** What became of it. */
  enum Applied {
    DONE,
    /** Stripe has not reckoned its fee yet: to be asked again. */
    NOT_YET,
    /** It is nothing of ours. */
    NOTHING
  }

  /** Puts it into the books. */
  Applied apply(CardTruth truth) {
    boolean ours = truth.session().filter(this::session).isPresent();
    ours |= truth.repeating().filter(this::repeating).isPresent();
    boolean notYet = false;
    List<CardTruth.Payment> inOrder = truth.payments()
        .stream()
        .sorted(Comparator.comparing(CardTruth.Payment::intent).thenComparing(CardTruth.Payment::stripe))
        .toList();
    for (CardTruth.Payment each : inOrder) {
      Applied applied = payment(each, truth.asked());
      notYet |= applied == Applied.NOT_YET;
      ours |= applied != Applied.NOTHING;
    }
    return notYet ? Applied.NOT_YET : ours ? Applied.DONE : Applied.NOTHING;
  }

  private boolean session(CardTruth.Session session) {
    Optional<CardIntent> found = intents.hold(session.intent());
    if (found.isEmpty()) {
      return false;
    }
    CardIntent intent = found.get();
    session.subscription().ifPresent(name -> intents.repeats(intent.id(), name));
    switch (session.state()) {
      case OPEN -> {
      }
      case EXPIRED ->
        intents.become(intent.id(), CardIntent.State.EXPIRED, CardIntent.State.ASKED, CardIntent.State.OPEN);
      case PENDING -> intents.become(intent.id(), ends(intent) ? CardIntent.State.STOPPING : CardIntent.State.PENDING,
          CardIntent.State.ASKED, CardIntent.State.OPEN);
      case PAID -> {
        if (intent.repeats()) {
          run(intent);
        } else {
          intents.become(intent.id(), CardIntent.State.PENDING, CardIntent.State.ASKED, CardIntent.State.OPEN);
        }
      }
    }
    return true;
  }

  /** It repeats from now on; of somebody who left or was forgotten it ends, also where it ran until now. */
  private void run(CardIntent intent) {
    if (ends(intent)) {
      intents.become(intent.id(), CardIntent.State.STOPPING, CardIntent.State.ASKED, CardIntent.State.OPEN,
          CardIntent.State.PENDING, CardIntent.State.RUNNING, CardIntent.State.FAILED, CardIntent.State.EXPIRED);
    } else {
      intents.become(intent.id(), CardIntent.State.RUNNING, CardIntent.State.ASKED, CardIntent.State.OPEN,
          CardIntent.State.PENDING, CardIntent.State.FAILED, CardIntent.State.EXPIRED);
    }
  }

  private boolean ends(CardIntent intent) { return intent.repeats() && !intents.ofMember(intent); }

  private boolean repeating(CardTruth.Repeating repeating) {
    Optional<CardIntent> intent = intents.hold(repeating.intent()).filter(CardIntent::repeats);
    intent.ifPresent(each -> {
      intents.repeats(each.id(), repeating.subscription());
      if (repeating.ended()) {
        intents.become(each.id(), CardIntent.State.STOPPED, CardIntent.State.ASKED, CardIntent.State.OPEN,
            CardIntent.State.PENDING, CardIntent.State.RUNNING, CardIntent.State.STOPPING, CardIntent.State.FAILED,
            CardIntent.State.EXPIRED);
      } else if (repeating.trouble()) {
        intents.trouble(each.id(), true);
      }
    });
    return intent.isPresent();
  }

  private Applied payment(CardTruth.Payment told, Instant asked) {
    Optional<CardIntent> found = intents.hold(told.intent());
    if (found.isEmpty()) {
      return Applied.NOTHING;
    }
    CardIntent intent = found.get();
    if (told.charge().isEmpty()) {
      if (told.failed()) {
        intents.become(intent.id(), CardIntent.State.FAILED, CardIntent.State.PENDING);
        intents.trouble(intent.id(), true);
      }
      return Applied.DONE;
    }
    if (!intent.live()) {
      arrived(intent); // tried with a test key: no money moved
      return Applied.DONE;
    }
    UUID id = CardPayment.identity("card-payment", intent.request().account(), told.stripe());
    Optional<CardPayment> before = payments.find(id);
    if (before.filter(each -> each.lookedAt().isAfter(asked)).isPresent()) {
      return Applied.DONE; // what is written is newer
    }
    CardTruth.Charge charge = told.charge().get();
    CardPayment paid = before.filter(each -> each.state() != CardPayment.State.ASIDE).orElse(null);
    if (paid == null) {
      if (charge.fee().isEmpty()) {
        return Applied.NOT_YET;
      }
      paid = book(id, intent, told, charge, asked);
      audit.record(paid.state() == CardPayment.State.TAKEN ? "card-payment-taken" : "card-payment-aside",
          new SubjectRef("card-payment", intent.id()), intent.kind().key());
      arrived(intent);
    }
    payments.write(wentBack(paid, intent, charge, asked));
    return Applied.DONE;
  }

  private void arrived(CardIntent intent) {
    if (intent.repeats()) {
      run(intent);
    } else {
      intents.become(intent.id(), CardIntent.State.PAID, CardIntent.State.ASKED, CardIntent.State.OPEN,
          CardIntent.State.PENDING, CardIntent.State.FAILED, CardIntent.State.EXPIRED);
    }
    intents.trouble(intent.id(), false);
  }

  private CardPayment book(UUID id, CardIntent intent, CardTruth.Payment told, CardTruth.Charge charge, Instant asked) {
    Currency money = here.currency();
    LocalDate on = here.day(charge.at());
    var aside = new CardPayment(id, intent.id(), told.stripe(), on, charge.sum(), told.currency(), OptionalLong.empty(),
        OptionalLong.empty(), CardPayment.State.ASIDE, Optional.of(CardPayment.Reason.CURRENCY), Optional.empty(),
        Optional.empty(), 0, 0, 0, 0, asked);
    String code = money.getCurrencyCode();
    if (!told.currency().equals(code) || !charge.feeCurrency().equals(code)) {
      return aside;
    }
    OptionalLong amount = StripeSums.fromStripe(charge.sum(), money);
    OptionalLong fee = StripeSums.fromStripe(charge.fee().orElseThrow(), money);
    if (amount.isEmpty() || fee.isEmpty() || amount.getAsLong() < 1 || fee.getAsLong() < 0) {
      return aside.because(CardPayment.Reason.SUM);
    }
    CardPayment whole = aside.of(amount, fee).because(CardPayment.Reason.BOOKS);
    return entries.take(whole, intent, here.today()).orElse(whole);
  }

  /** What of it went back since. Where somebody has already entered a part by hand, the rest waits for them too. */
  private CardPayment wentBack(CardPayment paid, CardIntent intent, CardTruth.Charge charge, Instant asked) {
    if (paid.amount().isEmpty()) {
      boolean gone = charge.back() >= charge.sum();
      return (gone ? paid.goneBack() : paid).at(asked);
    }
    Currency money = here.currency();
    long amount = paid.amount().getAsLong();
    long back = Math.min(amount, StripeSums.fromStripe(charge.back(), money).orElse(paid.refunded()));
    CardPayment now = disputed(paid, charge, money);
    if (now.state() == CardPayment.State.ASIDE) {
      return (back >= amount ? now.goneBack() : now).at(asked);
    }
    if (now.state() != CardPayment.State.TAKEN || !now.goesBackByItself() || back == now.booked()) {
      return now.refunded(back).at(asked);
    }
    if (back < amount) {
      return part(now, intent, back).at(asked);
    }
    if (!entries.takeBack(now, here.today())) {
      return now.refunded(back).at(asked);
    }
    audit.record("card-payment-back", new SubjectRef("card-payment", now.intent()), "");
    return now.goneBack().booked(amount).at(asked);
  }

  /** A part of it went back. Of somebody who was forgotten it waits for an officer: nobody knows whose dues it was. */
  private CardPayment part(CardPayment paid, CardIntent intent, long back) {
    Optional<CardPayment> kept = intent.person().isEmpty()
        ? Optional.empty()
        : entries.keepOnly(paid, intent, paid.amount().orElseThrow() - back, here.today());
    if (kept.isEmpty()) {
      return paid.refunded(back);
    }
    audit.record("card-payment-part-back", new SubjectRef("card-payment", paid.intent()), "");
    return kept.get().booked(back);
  }

  private CardPayment disputed(CardPayment paid, CardTruth.Charge charge, Currency money) {
    OptionalLong cost = charge.feeCurrency().equals(money.getCurrencyCode())
        ? StripeSums.fromStripe(charge.disputeFee(), money)
        : OptionalLong.empty();
    if (cost.isEmpty() || cost.getAsLong() == paid.disputeFee() || paid.state() == CardPayment.State.ASIDE) {
      return paid;
    }
    entries.disputeFee(paid, cost.getAsLong(), here.today());
    return paid.disputeFee(cost.getAsLong());
  }
}
