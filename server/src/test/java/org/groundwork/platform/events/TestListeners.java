// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.events;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.groundwork.platform.tenancy.LocalId;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two listeners of the tests' own: each writes what it heard as a row of the local, so that rollbacks show. */
@Configuration(proxyBeanMethods = false)
class TestListeners {
  /** What tests want to happen when an event is heard, called before the row is written. */
  static final List<Consumer<Call>> CALLS = new CopyOnWriteArrayList<>();

  @EventType("test.counted/1")
  record Counted(UUID batch, int number, @Key String kind) implements DomainEvent {}

  record Call(String listener, UUID id, LocalId local, Counted event) {}

  @Bean
  Listener<Counted> firstListener(JdbcClient jdbc) { return new Writing("test.first", jdbc); }

  @Bean
  Listener<Counted> secondListener(JdbcClient jdbc) { return new Writing("test.second", jdbc); }

  private record Writing(String name, JdbcClient jdbc) implements Listener<Counted> {

    @Override
    public Class<Counted> event() { return Counted.class; }

    @Override
    public void on(Heard<Counted> heard) {
      CALLS.forEach(call -> call.accept(new Call(name, heard.id(), heard.local(), heard.event())));
      jdbc.sql("insert into platform.form_done (local_id, id, at, result) values (?, ?, clock_timestamp(), ?)")
          .params(Tenancy.current().value(), UUID.randomUUID(),
              name + "/" + heard.event().batch() + "/" + heard.event().number())
          .update();
    }
  }
}
