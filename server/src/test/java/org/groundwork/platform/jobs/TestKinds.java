// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.jobs;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A kind of job that the product of the tests knows; a test says by its batch what happens in each step. */
@Configuration(proxyBeanMethods = false)
class TestKinds {
  static final Map<UUID, Consumer<RowsKind.Moment>> STEPS = new ConcurrentHashMap<>();

  @Bean
  RowsKind rowsKind(JdbcClient jdbc) {
    return new RowsKind(jdbc, moment -> STEPS.values().forEach(step -> step.accept(moment)));
  }
}
