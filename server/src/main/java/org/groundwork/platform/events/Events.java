// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Where a module says what happened. */
public final class Events {
  static final JsonMapper JSON = JsonMapper.builder().build();
  /** As long as this only the node that published an event delivers it; after that any. */
  private static final Duration OURS = Duration.ofSeconds(2);

  private final Outbox outbox;
  private final Listeners listeners;
  private final Delivery delivery;
  private final Ids ids;
  private final Clock clock;

  Events(Outbox outbox, Listeners listeners, Delivery delivery, Ids ids, Clock clock) {
    this.outbox = outbox;
    this.listeners = listeners;
    this.delivery = delivery;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Publishes {@code event} of the current local: heard by every listener if the current transaction commits, and by none
   * if it does not.
   *
   * @throws IllegalStateException outside a transaction
   * @throws IllegalArgumentException if the event has not the {@linkplain EventForm form}
   */
  public void publish(DomainEvent event) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("an event is published in the transaction of what happened");
    }
    String type = EventForm.nameOf(event.getClass());
    EventForm.requireWords(event);
    List<String> hearing = listeners.of(event.getClass());
    if (hearing.isEmpty()) {
      return;
    }
    UUID local = Tenancy.current().value();
    Instant now = clock.instant();
    outbox.insert(new Outbox.Entry(ids.next(), local, type, JSON.writeValueAsString(event), now), hearing,
        now.plus(OURS));
    wakeAfterCommit(hearing.stream().map(listener -> new Lane(local, listener)).toList());
  }

  private void wakeAfterCommit(List<Lane> lanes) {
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() { lanes.forEach(delivery::wake); }
    });
  }
}
