// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

import java.time.Clock;
import org.groundwork.campaign.RungPages;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.MenuEntry;
import org.groundwork.roll.OwnData;
import org.groundwork.roll.PersonPanel;
import org.groundwork.roll.PersonRecords;
import org.groundwork.strike.StrikersAsked;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires what answers retaliation. */
@Configuration(proxyBeanMethods = false)
class DefenceConfiguration {

  @Bean
  Seals defenceSeals(KeyStore keys) { return new Seals(new FieldCipher(keys, Purpose.sealing("defence"))); }

  @Bean
  Cases defenceCases(JdbcClient jdbc, Ids ids, Clock clock, Locals locals, Seals seals, Audit audit) {
    return new Cases(jdbc, ids, clock, locals, seals, audit);
  }

  @Bean
  WhoseFight whoseFight(JdbcClient jdbc, Clock clock, Locals locals, Seals defenceSeals, Cases cases, Audit audit) {
    return new WhoseFight(jdbc, clock, locals, new CaseRows(defenceSeals), cases, audit);
  }

  @Bean
  CaseNotes caseNotes(JdbcClient jdbc, Ids ids, Clock clock, Locals locals, Seals seals, Audit audit) {
    return new CaseNotes(jdbc, ids, clock, locals, seals, audit);
  }

  @Bean
  Care defenceCare(JdbcClient jdbc, Ids ids, Clock clock, Locals locals, Audit audit) {
    return new Care(jdbc, ids, clock, locals, audit);
  }

  @Bean
  CaseEvidence caseEvidence(FileStore files, Audit audit) { return new CaseEvidence(files, audit); }

  @Bean
  CasePlaces casePlaces(JdbcClient jdbc) { return new CasePlaces(jdbc); }

  @Bean
  AllRight allRight(JdbcClient jdbc, Ids ids, Clock clock, Locals locals, StrikersAsked strikers, Audit audit) {
    return new AllRight(jdbc, ids, clock, locals, strikers, audit);
  }

  @Bean
  RungPages defenceRungs(AllRight allRight, Cases cases) { return new DefenceRungs(allRight, cases); }

  @Bean
  ForgottenByDefence forgottenByDefence(JdbcClient jdbc, CaseEvidence evidence, Locals locals, Clock clock) {
    return new ForgottenByDefence(jdbc, evidence, locals, clock);
  }

  @Bean
  OwnData ownCases(JdbcClient jdbc, Cases cases, CaseNotes notes) { return new OwnCases(jdbc, cases, notes); }

  @Bean
  PersonPanel casePanel(Cases cases, CaseReach reach, PersonRecords records) {
    return new CasePanel(cases, reach, records);
  }

  @Bean
  MenuEntry casesEntry() { return MenuEntry.of(4, "cases.title", "cases", "life-buoy", Power.TALK); }

  @Bean
  MenuEntry allRightEntry() { return MenuEntry.of(5, "all-right.title", "all-right", "shield", Power.TALK); }

  @Bean
  MenuEntry ownCaseEntry() { return MenuEntry.of(6, "cases.me", "cases/new", "life-buoy", Power.TAKE_PART); }

  @Bean
  MenuEntry careEntry() { return MenuEntry.of(7, "care.title", "care", "heart-handshake", Power.TAKE_PART); }
}
