// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.support;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.groundwork.support.FakeStripe.Answered;
import org.groundwork.support.FakeStripe.Asked;
import org.jspecify.annotations.Nullable;

/** An account at the Stripe of tests: what it keeps, and what a payer does there. */
public final class FakeStripeAccount {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final TestClock CLOCK = new TestClock();
  /** Stripe lists messages of thirty days. */
  private static final long LISTED_SECONDS = 30L * 86_400;
  private final String id;
  private final String key;
  private final String currency;
  private final FakeStripe.Troubles troubles = new FakeStripe.Troubles();
  private final Map<String, Map<String, Object>> kept = new LinkedHashMap<>();
  private final Map<String, Remembered> remembered = new HashMap<>();
  private boolean live = true;
  private boolean takes = true;
  private boolean reckons = true;
  private String settles;
  private int made;
  private int asked;

  /** What was answered to a key of idempotency. */
  private record Remembered(Map<String, String> sent, Answered answered) {}

  /** Something Stripe tells. */
  public record Told(String id, String kind, String object, Map<String, Object> event) {}

  FakeStripeAccount(String currency) {
    int number = NUMBER.incrementAndGet();
    id = "acct_Test" + number;
    key = "sk_live_secret" + "%08d".formatted(number);
    this.currency = currency.toLowerCase(java.util.Locale.ROOT);
    settles = this.currency;
  }

  /** Its secret key. */
  public String key() { return key; }

  /** Its identity. */
  public String id() { return id; }

  /** What goes wrong. */
  public FakeStripe.Troubles troubles() { return troubles; }

  /** Answers from now on as to a key of tests, which {@link FakeStripe#alsoKnows} has to know. */
  public synchronized void tests() {
    live = false;
  }

  /** Whether it may take payments. */
  public synchronized void takes(boolean may) { takes = may; }

  /** Whether fees are reckoned at once. */
  public synchronized void reckons(boolean atOnce) { reckons = atOnce; }

  /** In which currency it settles. */
  public synchronized void settles(String code) {
    settles = code.toLowerCase(java.util.Locale.ROOT);
  }

  /** How many things of a kind it has made, such as {@code checkout.session}. */
  public synchronized int made(String kind) {
    return (int) of(kind).count();
  }

  /** How often it was asked anything. */
  public synchronized int asked() { return asked; }

  /** The things of a kind, the first made first. */
  public synchronized List<Map<String, Object>> all(String kind) {
    return of(kind).map(Map::copyOf).toList();
  }

  /** Everything it told so far, the first told first. */
  public synchronized List<Told> told() {
    return of("event").map(each -> new Told(text(each, "id"), text(each, "type"), text(each, "about"), each)).toList();
  }

  private java.util.stream.Stream<Map<String, Object>> of(String kind) {
    return List.copyOf(kept.values()).stream().filter(each -> kind.equals(each.get("object")));
  }

  private static String text(Map<String, Object> of, String name) {
    return String.valueOf(Objects.requireNonNull(of.get(name)));
  }

  private Map<String, Object> one(String name) { return Objects.requireNonNull(kept.get(name), name); }

  private static String of(Map<String, String> sent, String name) {
    return Objects.requireNonNull(sent.get(name), name);
  }

  /** The first thing of a kind it has made. */
  public synchronized String first(String kind) {
    return text(of(kind).findFirst().orElseThrow(), "id");
  }

  /** What a thing says of itself. */
  public synchronized String said(String thing, String name) {
    return text(one(thing), name);
  }

  private long now() { return CLOCK.instant().getEpochSecond(); }

  private Map<String, Object> make(String prefix, String kind, Map<String, ?> more) {
    var made = new LinkedHashMap<String, Object>();
    made.put("id", prefix + "_" + id.substring(5) + "x" + ++this.made);
    made.put("object", kind);
    made.put("created", now());
    made.put("livemode", live);
    made.putAll(more);
    kept.put(text(made, "id"), made);
    return made;
  }

  private void tell(String kind, Map<String, Object> object) {
    make("evt", "event", Map.of("type", kind, "about", text(object, "id"), "api_version", "2026-07-29.dahlia", "data",
        Map.of("object", new LinkedHashMap<>(object))));
  }

  synchronized Answered answer(Asked question) {
    asked++;
    if (question.idempotency().isEmpty() || !question.method().equals("POST")) {
      return fresh(question);
    }
    Remembered before = remembered.get(question.idempotency().get());
    if (before != null) {
      return before.sent().equals(question.sent())
          ? before.answered()
          : Answered.error(400, "idempotency_error", "idempotency_error",
              "Keys for idempotent requests can only be used with the same parameters they were first used with");
    }
    Answered answered = fresh(question);
    remembered.put(question.idempotency().get(), new Remembered(question.sent(), answered));
    return answered;
  }

  private Answered fresh(Asked question) {
    String[] path = question.path().substring("/v1/".length()).split("/", -1);
    String first = path[0].equals("checkout") ? path[1] : path[0];
    int at = path[0].equals("checkout") ? 2 : 1;
    if (first.equals("account")) {
      return ok(
          Map.of("id", id, "object", "account", "charges_enabled", takes, "default_currency", currency, "settings",
              Map.of("dashboard", Map.of("display_name", "Room 12"), "payments",
                  Map.of("statement_descriptor", "ROOM 12"))));
    }
    if (first.equals("balance")) {
      return ok(Map.of("object", "balance", "livemode", live, "available",
          List.of(Map.of("amount", 1_000L, "currency", currency)), "pending",
          List.of(Map.of("amount", lying() - 1_000L, "currency", currency))));
    }
    if (path.length == at) {
      return question.method().equals("POST") ? session(question.sent()) : list(first, question.sent());
    }
    Map<String, Object> one = kept.get(path[at]);
    if (one == null) {
      return Answered.error(404, "invalid_request_error", "resource_missing", "No such thing: '" + path[at] + "'");
    }
    if (question.method().equals("DELETE")) {
      return cancel(one);
    }
    return path.length > at + 1 && path[at + 1].equals("expire") ? expire(one) : ok(expanded(one, question.sent()));
  }

  private static Answered ok(Map<String, ?> body) { return new Answered(200, body); }

  private long lying() {
    return of("balance_transaction").mapToLong(each -> (Long) Objects.requireNonNull(each.get("net"))).sum();
  }

  private Map<String, Object> expanded(Map<String, Object> one, Map<String, String> sent) {
    if (!"latest_charge.balance_transaction".equals(sent.get("expand[0]")) || one.get("latest_charge") == null) {
      return one;
    }
    var charge = new LinkedHashMap<>(one(text(one, "latest_charge")));
    if (charge.get("balance_transaction") != null) {
      charge.put("balance_transaction", one(text(charge, "balance_transaction")));
    }
    var whole = new LinkedHashMap<>(one);
    whole.put("latest_charge", charge);
    return whole;
  }

  private static @Nullable Object subscription(Map<String, Object> invoice) {
    var parent = (Map<?, ?>) Objects.requireNonNull(invoice.get("parent"));
    return ((Map<?, ?>) Objects.requireNonNull(parent.get("subscription_details"))).get("subscription");
  }

  private static boolean since(Map<String, Object> one, Map<String, String> sent) {
    return (Long) Objects.requireNonNull(one.get("created")) >= Long
        .parseLong(sent.getOrDefault("created[gte]", "0"));
  }

  private Answered list(String what, Map<String, String> sent) {
    Predicate<Map<String, Object>> wanted = switch (what) {
      case "events" -> each -> sent.containsValue(text(each, "type"))
          && since(each, sent) && (Long) Objects.requireNonNull(each.get("created")) >= now() - LISTED_SECONDS;
      case "invoices" -> each -> since(each, sent) && text(each, "status").equals(sent.get("status"))
          && Objects.equals(subscription(each), of(sent, "subscription"));
      case "invoice_payments" -> each -> text(each, "invoice").equals(sent.get("invoice"))
          || Objects.equals(((Map<?, ?>) Objects.requireNonNull(each.get("payment"))).get("payment_intent"),
              sent.get("payment[payment_intent]"));
      default -> each -> Objects.equals(each.get("payment_intent"), sent.get("payment_intent"));
    };
    var all = new ArrayList<>(of(what.substring(0, what.length() - 1)).filter(wanted).toList().reversed());
    String after = sent.get("starting_after");
    while (after != null && !all.isEmpty() && !text(all.removeFirst(), "id").equals(after)) {
    }
    int limit = Integer.parseInt(sent.getOrDefault("limit", "10"));
    return ok(Map.of("object", "list", "url", "/v1/" + what, "has_more", all.size() > limit, "data",
        all.subList(0, Math.min(limit, all.size()))));
  }

  private Answered session(Map<String, String> sent) {
    long amount = Long.parseLong(sent.getOrDefault("line_items[0][price_data][unit_amount]", "0"));
    if (amount < 50) {
      return Answered.error(400, "invalid_request_error", "amount_too_small", "Amount must be at least 50");
    }
    boolean repeats = of(sent, "mode").equals("subscription");
    String data = repeats ? "subscription_data" : "payment_intent_data";
    var session = make("cs_test", "checkout.session", Map.of("status", "open", "payment_status", "unpaid", "mode",
        of(sent, "mode"), "client_reference_id", of(sent, "client_reference_id"), "amount_total", amount, "currency",
        of(sent, "line_items[0][price_data][currency]"), "expires_at", Long.parseLong(of(sent, "expires_at")),
        "mark", of(sent, data + "[metadata][groundwork]"), "sent", sent));
    session.put("url", "https://checkout.stripe.com/c/pay/" + session.get("id") + "#fidkdWxOYHwnPyd1");
    return ok(session);
  }

  private Answered expire(Map<String, Object> session) {
    if (!"open".equals(session.get("status"))) {
      return Answered.error(400, "invalid_request_error", "",
          "Only Checkout Sessions with a status in [\"open\"] can be expired");
    }
    session.put("status", "expired");
    session.remove("url");
    tell("checkout.session.expired", session);
    return ok(session);
  }

  private Answered cancel(Map<String, Object> subscription) {
    if ("canceled".equals(subscription.get("status"))) {
      return Answered.error(404, "invalid_request_error", "resource_missing", "No such subscription");
    }
    subscription.put("status", "canceled");
    tell("customer.subscription.deleted", subscription);
    return ok(subscription);
  }

  /** Somebody pays on the page, what it asks for. */
  public synchronized String pay(String session) {
    var at = one(session);
    return pay(session, (Long) Objects.requireNonNull(at.get("amount_total")), text(at, "currency"));
  }

  /** Somebody pays on the page, whatever it asks for; answers Stripe's name of the payment. */
  public synchronized String pay(String session, long amount, String code) {
    var at = one(session);
    at.put("status", "complete");
    at.put("payment_status", "paid");
    at.remove("url");
    String paid;
    if ("subscription".equals(at.get("mode"))) {
      var subscription = make("sub", "subscription", Map.of("status", "active", "metadata",
          Map.of("groundwork", text(at, "mark")), "amount", amount, "currency", code));
      at.put("subscription", subscription.get("id"));
      paid = renew(text(subscription, "id"));
      at.put("invoice", subscription.get("latest_invoice"));
    } else {
      var intent = intent(amount, code, Map.of("groundwork", text(at, "mark")));
      charge(intent);
      at.put("payment_intent", intent.get("id"));
      paid = text(intent, "id");
    }
    tell("checkout.session.completed", at);
    return paid;
  }

  /** Somebody begins on the page what repeats, from their bank: the money is on its way. Answers Stripe's name of what repeats. */
  public synchronized String promise(String session) {
    var at = one(session);
    at.put("status", "complete");
    at.remove("url");
    var subscription = make("sub", "subscription", Map.of("status", "active", "metadata",
        Map.of("groundwork", text(at, "mark")), "amount", Objects.requireNonNull(at.get("amount_total")), "currency",
        text(at, "currency")));
    at.put("subscription", subscription.get("id"));
    tell("checkout.session.completed", at);
    return text(subscription, "id");
  }

  private Map<String, Object> intent(long amount, String code, Map<String, String> metadata) {
    return make("pi", "payment_intent", Map.of("amount", amount, "amount_received", 0L, "currency", code, "status",
        "requires_payment_method", "metadata", metadata));
  }

  private void charge(Map<String, Object> intent) {
    long amount = (Long) Objects.requireNonNull(intent.get("amount"));
    var charge = make("ch", "charge", Map.of("amount", amount, "amount_captured", amount, "amount_refunded", 0L,
        "currency", text(intent, "currency"), "payment_intent", text(intent, "id"), "disputed", false, "paid", true));
    intent.put("status", "succeeded");
    intent.put("amount_received", amount);
    intent.put("latest_charge", charge.get("id"));
    intent.remove("last_payment_error");
    if (reckons) {
      reckon(text(intent, "id"));
    }
    tell("charge.succeeded", charge);
  }

  /** Stripe reckons its fee for a payment: 2.9 % and 30. */
  public synchronized void reckon(String paid) {
    var charge = one(text(one(paid), "latest_charge"));
    long amount = (Long) Objects.requireNonNull(charge.get("amount"));
    charge.put("balance_transaction", moves(amount, fee(amount)).get("id"));
    tell("charge.updated", charge);
  }

  private Map<String, Object> moves(long amount, long fee) {
    return make("txn", "balance_transaction",
        Map.of("amount", amount, "fee", fee, "net", amount - fee, "currency", settles));
  }

  /** The fee of a sum. */
  public static long fee(long amount) { return amount * 29 / 1_000 + 30; }

  /** What repeats is paid once more; answers Stripe's name of the payment. */
  public synchronized String renew(String subscription) {
    return invoice(subscription, true);
  }

  /** The card is refused when what repeats is to be paid once more. */
  public synchronized void refuse(String subscription) {
    invoice(subscription, false);
  }

  private String invoice(String subscription, boolean paid) {
    var of = one(subscription);
    var intent = intent((Long) Objects.requireNonNull(of.get("amount")), text(of, "currency"), Map.of());
    var invoice = make("in", "invoice", Map.of("status", paid ? "paid" : "open", "parent",
        Map.of("type", "subscription_details", "subscription_details",
            Map.of("subscription", subscription, "metadata", Objects.requireNonNull(of.get("metadata"))))));
    make("inpay", "invoice_payment", Map.of("invoice", text(invoice, "id"), "status", paid ? "paid" : "open", "payment",
        Map.of("type", "payment_intent", "payment_intent", text(intent, "id"))));
    of.put("latest_invoice", invoice.get("id"));
    if (paid) {
      charge(intent);
    } else {
      intent.put("last_payment_error", Map.of("type", "card_error", "code", "card_declined"));
      of.put("status", "past_due");
    }
    tell(paid ? "invoice.paid" : "invoice.payment_failed", invoice);
    return text(intent, "id");
  }

  /** The card is refused on the page. */
  public synchronized void decline(String session) {
    var at = one(session);
    var intent = intent((Long) Objects.requireNonNull(at.get("amount_total")), text(at, "currency"),
        Map.of("groundwork", text(at, "mark")));
    intent.put("last_payment_error", Map.of("type", "card_error", "code", "card_declined"));
    tell("payment_intent.payment_failed", intent);
  }

  /** So much of a payment is paid back in all. */
  public synchronized void refund(String paid, long inAll) {
    var charge = one(text(one(paid), "latest_charge"));
    long before = (Long) Objects.requireNonNull(charge.get("amount_refunded"));
    charge.put("amount_refunded", inAll);
    moves(before - inAll, 0);
    tell("charge.refunded", charge);
  }

  /** The payer's bank disputes a payment, which costs 1500; answers the dispute. */
  public synchronized String dispute(String paid) {
    var charge = one(text(one(paid), "latest_charge"));
    charge.put("disputed", true);
    var moved = moves(-(Long) Objects.requireNonNull(charge.get("amount")), 1_500);
    var dispute = make("dp", "dispute", Map.of("amount", Objects.requireNonNull(charge.get("amount")), "charge",
        text(charge, "id"), "payment_intent", paid, "status", "needs_response", "balance_transactions",
        List.of(moved)));
    tell("charge.dispute.created", dispute);
    return text(dispute, "id");
  }

  /** A dispute is decided. */
  public synchronized void decide(String dispute, boolean won) {
    var of = one(dispute);
    of.put("status", won ? "won" : "lost");
    if (won) {
      moves((Long) Objects.requireNonNull(of.get("amount")), 0);
    }
    tell("charge.dispute.closed", of);
  }

  /** What was sent to open a page. */
  @SuppressWarnings("unchecked")
  public synchronized Map<String, String> sent(String session) {
    return (Map<String, String>) Objects.requireNonNull(one(session).get("sent"));
  }
}
