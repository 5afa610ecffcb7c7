// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.jobs.JobFailure;
import org.groundwork.platform.jobs.JobKind;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.tenancy.Transactions;

/**
 * What is left to do with Stripe: ends what is to end, works off messages that wait, and once a day, or when somebody asks, finds
 * what was missed: lists the messages since the last time, looks at every page that is open and at what lies there.
 */
final class CardRound implements JobKind<CardRound.Of> {
  /** Every ten minutes. */
  static final String CRON = "0 5/10 * * * *";
  private static final Duration OVERLAP = Duration.ofHours(1);
  /** So far back Stripe lists messages. */
  private static final Duration LISTED = Duration.ofDays(30);
  /** So long a card is tried for an invoice. */
  private static final Duration PAID_WITHIN = Duration.ofDays(45);
  /** So long after it was paid something can be paid back or disputed. */
  private static final Duration GOES_BACK_WITHIN = Duration.ofDays(180);
  private static final Duration OPEN_FOR = Duration.ofMinutes(10);
  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(90);
  private static final int AT_ONCE = 50;
  private static final int MOST_PAGES = 1_000;
  private static final int MOST_ENDED = 500;
  private static final List<CardIntent.State> MAY_BE_PAID = List.of(CardIntent.State.ASKED, CardIntent.State.OPEN,
      CardIntent.State.PENDING);
  private final Transactions transactions;
  private final Clock clock;
  private final CardAccounts accounts;
  private final CardWorker.Stores stores;
  private final CardWorker worker;
  private final CardPaying paying;
  private final Books books;

  CardRound(Transactions transactions, Clock clock, CardAccounts accounts, CardWorker.Stores stores, CardWorker worker,
      CardPaying paying, Books books) {
    this.transactions = transactions;
    this.clock = clock;
    this.accounts = accounts;
    this.stores = stores;
    this.worker = worker;
    this.paying = paying;
    this.books = books;
  }

  /** @param missed whether to look for what was missed */
  record Of(boolean missed) {}

  @Override
  public String name() { return "card-round"; }

  @Override
  public Class<Of> parameters() { return Of.class; }

  @Override
  public Power seenBy() { return Power.KEEP_MONEY; }

  @Override
  public String back(Of of) { return "card-payments"; }

  /** Starts what is due now, if anything is. Inside a transaction of the local. */
  void start(Jobs jobs) {
    Optional<CardAccount> account = accounts.find();
    if (account.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    jobs.startOnce(now.truncatedTo(ChronoUnit.DAYS).toString(), this, new Of(true));
    if (stores.intents().somethingToEnd() || !stores.events().due(1).isEmpty()) {
      jobs.startOnce(now.truncatedTo(ChronoUnit.MINUTES).toString(), this, new Of(false));
    }
  }

  @Override
  public void run(JobContext context, Of of) {
    if (transactions.read(accounts::find).isEmpty()) {
      return;
    }
    try {
      if (of.missed()) {
        transactions.run(stores.intents()::endOfFormerMembers);
      }
      end();
      if (of.missed()) {
        fillGap(context);
        list(context);
        transactions.run(stores.events()::allNow);
      }
      workOff(context);
      if (of.missed()) {
        lookAtOpen(context);
        lies();
        transactions.run(() -> {
          stores.events().forget();
          stores.intents().forget(clock.instant().minus(FORGOTTEN_AFTER));
        });
      }
    } catch (StripeTrouble trouble) {
      worker.troubled(trouble);
      throw new JobFailure("card-pay.trouble." + trouble.why().key());
    }
  }

  /** Stripe cannot be asked: whatever follows would fail the same way. */
  private static void goOnUnless(Optional<StripeTrouble.Why> why) {
    why.filter(each -> new StripeTrouble(each).mayPass())
        .ifPresent(each -> {
          throw new StripeTrouble(each);
        });
  }

  private void end() {
    for (CardIntent each : transactions.read(() -> stores.intents()
        .waiting(List.of(CardIntent.State.STOPPING), clock.instant(), new UUID(0, 0), MOST_ENDED))) {
      goOnUnless(paying.end(each.id()));
    }
    for (CardIntent each : transactions.read(stores.intents()::ofNobody)) {
      goOnUnless(paying.letGo(each.id()));
    }
  }

  /**
   * Where Stripe was not asked for so long that it lists no messages of some days any more: looks at each invoice of what repeats, which
   * Stripe lists for ever, and again at each payment that can have gone back since. Done before the messages are listed, so that it
   * is done again if it breaks off.
   */
  private void fillGap(JobContext context) {
    Instant since = transactions.read(accounts::find).orElseThrow().seenUntil();
    if (!since.isBefore(clock.instant().minus(LISTED))) {
      return;
    }
    eachPage(behind -> stores.intents().subscribed(behind, AT_ONCE), CardIntent::id, intent -> {
      String subscription = intent.subscription().orElseThrow();
      goOnUnless(worker.lookAtSubscription(subscription));
      invoices(context, subscription, since.minus(PAID_WITHIN));
    });
    LocalDate day = LocalDate.ofInstant(since.minus(GOES_BACK_WITHIN), ZoneOffset.UTC);
    eachPage(behind -> stores.payments().since(day, behind, AT_ONCE), CardPayment::id, paid -> {
      goOnUnless(worker.lookAgain(paid.id()));
      context.count("looked", 1);
    });
  }

  private <T> void eachPage(Function<UUID, List<T>> page, Function<T, UUID> id, Consumer<T> work) {
    UUID behind = new UUID(0, 0);
    var some = new ArrayList<T>();
    do {
      UUID after = behind;
      some.clear();
      some.addAll(transactions.read(() -> page.apply(after)));
      for (T each : some) {
        behind = id.apply(each);
        work.accept(each);
      }
    } while (!some.isEmpty());
  }

  private void invoices(JobContext context, String subscription, Instant since) {
    Optional<String> behind = Optional.empty();
    for (int page = 0; page < MOST_PAGES; page++) {
      Optional<String> after = behind;
      StripeAnswers.Invoices some;
      try {
        some = worker.ask(stripe -> stripe.invoices(subscription, since, after));
      } catch (StripeTrouble trouble) {
        goOnUnless(Optional.of(trouble.why()));
        return; // it is of another account, or was never there
      }
      for (String invoice : some.names()) {
        goOnUnless(worker.lookAtInvoice(invoice));
        context.count("looked", 1);
      }
      if (!some.more() || some.names().isEmpty()) {
        return;
      }
      behind = Optional.of(some.names().getLast());
    }
  }

  /** Stripe lists the latest first: what is here is all here once the earliest page is. */
  private void list(JobContext context) {
    Instant begun = clock.instant();
    Instant since = transactions.read(accounts::find).orElseThrow().seenUntil();
    Optional<String> behind = Optional.empty();
    for (int page = 0; page < MOST_PAGES; page++) {
      Optional<String> after = behind;
      StripeAnswers.Some some = worker.ask(stripe -> stripe.events(since, after));
      context.step("", () -> some.events().forEach(each -> {
        if (stores.events().take(each)) {
          context.count("missed", 1);
        }
      }));
      if (!some.more() || some.events().isEmpty()) {
        transactions.run(() -> accounts.seenUntil(begun.minus(OVERLAP)));
        return;
      }
      behind = Optional.of(some.events().getLast().id());
    }
    throw new JobFailure("card-pay.round.too-much", MOST_PAGES);
  }

  private void workOff(JobContext context) {
    List<CardEvent> due = transactions.read(() -> stores.events().due(AT_ONCE));
    while (!due.isEmpty()) {
      for (CardEvent event : due) {
        goOnUnless(worker.work(event, work -> context.step("", work)));
        context.count("done", 1);
      }
      due = transactions.read(() -> stores.events().due(AT_ONCE));
    }
  }

  private void lookAtOpen(JobContext context) {
    Instant before = clock.instant().minus(OPEN_FOR);
    UUID behind = new UUID(0, 0);
    var some = new ArrayList<CardIntent>();
    do {
      UUID after = behind;
      some.clear();
      some.addAll(transactions.read(() -> stores.intents().waiting(MAY_BE_PAID, before, after, AT_ONCE)));
      for (CardIntent each : some) {
        behind = each.id();
        if (each.session().isPresent()) {
          goOnUnless(worker.look(each.id()));
        } else if (clock.instant().isAfter(each.until())) {
          transactions.run(() -> stores.intents().become(each.id(), CardIntent.State.EXPIRED, CardIntent.State.ASKED));
        }
      }
      context.progress(0, 0);
    } while (!some.isEmpty());
  }

  private void lies() {
    Optional<Currency> currency = transactions.read(books::find).map(Book::currency);
    if (currency.isPresent() && StripeSums.knows(currency.get())) {
      StripeAnswers.Lying lying = worker.ask(stripe -> stripe.lying(currency.get()));
      OptionalLong available = StripeSums.fromStripe(lying.available(), currency.get());
      OptionalLong pending = StripeSums.fromStripe(lying.pending(), currency.get());
      if (available.isPresent() && pending.isPresent()) {
        transactions.run(() -> accounts.lies(available.getAsLong(), pending.getAsLong()));
      }
    }
  }
}
