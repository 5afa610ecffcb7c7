// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import java.time.Instant;
import java.util.List;

/**
 * A message of Stripe: that something changed. What is true is asked afterwards, so that the order in which messages come, and
 * how late, changes nothing.
 *
 * @param id Stripe's name of it
 * @param kind Stripe's word for it
 * @param object Stripe's name of what it is about
 */
public record CardEvent(String id, String kind, String object, Instant madeAt) {
  /** The kinds that we want; the page tells them to whoever sets it up. At most twenty, which is what Stripe lists at once. */
  public static final List<String> KINDS = List.of("checkout.session.completed",
      "checkout.session.async_payment_succeeded", "checkout.session.async_payment_failed", "checkout.session.expired",
      "invoice.paid", "invoice.payment_failed", "customer.subscription.updated", "customer.subscription.deleted",
      "payment_intent.payment_failed", "charge.succeeded", "charge.updated", "charge.refunded", "charge.refund.updated",
      "charge.dispute.created", "charge.dispute.closed");
}
