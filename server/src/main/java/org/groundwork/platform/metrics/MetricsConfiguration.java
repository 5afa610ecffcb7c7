// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.metrics;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.groundwork.platform.tenancy.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the figures. Nothing is measured while the port is closed. */
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {
  private static final Logger log = LoggerFactory.getLogger(MetricsConfiguration.class);

  @Bean
  Durations durations() { return new Durations(); }

  @Bean
  FilterRegistrationBean<DurationFilter> durationFilter(Durations durations,
      @Value("${groundwork.metrics.port}") int port) {
    var registration = new FilterRegistrationBean<>(new DurationFilter(durations));
    registration.setEnabled(port > 0);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  @Bean
  MetricsPort metricsPort(@Value("${groundwork.metrics.port}") int port, Durations durations, JdbcClient jdbc,
      Transactions transactions, Clock clock, List<DataSource> sources) {
    var machine = new Machine(sources.stream().map(MetricsConfiguration::pool).toList());
    var backlog = new Backlog(jdbc, transactions, clock);
    return new MetricsPort(port, () -> figures(machine, durations, backlog));
  }

  private static String figures(Machine machine, Durations durations, Backlog backlog) {
    var text = new Exposition();
    machine.write(text);
    durations.write(text);
    try {
      backlog.write(text);
    } catch (Exception e) {
      log.warn("the backlog could not be counted: {}", e.getClass().getName());
    }
    return text.text();
  }

  private static HikariDataSource pool(DataSource source) {
    try {
      return source.unwrap(HikariDataSource.class);
    } catch (SQLException e) {
      throw new IllegalStateException("every source of connections is a pool", e);
    }
  }
}
