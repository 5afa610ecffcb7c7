// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.WalkStage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires targets and contributes the walk's question "who can say yes". */
@Configuration(proxyBeanMethods = false)
class TargetConfiguration {

  @Bean
  Targets targets(JdbcClient jdbc, Ids ids, Clock clock, KeyStore keys, Audit audit) {
    return new Targets(jdbc, ids, clock, new FieldCipher(keys, Purpose.sealing("targets")), audit);
  }

  @Bean
  Registers registers(JdbcClient jdbc) { return new Registers(jdbc); }

  @Bean
  RegisterImport registerImport(JdbcClient jdbc, Transactions transactions, DataSource dataSource, Clock clock) {
    return new RegisterImport(jdbc, transactions, new RegisterRows(jdbc, dataSource), clock);
  }

  @Bean
  Verdicts verdicts(JdbcClient jdbc, Clock clock, Audit audit, ObjectProvider<NetworkListener> listeners) {
    return new Verdicts(jdbc, clock, audit, listeners);
  }

  @Bean
  NetworkView networkView(JdbcClient jdbc) { return new NetworkView(jdbc); }

  @Bean
  Networks networks(Registers registers, NetworkView view) {
    return new Networks() {
      @Override
      public Optional<String> of(String registerSite) { return registers.networkOf(registerSite); }

      @Override
      public Optional<Face> face(String network) { return view.face(network); }
    };
  }

  @Bean
  WalkStage targetStage(Targets targets) {
    return new WalkStage(50, "start/who-can-say-yes", () -> !targets.all().isEmpty());
  }
}
