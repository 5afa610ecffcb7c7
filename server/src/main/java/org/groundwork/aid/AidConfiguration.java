// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.time.Clock;
import java.time.ZoneOffset;
import org.groundwork.campaign.Campaigns;
import org.groundwork.defence.Cases;
import org.groundwork.defence.HardshipRequests;
import org.groundwork.dues.Standings;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.CashPlaces;
import org.groundwork.ledger.Discreet;
import org.groundwork.ledger.Holdings;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.Pinned;
import org.groundwork.ledger.Promised;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.ids.Tokens;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.jobs.RecurringStart;
import org.groundwork.platform.keys.BlindIndex;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.groundwork.platform.tenancy.EveryLocal;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Languages;
import org.groundwork.platform.web.MenuEntry;
import org.groundwork.platform.web.NextStep;
import org.groundwork.roll.OwnData;
import org.groundwork.roll.SiteSuggestions;
import org.groundwork.spending.Appropriations;
import org.groundwork.spending.RuleBook;
import org.groundwork.strike.StrikeList;
import org.groundwork.treasury.MoneyDoor;
import org.groundwork.treasury.Signings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires what members give one another. */
@Configuration(proxyBeanMethods = false)
class AidConfiguration {

  @Bean
  Seals aidSeals(KeyStore keys) {
    return new Seals(new FieldCipher(keys, Purpose.sealing("aid")),
        new BlindIndex(keys, Purpose.indexing("strike-paid")));
  }

  @Bean
  Rulebook aidRulebook(JdbcClient jdbc, Clock clock, Audit audit) { return new Rulebook(jdbc, clock, audit); }

  @Bean
  RuleChanges aidRuleChanges(JdbcClient jdbc, Ids ids, Clock clock, Rulebook rules, Audit audit) {
    return new RuleChanges(jdbc, ids, clock, rules, audit);
  }

  @Bean
  AidFund aidFund(JdbcClient jdbc, Books books, Holdings holdings, Discreet discreet) {
    return new AidFund(jdbc, books, holdings, discreet);
  }

  @Bean
  Eligibility aidEligibility(JdbcClient jdbc, Standings standings, Locals locals, Clock clock) {
    return new Eligibility(jdbc, standings, locals, clock);
  }

  @Bean
  Requests aidRequests(JdbcClient jdbc, Ids ids, Clock clock, Seals aidSeals, Rulebook rules, Eligibility eligibility,
      AidPost post) {
    return new Requests(jdbc, ids, clock, aidSeals, rules, eligibility, post);
  }

  @Bean
  Committee.Parts aidCommitteeParts(Requests requests, Rulebook rules, Eligibility eligibility, AidFund fund,
      Deciders deciders, Cases cases, AidPost post, Audit audit) {
    return new Committee.Parts(requests, rules, eligibility, fund, deciders, cases, post, audit);
  }

  @Bean
  Committee aidCommittee(JdbcClient jdbc, Clock clock, Seals aidSeals, Tokens tokens, Committee.Parts parts) {
    return new Committee(jdbc, clock, aidSeals, tokens, parts);
  }

  @Bean
  Promised aidPromises(JdbcClient jdbc) { return new AidPromises(jdbc); }

  @Bean
  AidPayments.Accounting aidAccounting(Books books, Ledger ledger, AidFund fund, CashPlaces cash, Languages languages,
      Locals locals, Seals seals) {
    return new AidPayments.Accounting(books, ledger, fund, cash, new Words(languages, locals), seals);
  }

  @Bean
  AidPayments aidPayments(JdbcClient jdbc, Clock clock, Requests requests, Rulebook rules,
      AidPayments.Accounting accounting, Audit audit, AidPost post) {
    return new AidPayments(jdbc, clock, requests, rules, accounting, audit, post);
  }

  @Bean
  HardshipRequests aidRetaliation(Requests requests, Rulebook rules) { return new AidRetaliation(requests, rules); }

  @Bean
  TakenOffers takenOffers(JdbcClient jdbc, Campaigns campaigns, SiteSuggestions registers) {
    return new TakenOffers(jdbc, campaigns, registers);
  }

  @Bean
  StrikeShares strikeShares(JdbcClient jdbc, Ids ids, Seals aidSeals) { return new StrikeShares(jdbc, ids, aidSeals); }

  @Bean
  StrikePay strikePay(JdbcClient jdbc, Ids ids, Clock clock, StrikeList list, StrikeShares shares,
      AidPayments.Accounting accounting, StrikeReleases releases, Audit audit) {
    return new StrikePay(jdbc, ids, clock, list, shares, new StrikePay.Accounting(accounting, releases, audit));
  }

  @Bean
  StrikeReleases strikeReleases(JdbcClient jdbc, Ids ids, Clock clock, Audit audit, RuleBook rules,
      Appropriations appropriations, AidFund fund) {
    return new StrikeReleases(jdbc, ids, clock, audit, new StrikeReleases.Limits(rules, appropriations, fund));
  }

  @Bean
  StrikeRuleChanges strikeRuleChanges(JdbcClient jdbc, Ids ids, Clock clock, StrikePay pay, Audit audit) {
    return new StrikeRuleChanges(jdbc, ids, clock, pay, audit);
  }

  @Bean
  StrikePaySteps strikePaySteps(StrikeRuleChanges changes, StrikeReleases releases) {
    return new StrikePaySteps(changes, releases);
  }

  @Bean
  NextStep strikePayRuleStep(StrikePaySteps steps) { return steps::second; }

  @Bean
  NextStep strikePayReleaseStep(StrikePaySteps steps) { return steps::release; }

  @Bean
  NextStep strikePayStep(StrikePaySteps steps) { return steps::pay; }

  @Bean
  Undoings aidUndoings(JdbcClient jdbc, Ids ids, Clock clock, Seals aidSeals, Audit audit, Undoings.Parts parts) {
    return new Undoings(jdbc, ids, clock, aidSeals, audit, parts);
  }

  @Bean
  Undoings.Parts aidUndoingParts(Requests requests, Rulebook rules, StrikePay pay, StrikeShares shares,
      AidPayments.Accounting accounting, ObjectProvider<Pinned> pins) {
    return new Undoings.Parts(requests, rules, pay, shares, new UndoneBooks(accounting, pins));
  }

  @Bean
  NextStep aidUndoStep(Undoings undoings) { return actor -> AidSteps.undo(undoings, actor); }

  @Bean
  ForgottenByAid forgottenByAid(JdbcClient jdbc, Clock clock, StrikeShares shares) {
    return new ForgottenByAid(jdbc, clock, shares);
  }

  @Bean
  OwnData ownAid(Requests requests, StrikeShares shares, ForgottenByAid kept) {
    return new OwnAid(requests, shares, kept);
  }

  @Bean
  AidRound aidRound(Clock clock, ForgottenByAid forgotten, Signings signings, Locals locals) {
    return new AidRound(clock, forgotten, signings, locals);
  }

  /** The clock of jobs is asked for recurring starts before there are jobs: the start itself is looked up when due. */
  @Bean
  RecurringStart dailyAidRound(ObjectProvider<Jobs> jobs, ObjectProvider<AidRound> round, Locals locals,
      Transactions transactions) {
    return new RecurringStart("aid-round", AidRound.CRON, ZoneOffset.UTC,
        () -> EveryLocal.run("the round of the hardship fund", locals, transactions,
            local -> transactions.write(() -> round.getObject().start(jobs.getObject()))));
  }

  @Bean
  AidSteps aidSteps(Requests requests, Committee committee, AidPayments payments, RuleChanges changes, Clock clock,
      Locals locals) {
    return new AidSteps(requests, committee, payments, changes, clock, locals);
  }

  @Bean
  NextStep aidDecideStep(AidSteps steps) { return steps::decide; }

  @Bean
  NextStep aidPayStep(AidSteps steps) { return steps::pay; }

  @Bean
  NextStep aidRulesStep(AidSteps steps) { return steps::second; }

  @Bean
  NextStep aidOwnStep(AidSteps steps) { return steps::own; }

  @Bean
  MoneyDoor aidDoor(Committee committee, AidPayments payments) { return new AidDoor(committee, payments); }

  @Bean
  MoneyDoor strikePayDoor() { return new StrikePayDoor(); }

  /** Whoever is in need looks for it by its name and not behind the books. */
  @Bean
  MenuEntry aidEntry() { return MenuEntry.of(8, "aid.title", "aid", "hand-coins", Power.TAKE_PART); }
}
