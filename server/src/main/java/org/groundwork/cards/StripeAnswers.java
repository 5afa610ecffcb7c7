// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import com.stripe.model.Balance;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.Event;
import com.stripe.model.Invoice;
import com.stripe.model.InvoicePayment;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Subscription;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.DisputeListParams;
import com.stripe.param.EventListParams;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.InvoicePaymentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.service.V1Services;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What Stripe answers to one key. Every method may throw {@link StripeTrouble}. */
final class StripeAnswers {
  /** Under this word our own identity of a payment stands in what Stripe keeps of it. */
  static final String MARK = "groundwork";
  private static final long AT_ONCE = 100;
  private static final Pattern PAGE = Pattern.compile("https://[^\\s\"'<>\\\\]{1,4000}");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final V1Services stripe;

  StripeAnswers(V1Services stripe) { this.stripe = stripe; }

  /**
   * The account a key is of.
   *
   * @param name as its owner called it, may be empty
   * @param statement what stands on statements of cards, may be empty
   * @param currency three capitals
   * @param takes whether Stripe lets it take payments
   */
  record Account(String id, String name, String statement, String currency, boolean takes) {}

  Account account() {
    var account = StripeDoor.ask(() -> stripe.accounts().retrieveCurrent());
    var settings = Optional.ofNullable(account.getSettings());
    String name = settings.flatMap(each -> Optional.ofNullable(each.getDashboard()))
        .flatMap(each -> Optional.ofNullable(each.getDisplayName()))
        .orElse("");
    String statement = settings.flatMap(each -> Optional.ofNullable(each.getPayments()))
        .flatMap(each -> Optional.ofNullable(each.getStatementDescriptor()))
        .orElse("");
    return new Account(account.getId(), shortened(name, 120), shortened(statement, 40),
        capitals(account.getDefaultCurrency()), Boolean.TRUE.equals(account.getChargesEnabled()));
  }

  private static String shortened(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }

  private static String capitals(@Nullable String currency) {
    return currency == null ? "XXX" : currency.toUpperCase(Locale.ROOT);
  }

  /**
   * A page at Stripe on which somebody pays.
   *
   * @param url its address, as long as it is open
   */
  record Opened(String session, Optional<String> url) {}

  /** Opens a page for an intent. Asked again with the same intent within a day, it is the same page. */
  Opened open(CardIntent intent) {
    var params = StripeRequests.session(intent);
    var options = RequestOptions.builder().setIdempotencyKey("open-" + intent.id()).build();
    Session session = StripeDoor.ask(() -> stripe.checkout().sessions().create(params, options));
    return new Opened(session.getId(),
        Optional.ofNullable(session.getUrl()).filter(url -> PAGE.matcher(url).matches()));
  }

  /** Closes a page on which nobody has paid. */
  void close(String session) {
    StripeDoor.ask(() -> stripe.checkout().sessions().expire(session));
  }

  /** Ends a payment that repeats, at once; one that has ended is {@link StripeTrouble.Why#GONE}. */
  void end(String subscription) {
    StripeDoor.ask(() -> stripe.subscriptions().cancel(subscription));
  }

  /** What lies at Stripe in one currency, in Stripe's unit: what can be paid out, and what is on its way. */
  record Lying(long available, long pending) {}

  Lying lying(Currency currency) {
    Balance balance = StripeDoor.ask(() -> stripe.balance().retrieve());
    String code = currency.getCurrencyCode();
    long available = balance.getAvailable()
        .stream()
        .filter(each -> capitals(each.getCurrency()).equals(code))
        .mapToLong(Balance.Available::getAmount)
        .reduce(0, Math::addExact);
    long pending = balance.getPending()
        .stream()
        .filter(each -> capitals(each.getCurrency()).equals(code))
        .mapToLong(Balance.Pending::getAmount)
        .reduce(0, Math::addExact);
    return new Lying(available, pending);
  }

  /** Some messages, the latest first, and whether there are earlier ones. */
  record Some(List<CardEvent> events, boolean more) {}

  /** The kinds of messages we want that were made since, behind one; a hundred at most. */
  Some events(Instant since, Optional<String> behind) {
    var params = EventListParams.builder()
        .setCreated(EventListParams.Created.builder().setGte(since.getEpochSecond()).build())
        .addAllType(CardEvent.KINDS)
        .setLimit(AT_ONCE);
    behind.ifPresent(params::setStartingAfter);
    var page = StripeDoor.ask(() -> stripe.events().list(params.build()));
    List<CardEvent> events = page.getData().stream().map(StripeAnswers::event).toList();
    return new Some(events, Boolean.TRUE.equals(page.getHasMore()));
  }

  /** Names of some invoices, the latest first, and whether there are earlier ones. */
  record Invoices(List<String> names, boolean more) {}

  /** What was paid of something that repeats by invoices made since, behind one; a hundred at most. Stripe lists them for ever. */
  Invoices invoices(String subscription, Instant since, Optional<String> behind) {
    var params = InvoiceListParams.builder()
        .setSubscription(subscription)
        .setStatus(InvoiceListParams.Status.PAID)
        .setCreated(InvoiceListParams.Created.builder().setGte(since.getEpochSecond()).build())
        .setLimit(AT_ONCE);
    behind.ifPresent(params::setStartingAfter);
    var page = StripeDoor.ask(() -> stripe.invoices().list(params.build()));
    return new Invoices(page.getData().stream().map(Invoice::getId).toList(),
        Boolean.TRUE.equals(page.getHasMore()));
  }

  private static CardEvent event(Event event) {
    String raw = event.getDataObjectDeserializer().getRawJson();
    return new CardEvent(event.getId(), event.getType(), JSON.readTree(raw).path("id").asString(""),
        Instant.ofEpochSecond(event.getCreated()));
  }

  /** What is true now of what a message is about. */
  CardTruth truth(String kind, String object, Instant asked) {
    return switch (kind.substring(0, Math.max(0, kind.lastIndexOf('.')))) {
      case "checkout.session" -> ofSession(object, asked);
      case "invoice" -> ofInvoice(object, asked);
      case "customer.subscription" -> ofSubscription(object, asked);
      case "charge.dispute" ->
        ofPayment(StripeDoor.ask(() -> stripe.disputes().retrieve(object)).getPaymentIntent(), asked);
      case "refund", "charge.refund" ->
        ofPayment(StripeDoor.ask(() -> stripe.refunds().retrieve(object)).getPaymentIntent(), asked);
      case "charge" ->
        ofPayment(StripeDoor.ask(() -> stripe.charges().retrieve(object)).getPaymentIntent(), asked);
      case "payment_intent" -> ofPayment(object, asked);
      default -> new CardTruth(asked, List.of(), Optional.empty(), Optional.empty());
    };
  }

  /** What is true now of a page at Stripe and of what was paid there. */
  CardTruth ofSession(String id, Instant asked) {
    Session session = StripeDoor.ask(() -> stripe.checkout().sessions().retrieve(id));
    Optional<UUID> intent = mark(session.getClientReferenceId());
    if (intent.isEmpty()) {
      return new CardTruth(asked, List.of(), Optional.empty(), Optional.empty());
    }
    var payments = new ArrayList<CardTruth.Payment>();
    if (session.getPaymentIntent() != null) {
      payment(session.getPaymentIntent(), intent).ifPresent(payments::add);
    }
    if (session.getInvoice() != null) {
      payments.addAll(ofInvoice(session.getInvoice(), asked).payments());
    }
    var state = switch (session.getStatus()) {
      case "complete" -> "unpaid".equals(session.getPaymentStatus())
          ? CardTruth.Session.State.PENDING
          : CardTruth.Session.State.PAID;
      case "expired" -> CardTruth.Session.State.EXPIRED;
      default -> CardTruth.Session.State.OPEN;
    };
    return new CardTruth(asked, payments,
        Optional.of(new CardTruth.Session(intent.get(), state, Optional.ofNullable(session.getSubscription()))),
        Optional.empty());
  }

  private CardTruth ofInvoice(String id, Instant asked) {
    Invoice invoice = StripeDoor.ask(() -> stripe.invoices().retrieve(id));
    Optional<UUID> intent = of(invoice);
    var payments = new ArrayList<CardTruth.Payment>();
    if (intent.isPresent()) {
      var params = InvoicePaymentListParams.builder().setInvoice(id).setLimit(AT_ONCE).build();
      for (InvoicePayment each : StripeDoor.ask(() -> stripe.invoicePayments().list(params)).getData()) {
        String paid = each.getPayment() == null ? null : each.getPayment().getPaymentIntent();
        if (paid != null) {
          payment(paid, intent).ifPresent(payments::add);
        }
      }
    }
    return new CardTruth(asked, payments, Optional.empty(), Optional.empty());
  }

  private static Optional<UUID> of(Invoice invoice) {
    return Optional.ofNullable(invoice.getParent())
        .flatMap(parent -> Optional.ofNullable(parent.getSubscriptionDetails()))
        .flatMap(details -> mark(details.getMetadata()));
  }

  private CardTruth ofSubscription(String id, Instant asked) {
    Subscription subscription = StripeDoor.ask(() -> stripe.subscriptions().retrieve(id));
    Optional<CardTruth.Repeating> repeating = mark(subscription.getMetadata())
        .map(intent -> new CardTruth.Repeating(id, intent,
            List.of("canceled", "incomplete_expired").contains(subscription.getStatus()),
            List.of("past_due", "unpaid").contains(subscription.getStatus())));
    return new CardTruth(asked, List.of(), Optional.empty(), repeating);
  }

  private CardTruth ofPayment(@Nullable String id, Instant asked) {
    List<CardTruth.Payment> payments = id == null ? List.of() : payment(id, Optional.empty()).stream().toList();
    return new CardTruth(asked, payments, Optional.empty(), Optional.empty());
  }

  /** @param known for what of ours it is, if that is known; otherwise Stripe says it, or it is nothing of ours */
  private Optional<CardTruth.Payment> payment(String id, Optional<UUID> known) {
    var params = PaymentIntentRetrieveParams.builder().addExpand("latest_charge.balance_transaction").build();
    PaymentIntent paid = StripeDoor.ask(() -> stripe.paymentIntents().retrieve(id, params));
    Optional<UUID> intent = known.or(() -> mark(paid.getMetadata())).or(() -> byInvoice(id));
    if (intent.isEmpty()) {
      return Optional.empty();
    }
    Optional<CardTruth.Charge> charge = "succeeded".equals(paid.getStatus())
        ? Optional.ofNullable(paid.getLatestChargeObject()).map(each -> charge(id, paid, each))
        : Optional.empty();
    return Optional.of(new CardTruth.Payment(id, intent.get(), capitals(paid.getCurrency()),
        charge.isEmpty() && paid.getLastPaymentError() != null, charge));
  }

  private Optional<UUID> byInvoice(String paid) {
    var params = InvoicePaymentListParams.builder()
        .setPayment(InvoicePaymentListParams.Payment.builder()
            .setType(InvoicePaymentListParams.Payment.Type.PAYMENT_INTENT)
            .setPaymentIntent(paid)
            .build())
        .setLimit(1L)
        .build();
    return StripeDoor.ask(() -> stripe.invoicePayments().list(params))
        .getData()
        .stream()
        .findFirst()
        .flatMap(each -> Optional.ofNullable(each.getInvoice()))
        .flatMap(invoice -> of(StripeDoor.ask(() -> stripe.invoices().retrieve(invoice))));
  }

  private CardTruth.Charge charge(String id, PaymentIntent paid, Charge charge) {
    long back = charge.getAmountRefunded() == null ? 0 : charge.getAmountRefunded();
    long disputeFee = 0;
    if (Boolean.TRUE.equals(charge.getDisputed())) {
      for (Dispute dispute : disputes(id)) {
        back = Math.addExact(back, "lost".equals(dispute.getStatus()) ? dispute.getAmount() : 0);
        disputeFee = Math.addExact(disputeFee, Optional.ofNullable(dispute.getBalanceTransactions())
            .orElse(List.of())
            .stream()
            .mapToLong(each -> each.getFee())
            .sum());
      }
    }
    var reckoned = Optional.ofNullable(charge.getBalanceTransactionObject());
    return new CardTruth.Charge(Instant.ofEpochSecond(charge.getCreated()), paid.getAmountReceived(),
        reckoned.map(each -> OptionalLong.of(each.getFee())).orElse(OptionalLong.empty()),
        reckoned.map(each -> capitals(each.getCurrency())).orElse(""), back, disputeFee);
  }

  private List<Dispute> disputes(String paid) {
    var params = DisputeListParams.builder().setPaymentIntent(paid).setLimit(AT_ONCE).build();
    return StripeDoor.ask(() -> stripe.disputes().list(params)).getData();
  }

  private static Optional<UUID> mark(@Nullable Map<String, String> metadata) {
    return metadata == null ? Optional.empty() : mark(metadata.get(MARK));
  }

  private static Optional<UUID> mark(@Nullable String said) {
    try {
      return said != null && said.length() == 36 ? Optional.of(UUID.fromString(said)) : Optional.empty();
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty(); // somebody else’s way to mark what they sell at the same account
    }
  }
}
