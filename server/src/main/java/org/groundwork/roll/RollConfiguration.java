// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.FounderRecord;
import org.groundwork.platform.access.PeopleDirectory;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.RollSize;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.web.NavEntry;
import org.groundwork.platform.web.WalkStage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the roll and contributes its entries to navigation and walk. */
@Configuration(proxyBeanMethods = false)
class RollConfiguration {

  @Bean
  PersonFields personFields(KeyStore keys) { return new PersonFields(keys); }

  @Bean
  People people(JdbcClient jdbc, Ids ids, Clock clock, PersonFields fields, ChangeSets changes) {
    return new People(jdbc, ids, clock, fields, changes);
  }

  @Bean
  Sites sites(JdbcClient jdbc, Ids ids, Clock clock, Audit audit) { return new Sites(jdbc, ids, clock, audit); }

  @Bean
  Charts charts(Sites sites, People people) { return new Charts(sites, people); }

  @Bean
  FounderRecord founderRecord(People people, ChangeSets changes) {
    return name -> {
      UUID set = changes.open("founding");
      return people.addMember(set, new People.Known(name, Optional.empty(), Optional.empty(), ""));
    };
  }

  @Bean
  RollSize rollSize(JdbcClient jdbc) { return new BoundedRollSize(jdbc); }

  @Bean
  PeopleDirectory peopleDirectory(JdbcClient jdbc, People people, Sites sites) {
    return new RollDirectory(jdbc, people, sites);
  }

  @Bean
  NavEntry peopleEntry() { return new NavEntry(20, "nav.people", "people", "users", Power.SEE_PEOPLE); }

  @Bean
  WalkStage whereStage(Sites sites) { return new WalkStage(10, "start/where", () -> !sites.all().isEmpty()); }

  @Bean
  WalkStage unitsStage(Sites sites) {
    return new WalkStage(20, "start/units", () -> sites.all().stream().anyMatch(Site::laidOut));
  }

  @Bean
  WalkStage peopleStage(Sites sites, Charts charts) {
    return new WalkStage(30, "start/people",
        () -> sites.all().stream().anyMatch(site -> charts.countOurs(site.id()) > 0));
  }
}
