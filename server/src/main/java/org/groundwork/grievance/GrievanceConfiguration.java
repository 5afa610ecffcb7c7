// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import java.time.Clock;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.groundwork.platform.web.NavEntry;
import org.groundwork.platform.web.WalkStage;
import org.groundwork.target.NetworkListener;
import org.groundwork.target.Networks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires grievances and contributes the walk's question "what is wrong". */
@Configuration(proxyBeanMethods = false)
class GrievanceConfiguration {

  @Bean
  Grievances grievances(JdbcClient jdbc, Ids ids, Clock clock, KeyStore keys, Networks networks, Audit audit) {
    return new Grievances(jdbc, ids, clock, new FieldCipher(keys, Purpose.sealing("grievances")), networks, audit,
        new CauseCounts(jdbc, clock));
  }

  @Bean
  NetworkListener grievancesFollowNetworks(Grievances grievances) { return grievances::followNetworks; }

  @Bean
  CommonCauses commonCauses(JdbcClient jdbc, Clock clock) { return new CommonCauses(jdbc, clock); }

  @Bean
  NavEntry causesEntry() { return new NavEntry(30, "nav.causes", "causes", "network", Power.SEE_GRIEVANCES); }

  @Bean
  WalkStage wrongStage(Grievances grievances) {
    return new WalkStage(40, "start/what-is-wrong", () -> !grievances.newest(1).isEmpty());
  }
}
