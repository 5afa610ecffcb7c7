// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.grievance.Grievances;
import org.groundwork.organizing.Conversations;
import org.groundwork.organizing.Assessments;
import org.groundwork.organizing.Stewards;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.ids.Tokens;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.web.MenuEntry;
import org.groundwork.platform.web.NavEntry;
import org.groundwork.platform.web.NextStep;
import org.groundwork.platform.web.WalkStage;
import org.groundwork.roll.OwnData;
import org.groundwork.roll.People;
import org.groundwork.roll.PersonInUse;
import org.groundwork.roll.Sites;
import org.groundwork.target.Dossiers;
import org.groundwork.target.NetworkFights;
import org.groundwork.target.Networks;
import org.groundwork.target.PublicTargets;
import org.groundwork.target.Target;
import org.groundwork.target.Targets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires campaigns; contributes the walk's last questions and the step that follows from an open campaign. */
@Configuration(proxyBeanMethods = false)
class CampaignConfiguration {
  /** Among so many campaigns the first screen looks for one that its reader runs. */
  private static final int LOOKED_THROUGH = 20;

  @Bean
  Seals campaignSeals(KeyStore keys) { return new Seals(new FieldCipher(keys, Purpose.sealing("campaigns"))); }

  @Bean
  RowImages campaignImages(JdbcClient jdbc, ChangeSets changes) { return new RowImages(jdbc, changes); }

  @Bean
  Campaigns campaigns(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, Targets targets, Audit audit) {
    return new Campaigns(jdbc, ids, clock, seals, targets, audit);
  }

  @Bean
  CampaignList campaignList(JdbcClient jdbc, Seals seals) { return new CampaignList(jdbc, seals); }

  @Bean
  Amendments amendments(JdbcClient jdbc, Clock clock, Seals seals, Campaigns campaigns, RowImages images,
      Audit audit, Amendments.Bound bound) {
    return new Amendments(jdbc, clock, seals, campaigns, images, audit, bound);
  }

  @Bean
  Amendments.Bound boundToRungs(ObjectProvider<Pledged> pledged, ObjectProvider<RungPages> pages, RunningTest running) {
    return new Amendments.Bound(pledged, pages, running);
  }

  @Bean
  RunningTest runningTest(JdbcClient jdbc, Ladder ladder, StrengthTests tests, Lowerings lowerings, Audit audit) {
    return new RunningTest(jdbc, ladder, tests, lowerings, audit);
  }

  @Bean
  Lowerings lowerings(JdbcClient jdbc, Ids ids, Clock clock, Locals locals, Seals seals, Audit audit) {
    return new Lowerings(jdbc, ids, clock, locals, seals, audit);
  }

  @Bean
  Publicity publicity(JdbcClient jdbc, Ids ids, Tokens tokens, Clock clock, Seals seals, RowImages images,
      Dossiers dossiers, Audit audit) {
    return new Publicity(jdbc, new Publicity.Sources(ids, tokens, clock), seals, images,
        new ShownLinks(jdbc, ids, seals, dossiers), audit);
  }

  @Bean
  Closing campaignClosing(JdbcClient jdbc, Clock clock, Seals seals, RowImages images, Audit audit,
      ObjectProvider<OpenCases> cases, ObjectProvider<UnsaidCases> unsaid, Conversations conversations,
      Settling settling) {
    return new Closing(jdbc, clock, seals, images, audit, cases.orderedStream().toList(),
        unsaid.orderedStream().toList(), conversations, settling);
  }

  @Bean
  StrengthTests.Charted charted(Sites sites, People people, Stewards stewards, Assessments assessments) {
    return new StrengthTests.Charted(sites, people, stewards, assessments);
  }

  @Bean
  StrengthTests strengthTests(JdbcClient jdbc, Clock clock, StrengthTests.Charted charted, Audit audit) {
    return new StrengthTests(jdbc, clock, charted, audit);
  }

  @Bean
  Letters letters(JdbcClient jdbc, Clock clock, Seals seals, Audit audit) {
    return new Letters(jdbc, clock, seals, audit);
  }

  @Bean
  Deliveries deliveries(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, StrengthTests tests, Letters letters,
      People people, Audit audit) {
    return new Deliveries(jdbc, new Deliveries.Sources(ids, clock), seals, tests, letters, people, audit);
  }

  @Bean
  Debriefs debriefs(JdbcClient jdbc, Seals seals, Targets targets) { return new Debriefs(jdbc, seals, targets); }

  @Bean
  Replies replies(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, Locals locals, ReplyFiles files, Audit audit) {
    return new Replies(jdbc, ids, clock, seals, locals, files, audit);
  }

  @Bean
  ReplyFiles replyFiles(FileStore files, Audit audit) { return new ReplyFiles(files, audit); }

  @Bean
  ReplyCorrections replyCorrections(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, Replies replies, Audit audit) {
    return new ReplyCorrections(jdbc, ids, clock, seals, replies, audit);
  }

  /** Who runs a fight is told when the day of a promise is over. */
  @Bean
  NextStep replyStep(Replies replies) {
    return actor -> actor.may(Power.RUN_CAMPAIGNS)
        ? replies.due(site -> Runners.runs(actor, site))
            .map(due -> new NextStep.Step(44, "reply.step", "reply.step.detail", List.of(due.what()),
                "campaigns/" + due.campaign() + "/replies", "reply.step.action"))
        : Optional.empty();
  }

  @Bean
  RungPages letterPages(Letters letters) { return new LetterPages(letters); }

  /** Somebody who did a step of a fight is not taken back with the paste that entered them. */
  @Bean
  PersonInUse personInFight(JdbcClient jdbc) {
    return people -> jdbc
        .sql(
            """
        select exists (select 1 from campaign.step_act where local_id = ? and person_id in (select unnest(?::uuid[])))""")
        .params(Tenancy.current().value(), people.toArray(UUID[]::new))
        .query(Boolean.class)
        .single();
  }

  @Bean
  OwnData ownSignatures(JdbcClient jdbc, Seals seals) { return new OwnSignatures(jdbc, seals); }

  @Bean
  Wins wins(JdbcClient jdbc, Clock clock, Seals seals, Targets targets, Locals locals, Audit audit) {
    return new Wins(jdbc, clock, seals, targets, locals, audit);
  }

  @Bean
  Settling settling(JdbcClient jdbc, Clock clock, Seals seals, RowImages images, Audit audit) {
    return new Settling(jdbc, clock, seals, images, audit);
  }

  /** Who runs a fight is reminded to look whether what was promised is kept. */
  @Bean
  NextStep promiseStep(Wins wins) {
    return actor -> actor.may(Power.RUN_CAMPAIGNS)
        ? wins.toLook(site -> Runners.runs(actor, site))
            .map(ended -> new NextStep.Step(45, "wins.step", "wins.step.detail", List.of(ended.what(), ended.title()),
                "campaigns/" + ended.campaign() + "/kept", "wins.step.action"))
        : Optional.empty();
  }

  @Bean
  MenuEntry winsEntry() { return MenuEntry.of(20, "wins.title", "wins", "star", Power.TAKE_PART); }

  @Bean
  Ladder ladder(JdbcClient jdbc, Clock clock, Locals locals, Seals seals, StrengthTests tests, RowImages images,
      Audit audit) {
    return new Ladder(jdbc, clock, locals, seals, tests, images, audit);
  }

  /** Against whom the local has gone public everybody may know. */
  @Bean
  PublicTargets publicTargets(JdbcClient jdbc) {
    return target -> jdbc
        .sql(
            "select exists (select 1 from campaign.campaign where local_id = ? and target_id = ? and state = 'public')")
        .params(Tenancy.current().value(), target)
        .query(Boolean.class)
        .single();
  }

  @Bean
  CausePlaces causePlaces(JdbcClient jdbc, Clock clock, Grievances grievances, Networks networks) {
    return new CausePlaces(jdbc, clock, grievances, networks);
  }

  /** Whoever changes networks reads which fights that touches. */
  @Bean
  NetworkFights networkFights(CampaignList list, Targets targets) {
    return (networks, most) -> list
        .about(networks, targets.ofNetworks(networks, most).stream().map(Target::id).toList(), most)
        .stream()
        .map(line -> new NetworkFights.Fight(line.title(), "campaigns/" + line.id()))
        .toList();
  }

  @Bean
  FightsAbout fightsAbout(JdbcClient jdbc) { return new FightsAbout(jdbc); }

  @Bean
  NavEntry campaignsEntry() { return new NavEntry(10, "nav.campaigns", "campaigns", "flag", Power.TAKE_PART); }

  @Bean
  WalkStage demandStage(CampaignList list) { return new WalkStage(60, "start/what-we-ask", list::anyAsks); }

  @Bean
  WalkStage planStage(CampaignList list) { return new WalkStage(70, "start/how-we-go-on", list::anyOpened); }

  @Bean
  NextStep campaignStep(CampaignList list, Campaigns campaigns) {
    return actor -> actor.may(Power.RUN_CAMPAIGNS)
        ? list.goingOn(CampaignList.START, LOOKED_THROUGH)
            .stream()
            .filter(line -> line.state() != Campaign.State.DRAFT && line.runBy(actor))
            .findFirst()
            .flatMap(line -> campaigns.byId(line.id()))
            .map(CampaignConfiguration::talk)
        : Optional.empty();
  }

  /** Whoever takes part and runs no campaign reads where the newest one stands. */
  @Bean
  NextStep storyStep(CampaignList list, Campaigns campaigns) {
    return actor -> actor.may(Power.RUN_CAMPAIGNS)
        ? Optional.empty()
        : list.goingOn(CampaignList.START, LOOKED_THROUGH)
            .stream()
            .filter(line -> line.state() != Campaign.State.DRAFT)
            .findFirst()
            .flatMap(line -> campaigns.byId(line.id()))
            .map(CampaignConfiguration::story);
  }

  private static NextStep.Step story(Campaign campaign) {
    var core = campaign.core();
    return new NextStep.Step(20, "home.story", core.now().isPresent() ? "home.story.detail" : "",
        List.of(core.title(), core.now().map(Campaign.Step::what).orElse("")), "campaigns/" + core.id(),
        "home.story.action");
  }

  private static NextStep.Step talk(Campaign campaign) {
    var core = campaign.core();
    return new NextStep.Step(50, "home.talks", "home.talks.detail",
        List.of(core.title(), core.now().map(Campaign.Step::what).orElse("")), "campaigns/" + core.id() + "/talks",
        "home.talks.action");
  }
}
