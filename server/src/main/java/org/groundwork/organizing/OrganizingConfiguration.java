// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.MenuEntry;
import org.groundwork.platform.web.NavEntry;
import org.groundwork.platform.web.NextStep;
import org.groundwork.roll.OwnFields;
import org.groundwork.roll.Contacts;
import org.groundwork.roll.People;
import org.groundwork.roll.OwnData;
import org.groundwork.roll.PersonForgotten;
import org.groundwork.roll.PersonPanel;
import org.groundwork.roll.PersonRecords;
import org.groundwork.roll.SafeContact;
import org.groundwork.roll.SiteLink;
import org.groundwork.roll.Sites;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the groundwork at sites and contributes its ways to colour a chart. */
@Configuration(proxyBeanMethods = false)
class OrganizingConfiguration {
  /** Above what somebody said they come to, even tomorrow; below a paper that runs out and a call of tonight. */
  private static final int BEFORE_OWN_DATES = 92;
  /** Above dates of one's own that are still days ahead. */
  private static final int AFTER_TOMORROW = 36;

  @Bean
  Seals organizingSeals(KeyStore keys) { return new Seals(new FieldCipher(keys, Purpose.sealing("organizing"))); }

  @Bean
  Settings organizingSettings(JdbcClient jdbc, Clock clock, Audit audit) { return new Settings(jdbc, clock, audit); }

  @Bean
  Levels levels(JdbcClient jdbc, Ids ids, Clock clock, Audit audit) { return new Levels(jdbc, ids, clock, audit); }

  @Bean
  Assessments.Context assessmentContext(Settings settings, Locals locals, Audit audit) {
    return new Assessments.Context(settings, locals, audit);
  }

  @Bean
  Assessments assessments(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, Levels levels,
      Assessments.Context context) {
    return new Assessments(jdbc, ids, clock, seals, levels, context);
  }

  @Bean
  Leaders leaders(JdbcClient jdbc, Clock clock, Locals locals, Audit audit) {
    return new Leaders(jdbc, clock, locals, audit);
  }

  @Bean
  Stewards.Context stewardContext(Settings settings, Locals locals, Mandates mandates) {
    return new Stewards.Context(settings, locals, mandates);
  }

  @Bean
  Stewards stewards(JdbcClient jdbc, Ids ids, Clock clock, Stewards.Context context, Audit audit) {
    return new Stewards(jdbc, ids, clock, context, audit);
  }

  @Bean
  Asks openAsks(ObjectProvider<OpenAsks> asks) { return new Asks(() -> asks.orderedStream().toList()); }

  @Bean
  Weeks weeksOfTalks(JdbcClient jdbc) { return new Weeks(jdbc); }

  @Bean
  Conversations.Context conversationContext(Asks asks, ObjectProvider<Issues> issues) {
    return new Conversations.Context(asks, () -> issues.orderedStream().toList());
  }

  @Bean
  Conversations conversations(JdbcClient jdbc, Clock clock, Seals seals, Conversations.Context context,
      Contacts contacts, Audit audit) {
    return new Conversations(jdbc, clock, seals, context, contacts, audit);
  }

  @Bean
  Turfs turfs(JdbcClient jdbc, Ids ids, Clock clock, Audit audit) { return new Turfs(jdbc, ids, clock, audit); }

  @Bean
  PersonForgotten forgottenByOrganizing(JdbcClient jdbc) { return new Forgotten(jdbc); }

  @Bean
  ChartLayer standingLayer(Levels levels, Assessments assessments) { return new Layers.Standing(levels, assessments); }

  @Bean
  ChartLayer contactLayer(Conversations conversations, Clock clock) { return new Layers.Contact(conversations, clock); }

  @Bean
  ChartLayer coveredLayer(Stewards stewards) { return new Layers.Covered(stewards); }

  @Bean
  Cards signedCards(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, Locals locals, Audit audit) {
    return new Cards(jdbc, ids, clock, seals, locals, audit);
  }

  @Bean
  ChartLayer signedLayer(Cards cards) { return new Layers.Signed(cards); }

  @Bean
  MenuEntry signedCardsEntry() { return MenuEntry.of(55, "cards.title", "cards", "signature", Power.ORGANISE); }

  @Bean
  Fields organizingFields(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, Locals locals, Audit audit) {
    return new Fields(jdbc, ids, clock, seals, locals, audit);
  }

  @Bean
  FieldMarks fieldMarks(JdbcClient jdbc, Seals seals) { return new FieldMarks(jdbc, seals); }

  @Bean
  ChartLayer ownLayer(Fields fields, Clock clock) { return new Layers.Own(fields, clock); }

  @Bean
  OwnFields fieldsOfRoll(Fields fields) { return new FieldsOfRoll(fields); }

  @Bean
  MenuEntry fieldsEntry() { return MenuEntry.of(58, "fields.title", "fields", "list-checks", Power.ORGANISE); }

  @Bean
  ChartLayer memberLayer(JdbcClient jdbc) { return new Layers.Member(jdbc); }

  @Bean
  SiteCharts siteCharts(Sites sites, People people, Stewards stewards, Leaders leaders, Conversations conversations,
      ObjectProvider<ChartLayer> layers, Clock clock) {
    return new SiteCharts(sites, people, stewards, leaders, conversations, new SiteCharts.Look(
        () -> layers.stream().sorted(Comparator.comparingInt(ChartLayer::order)).toList(), clock));
  }

  @Bean
  Agreed agreedWithPeople(JdbcClient jdbc, Clock clock, Seals seals) { return new Agreed(jdbc, clock, seals); }

  @Bean
  MyPeople myPeople(Stewards stewards, Conversations conversations, Agreed agreed, Assessments assessments,
      MyPeople.Roll roll, Locals locals, Clock clock) {
    return new MyPeople(stewards, conversations, agreed, assessments, roll, locals, clock);
  }

  @Bean
  MyPeople.Roll rollForMyPeople(People people, Sites sites, SafeContact safe, ObjectProvider<WorthATalk> worth) {
    return new MyPeople.Roll(people, sites, safe, () -> worth.orderedStream().toList());
  }

  /** A steward's first screen leads to their people before any date of their own; an organiser has other things first. */
  @Bean
  NextStep myPeopleStep(MyPeople mine) {
    return actor -> {
      boolean steward = actor.may(Power.TALK) && !actor.may(Power.ORGANISE);
      int waiting = actor.may(Power.TALK) ? mine.waiting(actor) : 0;
      if (waiting > 0) {
        return Optional.of(myPeopleStep(steward ? BEFORE_OWN_DATES : 55, "my-people.step", waiting));
      }
      int all = steward ? mine.howMany(actor) : 0;
      return all == 0 ? Optional.empty() : Optional.of(myPeopleStep(AFTER_TOMORROW, "my-people.step.all", all));
    };
  }

  private static NextStep.Step myPeopleStep(int urgency, String key, int people) {
    return new NextStep.Step(urgency, key, key + ".detail", List.of(people), "my-people", "my-people.step.action");
  }

  @Bean
  FirstTask firstTask(JdbcClient jdbc, Clock clock, Seals seals, Stewards stewards, Audit audit) {
    return new FirstTask(jdbc, clock, seals, stewards, audit);
  }

  @Bean
  ToldWords toldWords(FirstTask task, Sites sites) { return new ToldWords(task, sites); }

  /** Whoever joins begins where they live or work, and not with a shift: it comes before a date they said yes to. */
  @Bean
  NextStep firstTaskStep(FirstTask task, Sites sites) {
    return actor -> actor.may(Power.TALK) || task.told(actor.person())
        ? Optional.empty()
        : task.sites(actor.person())
            .stream()
            .findFirst()
            .flatMap(sites::byId)
            .map(site -> new NextStep.Step(BEFORE_OWN_DATES, "first-task.step", "first-task.step.detail",
                List.of(site.name()),
                "first-task", "first-task.step.action"));
  }

  @Bean
  MenuEntry firstTaskEntry() {
    return new MenuEntry(15, "first-task.menu", "first-task", "message-circle",
        caller -> caller instanceof Caller.Actor actor && actor.may(Power.TAKE_PART) && !actor.may(Power.TALK));
  }

  @Bean
  NextStep toldStep(ToldWords words) {
    return actor -> {
      int waiting = actor.may(Power.TALK) ? words.howMany(actor) : 0;
      return waiting == 0
          ? Optional.empty()
          : Optional.of(new NextStep.Step(57, "told.step", "told.step.detail", List.of(waiting), "told",
              "told.step.action"));
    };
  }

  @Bean
  PersonPanel standingPanel(PersonRecords records, Assessments assessments, Levels levels, Stewards stewards,
      StandingPanel.AtSites atSites) {
    return new StandingPanel(records, assessments, levels, stewards, atSites);
  }

  @Bean
  StandingPanel.AtSites sitesForThePanel(Sites sites, SiteCharts charts, People people) {
    return new StandingPanel.AtSites(sites, charts, people);
  }

  @Bean
  OwnData ownOrganizing(Conversations conversations, Assessments assessments, Levels levels, Cards cards,
      Fields fields, FirstTask task) {
    return new OwnOrganizing(conversations, assessments, levels, cards, fields, task);
  }

  @Bean
  SiteLink chartLink() { return new SiteLink(10, "site-link.chart", "chart", Power.ORGANISE); }

  @Bean
  SiteLink doorsLink() { return new SiteLink(20, "site-link.doors", "doors", Power.TALK); }

  @Bean
  SiteLink stewardsLink() { return new SiteLink(30, "site-link.stewards", "stewards", Power.ORGANISE); }

  @Bean
  SiteLink turnedToLink() { return new SiteLink(35, "site-link.turned-to", "turned-to", Power.ORGANISE); }

  @Bean
  MenuEntry scaleEntry() { return MenuEntry.of(60, "scale.title", "scale", "scale", Power.ORGANISE); }

  /** A steward's place in the navigation; organisers have five without it and find it in the menu. */
  @Bean
  NavEntry myPeoplePlace() {
    return new NavEntry(5, "nav.my-people", "my-people", "door-open", Power.TALK, Optional.of(Power.RESEARCH));
  }

  @Bean
  MenuEntry myPeopleEntry() {
    return new MenuEntry(5, "my-people.title", "my-people", "door-open",
        caller -> caller instanceof Caller.Actor actor && actor.may(Power.TALK) && actor.may(Power.RESEARCH));
  }
}
