// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.groundwork.ledger.Balance;
import org.groundwork.ledger.Balances;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.money.Money;
import org.groundwork.roll.People;
import org.groundwork.support.FakeStripe;
import org.groundwork.support.FakeStripeAccount;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.StepByStep;
import tools.jackson.databind.json.JsonMapper;

/** A local with open books and an account at the Stripe of tests, connected and offered to members. */
final class CardLocal {
  static final String SIGNS = "whsec_testsecret0001";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  final FoundedLocal local;
  final FakeStripeAccount stripe;
  final Currency currency;

  private CardLocal(FoundedLocal local, FakeStripeAccount stripe, Currency currency) {
    this.local = local;
    this.stripe = stripe;
    this.currency = currency;
  }

  static CardLocal of(FoundedLocal local) { return of(local, "USD"); }

  static CardLocal of(FoundedLocal local, String currency) {
    openBooks(local, currency);
    FakeStripeAccount stripe = FakeStripe.shared().account(currency);
    local.as(local.founder(),
        () -> part(CardSetup.class).keep(StripeKey.read(stripe.key()).orElseThrow(), "Contribution"));
    local.write(() -> {
      part(CardAccounts.class).sign(SIGNS);
      part(CardAccounts.class).offer(true);
      return true;
    });
    return new CardLocal(local, stripe, Currency.getInstance(currency));
  }

  /** Connected with a key of tests. */
  static CardLocal tried(FoundedLocal local) {
    openBooks(local, "USD");
    FakeStripeAccount stripe = FakeStripe.shared().account("USD");
    String key = stripe.key().replace("_live_", "_test_");
    stripe.tests();
    FakeStripe.shared().alsoKnows(key, stripe);
    local.as(local.founder(), () -> part(CardSetup.class).keep(StripeKey.read(key).orElseThrow(), "Contribution"));
    local.write(() -> {
      part(CardAccounts.class).sign(SIGNS);
      part(CardAccounts.class).offer(true);
      return true;
    });
    return new CardLocal(local, stripe, Currency.getInstance("USD"));
  }

  static void openBooks(FoundedLocal local, String currency) {
    local.write(() -> part(Books.class).open(
        new Book(Currency.getInstance(currency), Month.JANUARY, today().minusYears(1).withDayOfYear(1)), Locale.ENGLISH,
        new Books.FundNames("General fund", "Strike fund", "Hardship fund")));
  }

  static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  static LocalDate today() { return LocalDate.now(Product.shared().clock().withZone(ZoneId.of("America/New_York"))); }

  UUID member() {
    return local.write(() -> part(People.class).addMember(part(ChangeSets.class).open("founding"),
        new People.Known("Member", Optional.empty(), Optional.empty(), "")));
  }

  CardPaying.Wanted wanted(UUID person, CardIntent.Kind kind, int every, long amount) {
    UUID form = UUID.randomUUID();
    return new CardPaying.Wanted(form, person, kind, every, new Money(amount, currency), "en",
        "http://localhost" + local.path("card-payments/me/" + form));
  }

  /** Writes it down; nothing is asked of Stripe. */
  UUID begun(UUID person, CardIntent.Kind kind, int every, long amount) {
    var wanted = wanted(person, kind, every, amount);
    CardPaying.Begun begun = local.write(() -> part(CardPaying.class).begin(wanted, today()));
    if (!(begun instanceof CardPaying.Begun.Yes)) {
      throw new AssertionError("not begun: " + begun);
    }
    return wanted.form();
  }

  /** Writes it down and opens the page; answers the session. */
  String opened(UUID intent) {
    Optional<StripeTrouble.Why> trouble = local.as(local.founder(), () -> part(CardPaying.class).open(intent));
    if (trouble.isPresent()) {
      throw new AssertionError("not opened: " + trouble);
    }
    return find(intent).session().orElseThrow();
  }

  /** Dues of somebody, begun and open at Stripe. */
  String dues(UUID person, long amount) {
    return opened(begun(person, CardIntent.Kind.DUES, 0, amount));
  }

  CardIntent find(UUID intent) { return local.read(() -> part(CardIntents.class).find(intent)).orElseThrow(); }

  CardIntent ofSession(String session) { return find(UUID.fromString(stripe.said(session, "client_reference_id"))); }

  List<CardPayment> payments(UUID intent) { return local.read(() -> part(CardPayments.class).of(intent, 100)); }

  CardAccount account() { return local.read(() -> part(CardAccounts.class).find()).orElseThrow(); }

  /** Works off what Stripe told, each message once, as its job does. */
  void hear() {
    for (FakeStripeAccount.Told told : stripe.told()) {
      hear(told);
    }
  }

  void hear(FakeStripeAccount.Told told) {
    CardEvent event = event(told);
    local.write(() -> part(CardWorker.Stores.class).events().take(event));
    local.as(local.founder(), () -> {
      new CardEventJob(part(org.groundwork.platform.tenancy.Transactions.class), part(CardWorker.Stores.class).events(),
          part(CardWorker.class)).run(new StepByStep(), new CardEventJob.Of(event.id()));
      return true;
    });
  }

  static CardEvent event(FakeStripeAccount.Told told) {
    return new CardEvent(told.id(), told.kind(), told.object(), Product.shared().clock().instant());
  }

  /** Asks Stripe for what was missed, as the daily job does. */
  void round(boolean missed) {
    local.as(local.founder(), () -> {
      part(CardRound.class).run(new StepByStep(), new CardRound.Of(missed));
      return true;
    });
  }

  /** Sends a message as Stripe does; answers the status. */
  int send(FakeStripeAccount.Told told) {
    return send(JSON.writeValueAsString(told.event()), SIGNS);
  }

  int send(String body, String secret) {
    return send(body, Optional.of(signature(body, secret, Product.shared().clock().instant().getEpochSecond())));
  }

  int send(String body, Optional<String> signature) { return send(local.handle(), body, signature); }

  static int send(String handle, String body, Optional<String> signature) {
    var request = HttpRequest.newBuilder(Product.shared().url().resolve(URI.create("/hooks/cards/" + handle)))
        .timeout(Duration.ofSeconds(30))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
    signature.ifPresent(each -> request.header("Stripe-Signature", each));
    try {
      var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (!answer.body().isEmpty()) {
        throw new AssertionError("the door for messages says something: " + answer.body());
      }
      return answer.statusCode();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** How Stripe signs: docs.stripe.com/webhooks, "Verify webhook signatures manually". */
  static String signature(String body, String secret, long second) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] hash = mac.doFinal((second + "." + body).getBytes(StandardCharsets.UTF_8));
      return "t=" + second + ",v1=" + HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String json(FakeStripeAccount.Told told) { return JSON.writeValueAsString(told.event()); }

  static void await(BooleanSupplier done) {
    long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new AssertionError("it does not come to an end");
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** Debit less credit of an account, over all funds. */
  long balance(UsedFor use) {
    return local.read(() -> {
      UUID account = part(Books.class).account(use).id();
      return part(Balances.class).until(YearMonth.of(9999, 12))
          .stream()
          .filter(each -> each.account().equals(account))
          .mapToLong(Balance::amount)
          .sum();
    });
  }

  /** Complaints about the books; nothing when they are in order. */
  List<String> faults() {
    return local.read(() -> {
      var faults = new java.util.ArrayList<>(part(Balances.class).faults());
      long all = part(Balances.class).until(YearMonth.of(9999, 12)).stream().mapToLong(Balance::amount).sum();
      if (all != 0) {
        faults.add("the books come to " + all);
      }
      return faults;
    });
  }
}
