// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands in for Stripe: a server of its own that speaks as much of its interface as the product uses, as its reference
 * (docs.stripe.com/api) describes it. Each test has an account of its own there. It can be down, slow to answer in that it hangs
 * up after it has done what it was asked, and refuse a key.
 */
public final class FakeStripe {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final class Shared {
    static final FakeStripe STRIPE = new FakeStripe();
  }

  private final HttpServer server;
  private final Map<String, FakeStripeAccount> byKey = new ConcurrentHashMap<>();

  private FakeStripe() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("stripe-", 1).factory()));
    server.createContext("/", this::answer);
    server.start();
  }

  /** The one of this JVM. */
  public static FakeStripe shared() { return Shared.STRIPE; }

  /** Where it answers. */
  public String url() { return "http://127.0.0.1:" + server.getAddress().getPort(); }

  /** A new account that keeps a currency. */
  public FakeStripeAccount account(String currency) {
    var account = new FakeStripeAccount(currency);
    byKey.put(account.key(), account);
    return account;
  }

  /** Another key of an account. */
  public void alsoKnows(String key, FakeStripeAccount account) {
    byKey.put(key, account);
  }

  /** What goes wrong. */
  public enum Trouble {
    /** An error of Stripe's own. */
    ERROR_500,
    /** Asked too often. */
    RATE_429,
    /** The connection ends before anything is done. */
    HANG_UP_BEFORE,
    /** The connection ends after it is done. */
    HANG_UP_AFTER,
    /** The key was revoked. */
    REVOKED,
    /** The key may not do this. */
    FORBIDDEN,
    /** An answer that is no JSON. */
    NONSENSE
  }

  /** An answer. */
  record Answered(int status, Map<String, ?> body) {
    static Answered error(int status, String type, String code, String message) {
      return new Answered(status, Map.of("error", Map.of("type", type, "code", code, "message", message)));
    }
  }

  /** What is asked: method, path and what was sent, by name. */
  record Asked(String method, String path, Map<String, String> sent, Optional<String> idempotency) {}

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String authorization = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
      var account = Optional.ofNullable(byKey.get(authorization.replace("Bearer ", "")));
      var asked = new Asked(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), sent(exchange),
          Optional.ofNullable(exchange.getRequestHeaders().getFirst("Idempotency-Key")));
      Optional<Trouble> trouble = account.flatMap(each -> each.troubles().next());
      if (trouble.filter(Trouble.HANG_UP_BEFORE::equals).isPresent()) {
        return;
      }
      Answered answered = trouble.flatMap(FakeStripe::instead)
          .orElseGet(() -> account.isEmpty()
              ? Answered.error(401, "invalid_request_error", "api_key_invalid",
                  "Invalid API Key provided: " + authorization)
              : account.get().answer(asked));
      if (trouble.filter(Trouble.HANG_UP_AFTER::equals).isPresent()) {
        return;
      }
      byte[] body = trouble.filter(Trouble.NONSENSE::equals).isPresent()
          ? "<html>away</html>".getBytes(StandardCharsets.UTF_8)
          : JSON.writeValueAsBytes(answered.body());
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(answered.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static Optional<Answered> instead(Trouble trouble) {
    return switch (trouble) {
      case ERROR_500 -> Optional.of(Answered.error(500, "api_error", "api_error", "Something is wrong on our end"));
      case RATE_429 -> Optional.of(Answered.error(429, "invalid_request_error", "rate_limit", "Too many requests"));
      case REVOKED -> Optional.of(Answered.error(401, "invalid_request_error", "api_key_expired",
          "Expired API Key provided: sk_test_secret-of-the-test"));
      case FORBIDDEN -> Optional.of(Answered.error(403, "invalid_request_error", "more_permissions_required",
          "The provided key does not have the required permissions"));
      case HANG_UP_BEFORE, HANG_UP_AFTER, NONSENSE -> Optional.empty();
    };
  }

  private static Map<String, String> sent(HttpExchange exchange) throws IOException {
    var all = new TreeMap<String, String>();
    String query = exchange.getRequestURI().getRawQuery();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    for (String text : new String[]{query == null ? "" : query, body}) {
      for (String pair : text.split("&", -1)) {
        if (!pair.isEmpty()) {
          String[] parts = pair.split("=", 2);
          all.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
              parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
      }
    }
    return all;
  }

  /** What goes wrong next, and then for good. */
  public static final class Troubles {
    private final Deque<Trouble> coming = new ArrayDeque<>();
    private Optional<Trouble> always = Optional.empty();

    /** The next request meets this, and the one after it the next. */
    public synchronized void next(Trouble... troubles) {
      coming.addAll(java.util.List.of(troubles));
    }

    /** Every request meets this until it is over. */
    public synchronized void always(Trouble trouble) {
      always = Optional.of(trouble);
    }

    /** All is well again. */
    public synchronized void over() {
      always = Optional.empty();
      coming.clear();
    }

    synchronized Optional<Trouble> next() { return coming.isEmpty() ? always : Optional.of(coming.removeFirst()); }
  }
}
