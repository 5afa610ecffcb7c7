// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands in for Stripe beside a product that is killed: a server of its own that outlives it, speaks what the product asks for
 * payments that are made once, as the reference at docs.stripe.com/api has it, and makes the messages that tell of them. Pages
 * are paid when {@link #payOne} says so, one in five never; of one payment in three the fee is reckoned some time after it, and
 * of one in three but one message tells. It lists no messages of the past, so that the product learns of a payment by a message
 * or not at all.
 */
final class StripeStandIn implements AutoCloseable {
  /** The key of its one account. */
  static final String KEY = "sk_live_" + "standin".repeat(3);
  /** What it signs messages with. */
  static final String SIGNS = "whsec_" + "standin".repeat(3);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern PAIR = Pattern.compile("([^&=]+)=([^&]*)");
  private static final int UNPAID_OF = 5;
  private static final int LATE_OF = 3;
  private final HttpServer server;
  private final Map<String, Page> byName = new HashMap<>();
  private final Map<String, Remembered> byKey = new HashMap<>();
  private final List<Page> pages = new ArrayList<>();
  private final List<Message> told = new ArrayList<>();
  private final List<Message> waiting = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  StripeStandIn() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("stripe-", 1).factory()));
    server.createContext("/", this::answer);
    server.start();
  }

  /** Where it answers. */
  String url() { return "http://127.0.0.1:" + server.getAddress().getPort(); }

  @Override
  public void close() { server.stop(0); }

  /** A page on which a card pays, and what came of it. */
  private static final class Page {
    final int number;
    final Map<String, String> sent;
    final Instant made = Instant.now();
    boolean paid;
    boolean reckoned;

    Page(int number, Map<String, String> sent) {
      this.number = number;
      this.sent = sent;
    }

    String name(String kind) { return kind + "_standin" + number; }

    String intent() { return sent.getOrDefault("client_reference_id", ""); }

    String currency() { return sent.getOrDefault("line_items[0][price_data][currency]", ""); }

    long amount() { return Long.parseLong(sent.getOrDefault("line_items[0][price_data][unit_amount]", "0")); }

    long fee() { return amount() * 29 / 1_000 + 30; }

    boolean neverPaid() { return number % UNPAID_OF == 0; }

    boolean late() { return number % LATE_OF == 0; }

    boolean toldOnce() { return !late() && number % 2 == 0; }
  }

  /** A message, as it is sent each time. */
  record Message(String id, String body) {}

  /**
   * What came of a page.
   *
   * @param intent the product's identity of it
   * @param amount what was paid, in minor units; 0 if nothing was
   * @param fee what was kept of that
   */
  record Outcome(UUID intent, long amount, long fee) {}

  /**
   * All that came of it.
   *
   * @param told how many messages were made
   */
  record Report(int told, List<Outcome> outcomes) {
    /** Writes it into a file, which is there whole or not at all. */
    void write(Path file) throws IOException {
      Path half = file.resolveSibling(file.getFileName() + ".half");
      Files.write(half, JSON.writeValueAsBytes(this));
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static Report read(Path file) throws IOException { return JSON.readValue(Files.readAllBytes(file), Report.class); }
  }

  private record Remembered(Map<String, String> sent, Map<String, ?> answer) {}

  private record Answer(int status, Map<String, ?> body) {}

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answer(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(),
          exchange.getRequestHeaders().getFirst("Authorization"), sent(exchange),
          Optional.ofNullable(exchange.getRequestHeaders().getFirst("Idempotency-Key")).orElse(""));
      byte[] body = JSON.writeValueAsBytes(answer.body());
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static Map<String, String> sent(HttpExchange exchange) throws IOException {
    var sent = new TreeMap<String, String>();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    PAIR.matcher(body)
        .results()
        .forEach(pair -> sent.put(URLDecoder.decode(pair.group(1), StandardCharsets.UTF_8),
            URLDecoder.decode(pair.group(2), StandardCharsets.UTF_8)));
    return sent;
  }

  private synchronized Answer answer(String question, @Nullable String authorization, Map<String, String> sent,
      String key) {
    if (!("Bearer " + KEY).equals(authorization)) {
      return error(401, "api_key_invalid");
    }
    String asked = question.substring(question.lastIndexOf('/') + 1);
    String of = question.substring(0, question.lastIndexOf('/'));
    return switch (question) {
      case "GET /v1/account" -> new Answer(200, Map.of("id", "acct_standin", "object", "account", "charges_enabled",
          true, "default_currency", "eur"));
      case "GET /v1/balance" ->
        new Answer(200, Map.of("object", "balance", "livemode", true, "available", List.of(), "pending", List.of()));
      case "GET /v1/events" ->
        new Answer(200, Map.of("object", "list", "url", "/v1/events", "has_more", false, "data", List.of()));
      case "POST /v1/checkout/sessions" -> open(sent, key);
      default -> switch (of) {
        case "GET /v1/checkout/sessions" -> one(asked, this::session);
        case "GET /v1/payment_intents" -> one(asked, this::paymentIntent);
        case "GET /v1/charges" -> one(asked, this::charge);
        default -> {
          faults.add("the product asks what nobody expected: " + question);
          yield error(404, "resource_missing");
        }
      };
    };
  }

  private static Answer error(int status, String code) {
    return new Answer(status,
        Map.of("error", Map.of("type", "invalid_request_error", "code", code, "message", "no")));
  }

  private Answer one(String name, Function<Page, Map<String, ?>> as) {
    Page page = byName.get(name);
    return page == null ? error(404, "resource_missing") : new Answer(200, as.apply(page));
  }

  /** The same key is the same page, as long as the same is asked. */
  private Answer open(Map<String, String> sent, String key) {
    Remembered before = byKey.get(key);
    if (before != null && !before.sent().equals(sent)) {
      faults.add("the same key came with another question");
      return error(400, "idempotency_error");
    }
    if (before != null) {
      return new Answer(200, before.answer());
    }
    var page = new Page(pages.size() + 1, Map.copyOf(sent));
    pages.add(page);
    for (String kind : List.of("cs_live", "pi", "ch")) {
      byName.put(page.name(kind), page);
    }
    Map<String, ?> answer = session(page);
    if (key.isEmpty()) {
      faults.add("a page was opened without a key");
    } else {
      byKey.put(key, new Remembered(sent, answer));
    }
    return new Answer(200, answer);
  }

  private Map<String, ?> session(Page page) {
    var session = made(page, "cs_live", "checkout.session");
    session.put("mode", "payment");
    session.put("client_reference_id", page.intent());
    session.put("amount_total", page.amount());
    session.put("currency", page.currency());
    session.put("status", page.paid ? "complete" : "open");
    session.put("payment_status", page.paid ? "paid" : "unpaid");
    if (page.paid) {
      session.put("payment_intent", page.name("pi"));
    } else {
      session.put("url", "https://checkout.stripe.com/c/pay/" + page.name("cs_live"));
    }
    return session;
  }

  private Map<String, ?> paymentIntent(Page page) {
    var intent = made(page, "pi", "payment_intent");
    intent.put("amount", page.amount());
    intent.put("amount_received", page.paid ? page.amount() : 0);
    intent.put("currency", page.currency());
    intent.put("status", page.paid ? "succeeded" : "requires_payment_method");
    intent.put("metadata",
        Map.of("groundwork", page.sent.getOrDefault("payment_intent_data[metadata][groundwork]", "")));
    if (page.paid) {
      var charge = new LinkedHashMap<String, Object>(charge(page));
      if (page.reckoned) {
        charge.put("balance_transaction", Map.of("id", page.name("txn"), "object", "balance_transaction", "amount",
            page.amount(), "fee", page.fee(), "net", page.amount() - page.fee(), "currency", page.currency()));
      }
      intent.put("latest_charge", charge);
    }
    return intent;
  }

  private Map<String, ?> charge(Page page) {
    var charge = made(page, "ch", "charge");
    charge.put("amount", page.amount());
    charge.put("amount_captured", page.amount());
    charge.put("amount_refunded", 0);
    charge.put("currency", page.currency());
    charge.put("payment_intent", page.name("pi"));
    charge.put("disputed", false);
    charge.put("paid", page.paid);
    if (page.reckoned) {
      charge.put("balance_transaction", page.name("txn"));
    }
    return charge;
  }

  private static Map<String, Object> made(Page page, String prefix, String kind) {
    var made = new LinkedHashMap<String, Object>();
    made.put("id", page.name(prefix));
    made.put("object", kind);
    made.put("created", page.made.getEpochSecond());
    made.put("livemode", true);
    return made;
  }

  /** Some payer pays, or some fee is reckoned, if there is any left; answers whether there was. */
  synchronized boolean payOne(Random chance) {
    List<Page> open = pages.stream().filter(each -> !each.neverPaid() && !(each.paid && each.reckoned)).toList();
    if (open.isEmpty()) {
      return false;
    }
    Page page = open.get(chance.nextInt(open.size()));
    if (!page.paid) {
      page.paid = true;
      page.reckoned = !page.late();
      tell("checkout.session.completed", session(page));
      if (!page.toldOnce()) {
        tell("charge.succeeded", charge(page));
      }
    } else {
      page.reckoned = true;
    }
    if (page.reckoned && !page.toldOnce()) {
      tell("charge.updated", charge(page));
    }
    return true;
  }

  private void tell(String kind, Map<String, ?> object) {
    var message = message("evt_standin" + (told.size() + 1), kind, object);
    told.add(message);
    waiting.add(message);
  }

  private static Message message(String id, String kind, Map<String, ?> object) {
    var body = new LinkedHashMap<String, Object>();
    body.put("id", id);
    body.put("object", "event");
    body.put("type", kind);
    body.put("created", Instant.now().getEpochSecond());
    body.put("livemode", true);
    body.put("data", Map.of("object", object));
    return new Message(id, JSON.writeValueAsString(body));
  }

  /** Says under a name that a page was paid on which nobody did or will; of no page at all if there is none such. */
  synchronized Message untrue(String id, Random chance) {
    List<Page> never = pages.stream().filter(Page::neverPaid).toList();
    if (never.isEmpty()) {
      return message(id, "checkout.session.completed", Map.of("id", "cs_live_nowhere", "object", "checkout.session"));
    }
    Page page = never.get(chance.nextInt(never.size()));
    var session = new LinkedHashMap<String, Object>(session(page));
    session.put("status", "complete");
    session.put("payment_status", "paid");
    session.put("payment_intent", page.name("pi"));
    return message(id, "checkout.session.completed", session);
  }

  /** Any message that is to be sent, whichever was made first; nobody else is given it until it is {@link #putBack}. */
  synchronized Optional<Message> next(Random chance) {
    return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.remove(chance.nextInt(waiting.size())));
  }

  /** A message was not taken and is to be sent another time. */
  synchronized void putBack(Message message) {
    waiting.add(message);
  }

  /** How many messages it made. */
  synchronized int told() { return told.size(); }

  /** What came of each page. */
  synchronized Report report() {
    return new Report(told.size(), pages.stream()
        .map(each -> new Outcome(UUID.fromString(each.intent()), each.paid ? each.amount() : 0,
            each.paid ? each.fee() : 0))
        .toList());
  }

  /** What the product asked and should not have. */
  synchronized List<String> faults() { return List.copyOf(faults); }
}
