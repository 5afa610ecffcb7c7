// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.tenancy.Transactions;

/**
 * Asks Stripe what is and puts it into the books: first asks, outside of a transaction, then writes all of it in one. Whatever
 * is killed between the two is done again from the beginning, and is in the books once.
 */
public final class CardWorker {
  private final Transactions transactions;
  private final Clock clock;
  private final StripeDoor door;
  private final CardAccounts accounts;
  private final Stores stores;
  private final CardBooking booking;

  CardWorker(Transactions transactions, Clock clock, StripeDoor door, CardAccounts accounts, Stores stores,
      CardBooking booking) {
    this.transactions = transactions;
    this.clock = clock;
    this.door = door;
    this.accounts = accounts;
    this.stores = stores;
    this.booking = booking;
  }

  /** What is kept. */
  record Stores(CardIntents intents, CardPayments payments, CardEvents events) {}

  /** Does a piece of work in a transaction of its own. */
  interface Step {
    void in(Runnable work);
  }

  /** Works off a message; answers why Stripe could not be asked, if so: then the message waits. */
  Optional<StripeTrouble.Why> work(CardEvent event, Step step) {
    Instant asked = clock.instant();
    CardTruth truth;
    try {
      truth = ask(stripe -> stripe.truth(event.kind(), event.object(), asked));
    } catch (StripeTrouble trouble) {
      step.in(() -> unanswered(event, trouble));
      return Optional.of(trouble.why()).filter(_ -> trouble.mayPass());
    }
    step.in(() -> {
      if (stores.events().open(event.id()).isPresent()) {
        accounts.wellAgain();
        answered(event, booking.apply(truth));
      }
    });
    return Optional.empty();
  }

  private void unanswered(CardEvent event, StripeTrouble trouble) {
    if (trouble.mayPass()) {
      accounts.trouble(trouble.why());
      stores.events().later(event.id());
    } else {
      accounts.ignored(); // it is gone, or was never there
      stores.events().done(event.id());
    }
  }

  private void answered(CardEvent event, CardBooking.Applied applied) {
    if (applied == CardBooking.Applied.NOT_YET) {
      stores.events().later(event.id());
      return;
    }
    if (applied == CardBooking.Applied.NOTHING) {
      accounts.ignored();
    }
    stores.events().done(event.id());
  }

  /** Asks what became of an intent; answers why Stripe could not be asked, if so. Outside of a transaction. */
  public Optional<StripeTrouble.Why> look(UUID id) {
    Optional<String> session = transactions.read(() -> stores.intents().find(id).flatMap(CardIntent::session));
    return session.isEmpty()
        ? Optional.empty()
        : look(stripe -> stripe.ofSession(session.get(), clock.instant()));
  }

  /** Asks again for a payment that the books did not take; the same way. */
  public Optional<StripeTrouble.Why> lookAgain(UUID payment) {
    Optional<String> stripe = transactions.read(() -> stores.payments().find(payment).map(CardPayment::stripe));
    return stripe.isEmpty()
        ? Optional.empty()
        : look(answers -> answers.truth("payment_intent.again", stripe.get(), clock.instant()));
  }

  /** What Stripe says is entered by nobody, as by a job: whoever looked, it is no act of theirs. */
  private static void ofNobody(Runnable work) {
    try {
      Callers.as(new Caller.Anonymous(), () -> {
        work.run();
        return true;
      });
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("what writes down what Stripe says throws nothing checked", e);
    }
  }

  /** Looks at an invoice of what repeats; the same way. */
  Optional<StripeTrouble.Why> lookAtInvoice(String invoice) {
    return look(stripe -> stripe.truth("invoice.again", invoice, clock.instant()));
  }

  /** Looks whether something repeats still; the same way. */
  Optional<StripeTrouble.Why> lookAtSubscription(String subscription) {
    return look(stripe -> stripe.truth("customer.subscription.again", subscription, clock.instant()));
  }

  private Optional<StripeTrouble.Why> look(Function<StripeAnswers, CardTruth> question) {
    try {
      CardTruth truth = ask(question);
      ofNobody(() -> transactions.run(() -> {
        accounts.wellAgain();
        booking.apply(truth);
      }));
      return Optional.empty();
    } catch (StripeTrouble trouble) {
      return troubled(trouble);
    }
  }

  /** Notes why Stripe could not be asked. */
  Optional<StripeTrouble.Why> troubled(StripeTrouble trouble) {
    if (trouble.mayPass()) {
      transactions.run(() -> accounts.trouble(trouble.why()));
    }
    return Optional.of(trouble.why());
  }

  /** Asks Stripe something; a local without a key is answered as if Stripe did not know it. */
  <T> T ask(Function<StripeAnswers, T> question) {
    StripeKey key = transactions.read(accounts::key).orElseThrow(() -> new StripeTrouble(StripeTrouble.Why.KEY));
    return question.apply(door.with(key));
  }
}
