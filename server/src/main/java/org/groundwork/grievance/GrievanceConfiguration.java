// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import java.time.Clock;
import org.groundwork.organizing.Issues;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.disclosure.Disclosure;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.keys.BlindIndex;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.MenuEntry;
import org.groundwork.platform.web.NavEntry;
import org.groundwork.platform.web.WalkStage;
import org.groundwork.roll.Contacts;
import org.groundwork.roll.OwnData;
import org.groundwork.roll.PersonForgotten;
import org.groundwork.roll.Sites;
import org.groundwork.target.NetworkListener;
import org.groundwork.target.Networks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires grievances and contributes the walk's question "what is wrong". */
@Configuration(proxyBeanMethods = false)
class GrievanceConfiguration {

  @Bean
  GrievanceRows grievanceRows(KeyStore keys) { return new GrievanceRows(cipher(keys)); }

  private static FieldCipher cipher(KeyStore keys) { return new FieldCipher(keys, Purpose.sealing("grievances")); }

  @Bean
  CauseCounts causeCounts(JdbcClient jdbc, Clock clock) { return new CauseCounts(jdbc, clock); }

  @Bean
  Grievances grievances(JdbcClient jdbc, Ids ids, Clock clock, GrievanceRows rows, Networks networks, Audit audit,
      CauseCounts counts) {
    return new Grievances(jdbc, ids, clock, rows, networks, audit, counts);
  }

  @Bean
  Papers papers(JdbcClient jdbc, Ids ids, Clock clock, KeyStore keys, Audit audit) {
    return new Papers(jdbc, ids, clock, cipher(keys), audit);
  }

  @Bean
  Talks talks(JdbcClient jdbc, Clock clock, GrievanceRows rows, Grievances grievances, CauseCounts counts,
      Contacts contacts, Audit audit) {
    return new Talks(jdbc, clock, rows, grievances, new Talks.Writing(counts, contacts, audit));
  }

  @Bean
  Closing grievanceClosing(JdbcClient jdbc, Clock clock, Grievances grievances, CauseCounts counts,
      ObjectProvider<Fights> fights, Evidence evidence, Audit audit) {
    return new Closing(jdbc, clock, grievances, counts, fights.orderedStream().toList(), evidence, audit);
  }

  @Bean
  PrivateLinks privateLinks(JdbcClient jdbc, KeyStore keys, GrievanceRows rows, Audit audit, Clock clock) {
    return new PrivateLinks(jdbc, new BlindIndex(keys, Purpose.indexing("private-links")), rows, audit, clock);
  }

  @Bean
  Reports reports(JdbcClient jdbc, GrievanceRows rows) { return new Reports(jdbc, rows); }

  @Bean
  Evidence evidence(JdbcClient jdbc, FileStore files, Audit audit) { return new Evidence(jdbc, files, audit); }

  @Bean
  CauseBands causeBands(JdbcClient jdbc, Networks networks, Disclosure disclosure) {
    return new CauseBands(jdbc, networks, disclosure);
  }

  @Bean
  Issues grievanceIssues(Grievances grievances, Talks talks, Sites sites, Locals locals) {
    return new IssuesHeard(grievances, talks, sites, locals);
  }

  @Bean
  WhoNext whoNext(JdbcClient jdbc) { return new WhoNext(jdbc); }

  @Bean
  OwnData ownGrievances(JdbcClient jdbc, KeyStore keys) {
    return new OwnGrievances(jdbc, new GrievanceRows(cipher(keys)));
  }

  @Bean
  PersonForgotten grievancesForgetPeople(JdbcClient jdbc, Clock clock, CauseCounts counts, FileStore files) {
    return new PeopleOfGrievances(jdbc, clock, counts, files);
  }

  @Bean
  NetworkListener grievancesFollowNetworks(Grievances grievances) { return grievances::followNetworks; }

  @Bean
  CommonCauses commonCauses(JdbcClient jdbc, Clock clock) { return new CommonCauses(jdbc, clock); }

  @Bean
  NavEntry causesEntry() { return new NavEntry(30, "nav.causes", "causes", "network", Power.SEE_GRIEVANCES); }

  @Bean
  MenuEntry papersEntry() { return MenuEntry.of(15, "papers.title", "papers", "alarm-clock", Power.SEE_GRIEVANCES); }

  @Bean
  WalkStage wrongStage(Grievances grievances) {
    return new WalkStage(40, "start/what-is-wrong", () -> !grievances.newest(1).isEmpty());
  }
}
