// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import org.groundwork.platform.access.Power;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.jobs.JobKind;
import org.groundwork.platform.tenancy.Transactions;

/** Works off one message of Stripe. If Stripe cannot be asked, the message waits for the next round. */
final class CardEventJob implements JobKind<CardEventJob.Of> {
  private final Transactions transactions;
  private final CardEvents events;
  private final CardWorker worker;

  CardEventJob(Transactions transactions, CardEvents events, CardWorker worker) {
    this.transactions = transactions;
    this.events = events;
    this.worker = worker;
  }

  /** Which message. */
  record Of(String event) {}

  @Override
  public String name() { return "card-event"; }

  @Override
  public Class<Of> parameters() { return Of.class; }

  @Override
  public Power seenBy() { return Power.KEEP_MONEY; }

  @Override
  public String back(Of of) { return "card-payments"; }

  @Override
  public void run(JobContext context, Of of) {
    transactions.read(() -> events.open(of.event()))
        .ifPresent(event -> worker.work(event, work -> context.step("", work)));
  }
}
