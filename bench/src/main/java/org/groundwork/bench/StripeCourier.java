// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Takes messages of {@link StripeStandIn} to a product that may be killed meanwhile: in any order, some twice at once, some again
 * after they were taken, and whatever was not taken another time, signed anew, as Stripe does. Between them it sends messages
 * that nobody signed, or nobody who may, or long ago, or that were changed since; and some that are signed and untrue.
 */
final class StripeCourier {
  private static final int HANDS = 3;
  private static final int LONGEST_PAUSE = 15;
  private static final int REFUSED = 400;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final long LONG_AGO_SECONDS = 400;
  private final StripeStandIn stripe;
  private final Random chances;
  private final HttpClient client = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(PATIENCE)
      .build();
  private final List<StripeStandIn.Message> taken = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final AtomicInteger names = new AtomicInteger();
  private final AtomicInteger again = new AtomicInteger();
  private final AtomicInteger forged = new AtomicInteger();
  private final AtomicInteger cut = new AtomicInteger();

  StripeCourier(StripeStandIn stripe, Random chances) {
    this.stripe = stripe;
    this.chances = chances;
  }

  /** How a message is false. */
  private enum Forgery {
    OTHER_SECRET, CHANGED, LONG_AGO, UNSIGNED
  }

  /** Pays and carries to an address until it is closed. */
  Round round(URI hook) { return new Round(hook); }

  /** Some hands that carry. */
  final class Round implements AutoCloseable {
    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS);
    private final List<Future<?>> working = new ArrayList<>();

    private Round(URI hook) {
      for (int hand = 0; hand < HANDS; hand++) {
        var chance = new Random(chances.nextLong());
        working.add(hands.submit(() -> {
          while (!Thread.currentThread().isInterrupted()) {
            something(hook, chance);
          }
        }));
      }
    }

    @Override
    public void close() {
      hands.shutdownNow();
      hands.close();
      for (Future<?> each : working) {
        try {
          each.get();
        } catch (ExecutionException e) {
          throw new IllegalStateException("what carries messages broke off", e);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException(e);
        }
      }
    }
  }

  private void something(URI hook, Random chance) {
    try {
      switch (chance.nextInt(8)) {
        case 0, 1 -> stripe.payOne(chance);
        case 2 -> onceMore(hook, chance);
        case 3 -> forge(hook, chance);
        default -> carry(hook, chance);
      }
      Thread.sleep(chance.nextInt(LONGEST_PAUSE));
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** Has everybody pay, and carries until all is taken; then sends some of it again, and forged ones. */
  void finish(URI hook) throws InterruptedException {
    var chance = new Random(chances.nextLong());
    boolean more = true;
    while (more) {
      more = stripe.payOne(chance);
    }
    long end = System.nanoTime() + LONG.toNanos();
    while (taken() < stripe.told()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("messages are not taken");
      }
      if (!carry(hook, chance)) {
        Thread.sleep(1_000); // too many in this minute, mostly
      }
    }
    for (int times = 0; times < 50; times++) {
      onceMore(hook, chance);
      forge(hook, chance);
    }
  }

  /** Carries a message, sometimes twice at once; answers whether it is taken, or there was none. */
  private boolean carry(URI hook, Random chance) throws InterruptedException {
    Optional<StripeStandIn.Message> next = stripe.next(chance);
    if (next.isEmpty()) {
      return true;
    }
    var message = next.get();
    boolean arrived = false;
    try {
      var posts = new ArrayList<CompletableFuture<OptionalInt>>();
      posts.add(post(hook, message.body(), signature(message.body(), StripeStandIn.SIGNS, 0)));
      if (chance.nextInt(4) == 0) {
        posts.add(post(hook, message.body(), signature(message.body(), StripeStandIn.SIGNS, 0)));
        again.incrementAndGet();
      }
      for (var each : posts) {
        arrived |= accepted(each.get(), "a message");
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      if (arrived) {
        take(message);
      } else {
        stripe.putBack(message);
      }
    }
    return arrived;
  }

  private void onceMore(URI hook, Random chance) throws InterruptedException {
    Optional<StripeStandIn.Message> before = anyTaken(chance);
    if (before.isPresent()) {
      String body = before.get().body();
      again.incrementAndGet();
      accepted(wait(post(hook, body, signature(body, StripeStandIn.SIGNS, 0))), "a message that was taken before");
    }
  }

  private void forge(URI hook, Random chance) throws InterruptedException {
    int how = chance.nextInt(Forgery.values().length + 1);
    if (how == Forgery.values().length) {
      String body = stripe.untrue("evt_untrue" + names.incrementAndGet(), chance).body();
      accepted(wait(post(hook, body, signature(body, StripeStandIn.SIGNS, 0))), "a message that is signed");
      return;
    }
    String body = stripe.untrue("evt_forged" + names.incrementAndGet(), chance).body();
    Optional<String> signature = switch (Forgery.values()[how]) {
      case OTHER_SECRET -> signature(body, "whsec_" + "somebody".repeat(2), 0);
      case CHANGED -> signature(body.replace("evt_forged", "evt_standin"), StripeStandIn.SIGNS, 0);
      case LONG_AGO -> signature(body, StripeStandIn.SIGNS, LONG_AGO_SECONDS);
      case UNSIGNED -> Optional.empty();
    };
    forged.incrementAndGet();
    OptionalInt status = wait(post(hook, body, signature));
    if (status.isPresent() && status.getAsInt() / 100 == 2) {
      fault("a forged message was taken: " + Forgery.values()[how]);
    }
  }

  /** Whether it was taken; that a message of Stripe is refused for good is a fault. */
  private boolean accepted(OptionalInt status, String what) {
    if (status.isPresent() && status.getAsInt() == REFUSED) {
      fault(what + " was refused");
    }
    return status.isPresent() && status.getAsInt() / 100 == 2;
  }

  private static OptionalInt wait(Future<OptionalInt> post) throws InterruptedException {
    try {
      return post.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The status; empty if there was no answer because the product was killed, or is gone already. */
  private CompletableFuture<OptionalInt> post(URI hook, String body, Optional<String> signature) {
    var request = HttpRequest.newBuilder(hook)
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
    signature.ifPresent(each -> request.header("Stripe-Signature", each));
    return client.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding())
        .handle((answer, trouble) -> {
          if (trouble == null) {
            return OptionalInt.of(answer.statusCode());
          }
          Throwable why = trouble.getCause() == null ? trouble : trouble.getCause();
          if (!(why instanceof IOException)) {
            fault("a message could not be sent: " + why);
          } else if (!(why instanceof ConnectException)) {
            cut.incrementAndGet();
          }
          return OptionalInt.empty();
        });
  }

  /** How Stripe signs: docs.stripe.com/webhooks, "Verify webhook signatures manually". */
  private static Optional<String> signature(String body, String secret, long secondsAgo) {
    try {
      long second = Instant.now().getEpochSecond() - secondsAgo;
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] hash = mac.doFinal((second + "." + body).getBytes(StandardCharsets.UTF_8));
      return Optional.of("t=" + second + ",v1=" + HexFormat.of().formatHex(hash));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private synchronized void take(StripeStandIn.Message message) { taken.add(message); }

  private synchronized int taken() { return taken.size(); }

  private synchronized Optional<StripeStandIn.Message> anyTaken(Random chance) {
    return taken.isEmpty() ? Optional.empty() : Optional.of(taken.get(chance.nextInt(taken.size())));
  }

  private synchronized void fault(String what) { faults.add(what); }

  /** What the product did with messages and should not have. */
  synchronized List<String> faults() {
    return List.copyOf(faults);
  }

  /** What was carried, in a line. */
  String line() {
    return String.format(Locale.ROOT,
        "%,d messages taken, %,d sent twice or again, %,d forged, %,d cut off by a kill before they were answered",
        taken(), again.get(), forged.get(), cut.get());
  }
}
