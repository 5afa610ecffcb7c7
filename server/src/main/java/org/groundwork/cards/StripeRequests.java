// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import java.time.Duration;
import java.util.Locale;

/** What Stripe is told: a sum, a neutral word, a language, where to go afterwards and an identity that says nothing. */
final class StripeRequests {
  /** So long a page at Stripe is open, from when the intent was written down; Stripe’s longest is a day. */
  static final Duration OPEN = Duration.ofHours(23);

  private StripeRequests() {}

  /** The page for an intent: made of nothing but its row, so that it is the same request each time. */
  static SessionCreateParams session(CardIntent intent) {
    var asked = intent.request();
    String mark = intent.id().toString();
    var session = SessionCreateParams.builder()
        .setMode(intent.repeats() ? SessionCreateParams.Mode.SUBSCRIPTION : SessionCreateParams.Mode.PAYMENT)
        .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD)
        .setClientReferenceId(mark)
        .putMetadata(StripeAnswers.MARK, mark)
        .setLocale(locale(asked.locale()))
        .setExpiresAt(intent.askedAt().plus(OPEN).getEpochSecond())
        .setSuccessUrl(asked.backTo())
        .setCancelUrl(asked.backTo())
        .addLineItem(LineItem.builder().setQuantity(1L).setPriceData(price(intent)).build());
    if (intent.repeats()) {
      session.setSubscriptionData(SessionCreateParams.SubscriptionData.builder()
          .putMetadata(StripeAnswers.MARK, mark)
          .setDescription(asked.description())
          .build());
    } else {
      session.setPaymentIntentData(SessionCreateParams.PaymentIntentData.builder()
          .putMetadata(StripeAnswers.MARK, mark)
          .setDescription(asked.description())
          .build());
    }
    return session.build();
  }

  private static LineItem.PriceData price(CardIntent intent) {
    var asked = intent.request();
    var price = LineItem.PriceData.builder()
        .setCurrency(asked.currency().toLowerCase(Locale.ROOT))
        .setUnitAmount(asked.sum())
        .setProductData(LineItem.PriceData.ProductData.builder().setName(asked.description()).build());
    if (intent.repeats()) {
      price.setRecurring(LineItem.PriceData.Recurring.builder()
          .setInterval(LineItem.PriceData.Recurring.Interval.MONTH)
          .setIntervalCount((long) intent.every())
          .build());
    }
    return price.build();
  }

  private static SessionCreateParams.Locale locale(String language) {
    return switch (language) {
      case "es" -> SessionCreateParams.Locale.ES;
      case "en" -> SessionCreateParams.Locale.EN;
      default -> SessionCreateParams.Locale.AUTO;
    };
  }
}
