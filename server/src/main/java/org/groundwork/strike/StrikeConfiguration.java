// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.time.Clock;
import java.time.ZoneOffset;
import org.groundwork.campaign.Campaigns;
import org.groundwork.campaign.RungPages;
import org.groundwork.campaign.StrengthTests;
import org.groundwork.organizing.Stewards;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.jobs.RecurringStart;
import org.groundwork.platform.keys.BlindIndex;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.groundwork.platform.tenancy.EveryLocal;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.MenuEntry;
import org.groundwork.platform.web.NextStep;
import org.groundwork.roll.OwnData;
import org.groundwork.roll.People;
import org.groundwork.roll.Sites;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the books of strikes. */
@Configuration(proxyBeanMethods = false)
class StrikeConfiguration {

  @Bean
  Seals strikeSeals(KeyStore keys) {
    return new Seals(new FieldCipher(keys, Purpose.sealing("strike")),
        new BlindIndex(keys, Purpose.indexing("strikers")));
  }

  @Bean
  Strikes strikes(JdbcClient jdbc, Clock clock, Seals seals, Audit audit) {
    return new Strikes(jdbc, clock, seals, audit);
  }

  @Bean
  RentBook rentBook(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, Strikes strikes, StrengthTests tests,
      Audit audit) {
    return new RentBook(jdbc, ids, clock, seals, strikes, tests, audit);
  }

  @Bean
  Happenings strikeHappenings(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, Strikes strikes,
      CrossingOut crossing, Audit audit) {
    return new Happenings(jdbc, ids, clock, seals, strikes, crossing, audit);
  }

  @Bean
  Notices strikeNotices(JdbcClient jdbc, Ids ids, Clock clock, FileStore files, CrossingOut crossing, Audit audit) {
    return new Notices(jdbc, ids, clock, files, crossing, audit);
  }

  @Bean
  Hearings strikeHearings(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, CrossingOut crossing, Audit audit) {
    return new Hearings(jdbc, ids, clock, seals, crossing, audit);
  }

  @Bean
  CrossingOut crossingOut(JdbcClient jdbc, Clock clock, Locals locals, Strikes strikes, Audit audit) {
    return new CrossingOut(jdbc, clock, locals, strikes, audit);
  }

  @Bean
  StrikeList strikeList(JdbcClient jdbc, Ids ids, Seals seals, Strikes strikes) {
    return new StrikeList(jdbc, ids, seals, strikes);
  }

  @Bean
  StrikersAsked strikersAsked(JdbcClient jdbc, Seals strikeSeals, StrikeList list) {
    return new StrikersAsked(jdbc, strikeSeals, list);
  }

  @Bean
  OnStrike onStrike(StrikeList list, Sites sites, People people, StrengthTests tests) {
    return new OnStrike(list, sites, people, tests);
  }

  @Bean
  OutTold outTold(JdbcClient jdbc, OnStrike onStrike, Strikes strikes, StrikeSites at, Sites sites, Seals strikeSeals) {
    return new OutTold(jdbc, onStrike, strikes, new OutTold.Where(at, sites), strikeSeals);
  }

  @Bean
  MonthlySums monthlySums(JdbcClient jdbc, RentBook book, Seals strikeSeals) {
    return new MonthlySums(jdbc, book, strikeSeals);
  }

  @Bean
  StrikeSites strikeSites(JdbcClient jdbc) { return new StrikeSites(jdbc); }

  @Bean
  StrikeReach strikeReach(Stewards stewards) { return new StrikeReach(stewards); }

  @Bean
  RungPages strikeRungPages(Strikes strikes, StrikeSites sites) { return new StrikeRungPages(strikes, sites); }

  @Bean
  StrikesForgotten forgottenByStrikes(JdbcClient jdbc, Clock clock, Strikes strikes, RentBook book, StrikeList list,
      Notices notices, Campaigns campaigns, Locals locals) {
    return new StrikesForgotten(jdbc, clock, strikes, new StrikesForgotten.Books(book, list, notices), campaigns,
        locals);
  }

  @Bean
  OwnData ownStrikes(JdbcClient jdbc, Strikes strikes, RentBook book, StrikeList list, StrikersAsked asked) {
    return new OwnStrikes(jdbc, strikes, book, list, asked);
  }

  @Bean
  StrikeRound strikeRound(Transactions transactions, Clock clock, Strikes strikes, MonthlySums sums,
      OutTold out, StrikesForgotten forgotten, Locals locals) {
    return new StrikeRound(transactions, clock, strikes, sums, out, forgotten, locals);
  }

  /** The clock of jobs is asked for recurring starts before there are jobs: the start itself is looked up when due. */
  @Bean
  RecurringStart dailyStrikeRound(ObjectProvider<Jobs> jobs, ObjectProvider<StrikeRound> round, Locals locals,
      Transactions transactions) {
    return new RecurringStart("strike-round", StrikeRound.CRON, ZoneOffset.UTC,
        () -> EveryLocal.run("the round of strikes", locals, transactions,
            local -> transactions.write(() -> round.getObject().start(jobs.getObject()))));
  }

  @Bean
  StrikeSteps strikeSteps(Strikes strikes, Notices notices, StrikeList list, StrikeSites sites, StrikeReach reach,
      Locals locals, Clock clock) {
    return new StrikeSteps(strikes, notices, list, new StrikeSteps.Where(sites, reach, locals, clock));
  }

  @Bean
  ComingSteps strikeComingSteps(JdbcClient jdbc, StrikeSites sites, StrikeReach reach, Locals locals, Clock clock) {
    return new ComingSteps(new DaysToCome(jdbc), new StrikeSteps.Where(sites, reach, locals, clock));
  }

  @Bean
  NextStep strikeHearingStep(ComingSteps steps) { return steps::hearing; }

  @Bean
  NextStep strikeOfferStep(ComingSteps steps) { return steps::offer; }

  @Bean
  NextStep strikePaperStep(StrikeSteps steps) { return steps::paper; }

  @Bean
  NextStep strikeOutStep(StrikeSteps steps) { return steps::out; }

  @Bean
  MenuEntry strikesEntry() { return MenuEntry.of(4, "strikes.title", "strikes", "flag", Power.TAKE_PART); }
}
