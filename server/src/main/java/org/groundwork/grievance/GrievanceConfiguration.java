// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.NavEntry;
import org.groundwork.platform.web.NextStep;
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

  /** A paper with a date is nobody's to forget: from three weeks before its day it is a step of its own, from three days the first. */
  @Bean
  NextStep paperStep(Grievances grievances, Locals locals, Clock clock) {
    return actor -> actor.may(Power.SEE_GRIEVANCES) ? grievances.nextDate().flatMap(date -> {
      long days = ChronoUnit.DAYS.between(LocalDate.now(clock.withZone(locals.profile().zone())), date);
      return days > 21
          ? Optional.empty()
          : Optional.of(new NextStep.Step(days <= 3 ? 95 : 40, days < 0 ? "paper.late" : "paper.due", "paper.detail",
              List.of(Math.abs(days)),
              "papers", "paper.action"));
    }) : Optional.empty();
  }

  @Bean
  WalkStage wrongStage(Grievances grievances) {
    return new WalkStage(40, "start/what-is-wrong", () -> !grievances.newest(1).isEmpty());
  }
}
