// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.events;

import java.time.Clock;
import java.time.Duration;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.jobs.Tick;
import org.groundwork.platform.tenancy.Transactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the outbox. */
@Configuration(proxyBeanMethods = false)
class EventsConfiguration {

  @Bean
  Outbox outbox(JdbcClient jdbc) { return new Outbox(jdbc); }

  @Bean
  Listeners listeners(ObjectProvider<Listener<?>> listeners) {
    return new Listeners(() -> listeners.stream().toList());
  }

  @Bean
  Delivery delivery(Outbox outbox, Listeners listeners, Transactions transactions, Clock clock) {
    return new Delivery(outbox, listeners, transactions, clock);
  }

  @Bean
  Events events(Outbox outbox, Listeners listeners, Delivery delivery, Ids ids, Clock clock) {
    return new Events(outbox, listeners, delivery, ids, clock);
  }

  @Bean
  Tick eventsTick(Delivery delivery) { return new Tick("delivery of events", Duration.ofSeconds(1), delivery::poll); }
}
