// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.time.Clock;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.groundwork.platform.web.WalkStage;
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
  Networks networks(Registers registers) { return registers::networkOf; }

  @Bean
  WalkStage targetStage(Targets targets) {
    return new WalkStage(50, "start/who-can-say-yes", () -> !targets.all().isEmpty());
  }
}
