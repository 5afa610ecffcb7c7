// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.FounderRecord;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.PeopleDirectory;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.RollSize;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.SamePlace;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.audit.AuditLooks;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.jobs.RecurringStart;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.groundwork.platform.message.ContactRules;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.MenuEntry;
import org.groundwork.platform.web.NavEntry;
import org.groundwork.platform.web.NextStep;
import org.groundwork.platform.web.WalkStage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the roll and contributes its entries to navigation and walk. */
@Configuration(proxyBeanMethods = false)
class RollConfiguration {

  @Bean
  SamePlace mergedPlaces(JdbcClient jdbc) { return new MergedPlaces(jdbc); }

  @Bean
  PersonFields personFields(KeyStore keys) { return new PersonFields(keys); }

  @Bean
  People people(JdbcClient jdbc, Ids ids, Clock clock, PersonFields fields, ChangeSets changes) {
    return new People(jdbc, ids, clock, fields, changes);
  }

  @Bean
  Directory directory(JdbcClient jdbc, PersonFields fields) { return new Directory(jdbc, fields); }

  @Bean
  PeopleSought peopleSought(JdbcClient jdbc, PersonFields fields) { return new PeopleSought(jdbc, fields); }

  @Bean
  NameSearch nameSearch(JdbcClient jdbc, PersonFields fields, Directory directory) {
    return new NameSearch(jdbc, fields, directory);
  }

  @Bean
  RowImages rowImages(JdbcClient jdbc, ChangeSets changes) { return new RowImages(jdbc, changes); }

  @Bean
  Memberships memberships(JdbcClient jdbc, Ids ids, Clock clock, RowImages images) {
    return new Memberships(jdbc, ids, clock, images);
  }

  @Bean
  PersonRecords.Writing recordWriting(ChangeSets changes, RowImages images, Memberships memberships, People people,
      Audit audit) {
    return new PersonRecords.Writing(changes, images, memberships, people, audit);
  }

  @Bean
  PersonRecords personRecords(JdbcClient jdbc, Clock clock, PersonFields fields, PersonRecords.Writing writing) {
    return new PersonRecords(jdbc, clock, fields, writing);
  }

  @Bean
  PeopleInReach peopleInReach(PersonRecords records, Audit audit) { return new PeopleInReach(records, audit); }

  @Bean
  Contacts.SignIn signIn(Mandates mandates, Accounts accounts) { return new Contacts.SignIn(mandates, accounts); }

  @Bean
  Contacts contacts(JdbcClient jdbc, ChangeSets changes, Audit audit, Contacts.SignIn signIn,
      ObjectProvider<PersonForgotten> others) {
    return new Contacts(jdbc, changes, audit, signIn, others.orderedStream().toList());
  }

  @Bean
  Forgetting.Papers forgottenPapers(RollExports exports, PrintCopies copies, ObjectProvider<ShortLived> others) {
    return new Forgetting.Papers(exports, copies, () -> others.orderedStream().toList());
  }

  @Bean
  Forgetting forgetting(JdbcClient jdbc, Clock clock, Contacts contacts, Applications applications,
      Forgetting.Papers papers, ObjectProvider<LastContact> conversations) {
    return new Forgetting(jdbc, clock, contacts, applications, papers, conversations.orderedStream().toList());
  }

  @Bean
  ApplicationFields applicationFields(KeyStore keys, PersonFields people) {
    return new ApplicationFields(keys, people);
  }

  @Bean
  Applications applications(JdbcClient jdbc, Ids ids, Clock clock, ApplicationFields fields, Audit audit) {
    return new Applications(jdbc, ids, clock, fields, audit);
  }

  @Bean
  Joining joining(Applications applications, PersonRecords records, NameSearch search, PersonRecords.Writing writing,
      ObjectProvider<JoinQuestion> questions) {
    return new Joining(applications, records, search, writing, questions.orderedStream().toList());
  }

  @Bean
  NextStep joiningStep(Applications applications) {
    return actor -> {
      boolean whole = actor.reachOf(Power.EDIT_PEOPLE).filter(Reach.WholeLocal.class::isInstance).isPresent();
      int waiting = whole ? applications.count() : 0;
      return waiting == 0
          ? Optional.empty()
          : Optional.of(new NextStep.Step(60, "joining.step", "joining.step.detail", List.of(waiting), "joining",
              "joining.step.action"));
    };
  }

  /** Whoever looks after places and runs no campaign sees how many are known at the first of them. */
  @Bean
  NextStep chartStep(Sites sites, Charts charts) {
    return actor -> actor.may(Power.RUN_CAMPAIGNS) || !actor.may(Power.EDIT_PEOPLE)
        ? Optional.empty()
        : sites.all()
            .stream()
            .filter(site -> site.laidOut() && actor.may(Power.EDIT_PEOPLE, site.id()))
            .findFirst()
            .map(charts::of)
            .map(chart -> new NextStep.Step(30, "chart.step",
                chart.headCounts() ? "chart.step.jobs" : "chart.step.homes",
                List.of(chart.site().name(), chart.known(), chart.total()), "sites/" + chart.site().id(),
                "chart.step.action"));
  }

  @Bean
  RollExports rollExports(JdbcClient jdbc, Clock clock, KeyStore keys, RollFile files, Ids ids, Mandates mandates,
      Audit audit) {
    var requests = new ExportRequests(jdbc, new FieldCipher(keys, Purpose.sealing("people")), clock);
    return new RollExports(requests, files, ids, mandates, audit);
  }

  @Bean
  RollFile rollFile(JdbcClient jdbc, PersonFields fields, Directory directory, SafeContact safe) {
    return new RollFile(jdbc, fields, directory, safe);
  }

  @Bean
  NextStep exportStep(RollExports exports) { return new ExportStep(exports); }

  @Bean
  Departure departure(PersonRecords records, Contacts contacts, Mandates mandates, Audit audit,
      ObjectProvider<PersonLeft> others) {
    return new Departure(records, contacts, mandates, audit, () -> others.orderedStream().toList());
  }

  @Bean
  OwnData ownRoll(JdbcClient jdbc, Clock clock, PersonRecords records, SafeContact safe, Mandates mandates,
      AuditLooks looks) {
    return new OwnRoll(jdbc, clock, records, safe, new OwnRoll.Access(mandates, looks));
  }

  @Bean
  ContactRules contactRules(SafeContact safe) { return new RollContactRules(safe); }

  @Bean
  DailyForgetting dailyForgetting(Forgetting forgetting) { return new DailyForgetting(forgetting); }

  /** The clock of jobs is asked for recurring starts before there are jobs: the start itself is looked up when due. */
  @Bean
  RecurringStart dailyForgettingStart(ObjectProvider<Jobs> jobs, ObjectProvider<DailyForgetting> forgetting,
      Locals locals, Transactions transactions, Clock clock) {
    return new RecurringStart("daily-forgetting", DailyStart.CRON, ZoneOffset.UTC,
        () -> new DailyStart(jobs.getObject(), forgetting.getObject(), locals, transactions, clock).run());
  }

  @Bean
  PrintCopies printCopies(JdbcClient jdbc, Ids ids, Clock clock, SecureRandom random, Audit audit) {
    return new PrintCopies(jdbc, ids, clock, random, audit);
  }

  @Bean
  Consent consent(JdbcClient jdbc) { return new Consent(jdbc); }

  @Bean
  SafeContact.Reading safeContactReading(Locals locals, Audit audit) { return new SafeContact.Reading(locals, audit); }

  @Bean
  SafeContact safeContact(JdbcClient jdbc, Clock clock, PersonFields fields, Consent consent,
      SafeContact.Reading reading) {
    return new SafeContact(jdbc, clock, fields, consent, reading);
  }

  @Bean
  PersonMerge personMerge(JdbcClient jdbc, Clock clock, PersonFields fields, PersonRecords records,
      PersonRecords.Writing writing) {
    return new PersonMerge(jdbc, clock, fields, records, writing);
  }

  @Bean
  PersonDuplicates personDuplicates(JdbcClient jdbc, Clock clock, PersonFields fields, Directory directory) {
    return new PersonDuplicates(jdbc, clock, fields, directory);
  }

  @Bean
  Sites sites(JdbcClient jdbc, Ids ids, Clock clock, Audit audit) { return new Sites(jdbc, ids, clock, audit); }

  @Bean
  SiteMerge siteMerge(JdbcClient jdbc, Clock clock, Sites sites, PersonRecords.Writing writing) {
    return new SiteMerge(jdbc, clock, sites, writing);
  }

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
  PeopleDirectory peopleDirectory(JdbcClient jdbc, People people, Sites sites, PersonRecords records,
      Memberships memberships, ChangeSets changes) {
    return new RollDirectory(jdbc, people, sites, records,
        person -> memberships.join(changes.open("person-came-in"), person, Memberships.Kind.MEMBER));
  }

  @Bean
  NavEntry peopleEntry() { return new NavEntry(20, "nav.people", "people", "users", Power.SEE_PEOPLE); }

  @Bean
  MenuEntry ownEntry() {
    return new MenuEntry(10, "own.title", "me", "user-round", caller -> caller instanceof Caller.Actor);
  }

  @Bean
  MenuEntry exportsEntry() { return MenuEntry.of(45, "export.list", "exports", "download", Power.EXPORT_ROLL); }

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
