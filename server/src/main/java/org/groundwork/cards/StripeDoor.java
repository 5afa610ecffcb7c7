// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The one way to Stripe. Never within a transaction: what is asked may take as long as {@link #READ_MILLIS}. */
final class StripeDoor {
  private static final Logger log = LoggerFactory.getLogger(StripeDoor.class);
  private static final int CONNECT_MILLIS = 5_000;
  private static final int READ_MILLIS = 25_000;

  static {
    Stripe.enableTelemetry = false; // Stripe learns what it is asked, and not how long that took us
  }

  private final String api;
  private final int readMillis;

  /** @param api where Stripe answers; empty for Stripe's own address */
  StripeDoor(String api) {
    this(api, READ_MILLIS);
  }

  StripeDoor(String api, int readMillis) {
    this.api = api;
    this.readMillis = readMillis;
  }

  /** Stripe as it answers to a key. */
  StripeAnswers with(StripeKey key) {
    var client = StripeClient.builder()
        .setApiKey(key.secret())
        .setConnectTimeout(CONNECT_MILLIS)
        .setReadTimeout(readMillis)
        .setMaxNetworkRetries(0);
    if (!api.isEmpty()) {
      client.setApiBase(api);
    }
    return new StripeAnswers(client.build().v1());
  }

  /** Something that is asked of Stripe. */
  interface Question<T> {
    T ask() throws StripeException;
  }

  /** Asks it; what goes wrong is a {@link StripeTrouble} without Stripe's words. */
  static <T> T ask(Question<T> question) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("Stripe is asked outside of transactions");
    }
    try {
      return question.ask();
    } catch (StripeException e) {
      var why = why(e);
      log.info("Stripe answered with {} ({})", why, e.getStatusCode());
      throw new StripeTrouble(why);
    } catch (RuntimeException e) {
      // an answer that is no JSON, from something between
      log.warn("an answer of Stripe could not be read: {}", e.getClass().getName());
      throw new StripeTrouble(StripeTrouble.Why.UNREACHABLE);
    }
  }

  private static StripeTrouble.Why why(StripeException e) {
    int status = e.getStatusCode() == null ? 0 : e.getStatusCode();
    return switch (e) {
      case PermissionException _ -> StripeTrouble.Why.FORBIDDEN;
      case AuthenticationException _ -> StripeTrouble.Why.KEY;
      case RateLimitException _,ApiConnectionException _,ApiException _ -> StripeTrouble.Why.UNREACHABLE;
      // 409: the same is being done just now for somebody who asked before
      case StripeException _ when status == 409 || status >= 500 -> StripeTrouble.Why.UNREACHABLE;
      case InvalidRequestException _ when status == 404 || "resource_missing".equals(e.getCode()) ->
        StripeTrouble.Why.GONE;
      case InvalidRequestException _ when "amount_too_small".equals(e.getCode()) -> StripeTrouble.Why.TOO_LITTLE;
      case InvalidRequestException _ when "amount_too_large".equals(e.getCode()) -> StripeTrouble.Why.TOO_MUCH;
      default -> StripeTrouble.Why.REFUSED;
    };
  }
}
