// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.gifts.Caps;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Transactions;

/**
 * A member pays by card. First what they want is written down and committed; then Stripe is asked, outside of a transaction and
 * under a key that is made of what was written down; then its answer is written. So whatever is clicked twice, breaks off or
 * is killed in between leads to the same page at Stripe, and nothing is paid twice.
 */
public final class CardPaying {
  /** So long Stripe may be asked for what was written down: it knows a key for a day. */
  static final Duration ASKABLE = Duration.ofHours(22);
  private final Transactions transactions;
  private final Clock clock;
  private final CardAccounts accounts;
  private final CardIntents intents;
  private final CardWorker worker;
  private final Caps caps;

  CardPaying(Transactions transactions, Clock clock, CardAccounts accounts, CardIntents intents, CardWorker worker,
      Caps caps) {
    this.transactions = transactions;
    this.clock = clock;
    this.accounts = accounts;
    this.intents = intents;
    this.worker = worker;
    this.caps = caps;
  }

  /**
   * What somebody wants to pay.
   *
   * @param form the identity of the form, and of what comes of it: sent twice, it is one
   * @param every 0 for once; a gift is given once
   * @param locale the payer’s language
   * @param backTo where Stripe sends the payer afterwards: a whole address
   */
  public record Wanted(UUID form, UUID person, CardIntent.Kind kind, int every, Money money, String locale,
      String backTo) {}

  /** What became of it. Nothing was written unless it says so. */
  public sealed interface Begun {
    /** It is written down, now or when the form was sent before. */
    record Yes() implements Begun {}

    /** The local does not offer it. */
    record NotOffered() implements Begun {}

    /** Something of theirs repeats already, or waits to. */
    record Repeats(UUID already) implements Begun {}

    /** It is more than they may give beside dues. */
    record OverCap(long room, int months) implements Begun {}

    /** Stripe cannot be told this sum. */
    record NoSuchSum(StripeSums.Reckoned why) implements Begun {}
  }

  /** Writes it down. Runs inside the caller’s transaction. */
  public Begun begin(Wanted wanted, LocalDate today) {
    Optional<CardAccount> account = accounts.find().filter(CardAccount::on);
    if (account.isEmpty()) {
      return new Begun.NotOffered();
    }
    if (!(StripeSums.toStripe(wanted.money()) instanceof StripeSums.Reckoned.Exact(long sum))) {
      return new Begun.NoSuchSum(StripeSums.toStripe(wanted.money()));
    }
    if (wanted.kind() == CardIntent.Kind.GIFT) {
      Optional<Caps.Room> room = caps.room(wanted.person(), today);
      if (room.filter(each -> each.amount() < wanted.money().minor()).isPresent()) {
        return new Begun.OverCap(room.get().amount(), room.get().months());
      }
    }
    var request = new CardIntent.Request(account.get().id(), sum, wanted.money().currency().getCurrencyCode(),
        account.get().description(), wanted.locale(), wanted.backTo());
    boolean begun = intents.begin(new CardIntent(wanted.form(), Optional.of(wanted.person()), wanted.kind(),
        wanted.every(), wanted.money().minor(), CardIntent.State.ASKED, clock.instant(), account.get().live(), request,
        Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty(), false));
    Optional<CardIntent> repeating = wanted.every() > 0 ? intents.repeating(wanted.person()) : Optional.empty();
    return begun || repeating.isEmpty() || repeating.get().id().equals(wanted.form())
        ? new Begun.Yes()
        : new Begun.Repeats(repeating.get().id());
  }

  /** Opens the page at Stripe for what was written down, unless it is open; answers why that did not work. */
  public Optional<StripeTrouble.Why> open(UUID id) {
    Optional<CardIntent> found = transactions.read(() -> intents.find(id))
        .filter(each -> each.state() == CardIntent.State.ASKED);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    CardIntent intent = found.get();
    Instant last = intent.askedAt().plus(ASKABLE);
    boolean ours = transactions.read(accounts::find)
        .filter(each -> each.id().equals(intent.request().account()))
        .isPresent();
    if (!ours || clock.instant().isAfter(last)) {
      transactions.run(() -> intents.become(id, CardIntent.State.EXPIRED, CardIntent.State.ASKED));
      return Optional.empty();
    }
    try {
      StripeAnswers.Opened page = worker.ask(stripe -> stripe.open(intent));
      transactions.run(() -> {
        intents.opened(id, page);
        accounts.wellAgain();
      });
      return Optional.empty();
    } catch (StripeTrouble trouble) {
      if (!trouble.mayPass()) {
        transactions.run(() -> intents.refused(id, trouble.why()));
      }
      return worker.troubled(trouble);
    }
  }

  /** Closes the page of what nobody wants to pay any more; what was paid meanwhile counts as paid. */
  public Optional<StripeTrouble.Why> letGo(UUID id) {
    Optional<String> page = transactions.write(() -> {
      intents.become(id, CardIntent.State.EXPIRED, CardIntent.State.ASKED);
      return intents.find(id).filter(each -> each.state() == CardIntent.State.OPEN).flatMap(CardIntent::session);
    });
    if (page.isEmpty()) {
      return Optional.empty();
    }
    try {
      worker.ask(stripe -> {
        stripe.close(page.get());
        return page;
      });
      transactions.run(() -> intents.become(id, CardIntent.State.EXPIRED, CardIntent.State.OPEN));
      return Optional.empty();
    } catch (StripeTrouble trouble) {
      return trouble.mayPass() ? worker.troubled(trouble) : worker.look(id);
    }
  }

  /** Ends what repeats. If Stripe cannot be asked now, that is written down and done as soon as it can. */
  public Optional<StripeTrouble.Why> stop(UUID id) {
    transactions.run(() -> intents.become(id, CardIntent.State.STOPPING, CardIntent.State.RUNNING));
    return end(id);
  }

  /** Tells Stripe to end what is to end. */
  Optional<StripeTrouble.Why> end(UUID id) {
    Optional<CardIntent> ending = ending(id);
    if (ending.isPresent() && ending.get().subscription().isEmpty()) {
      Optional<StripeTrouble.Why> trouble = worker.look(id);
      if (trouble.isPresent()) {
        return trouble;
      }
      ending = ending(id);
    }
    Optional<String> subscription = ending.flatMap(CardIntent::subscription);
    if (subscription.isEmpty()) {
      return Optional.empty();
    }
    try {
      worker.ask(stripe -> {
        stripe.end(subscription.get());
        return subscription;
      });
    } catch (StripeTrouble trouble) {
      if (trouble.why() != StripeTrouble.Why.GONE) { // gone: it has ended before
        return worker.troubled(trouble);
      }
    }
    transactions.run(() -> {
      intents.become(id, CardIntent.State.STOPPED, CardIntent.State.STOPPING);
      accounts.wellAgain();
    });
    return Optional.empty();
  }

  private Optional<CardIntent> ending(UUID id) {
    return transactions.read(() -> intents.find(id)).filter(each -> each.state() == CardIntent.State.STOPPING);
  }
}
