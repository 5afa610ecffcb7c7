// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.time.Clock;
import java.util.Currency;
import java.util.Locale;
import org.groundwork.action.Actions;
import org.groundwork.action.MarchParts;
import org.groundwork.action.Marches;
import org.groundwork.action.SignUps;
import org.groundwork.aid.AidPayments;
import org.groundwork.aid.Committee;
import org.groundwork.aid.Requests;
import org.groundwork.aid.RuleChanges;
import org.groundwork.aid.StrikePay;
import org.groundwork.aid.StrikeRuleChanges;
import org.groundwork.campaign.Campaigns;
import org.groundwork.campaign.Ladder;
import org.groundwork.campaign.Letters;
import org.groundwork.campaign.StrengthTests;
import org.groundwork.pledge.Calls;
import org.groundwork.dues.Choices;
import org.groundwork.dues.Payments;
import org.groundwork.dues.Plans;
import org.groundwork.dues.Runs;
import org.groundwork.dues.Waivers;
import org.groundwork.gifts.Caps;
import org.groundwork.gifts.Gifts;
import org.groundwork.defence.AllRight;
import org.groundwork.defence.Care;
import org.groundwork.defence.CaseNotes;
import org.groundwork.defence.Cases;
import org.groundwork.grievance.Grievances;
import org.groundwork.organizing.Assessments;
import org.groundwork.organizing.Conversations;
import org.groundwork.organizing.Leaders;
import org.groundwork.organizing.Levels;
import org.groundwork.organizing.Stewards;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.Founding;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.PublicAddress;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Installation;
import org.groundwork.platform.web.Languages;
import org.groundwork.roll.People;
import org.groundwork.roll.SiteSuggestions;
import org.groundwork.roll.Sites;
import org.groundwork.target.Networks;
import org.groundwork.target.RegisterImport;
import org.groundwork.target.Targets;
import org.groundwork.rounds.Corrections;
import org.groundwork.rounds.Counting;
import org.groundwork.rounds.Rounds;
import org.groundwork.rounds.Takings;
import org.groundwork.rounds.Visits;
import org.groundwork.strike.Strikes;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the demonstration and makes it at the start of a server that is one. */
@Configuration(proxyBeanMethods = false)
class DemonstrationConfiguration {

  @Bean
  DemoTown demoTown(Sites sites, People people, ChangeSets changes, SiteSuggestions registers, Languages languages,
      Locals locals, Clock clock) {
    return new DemoTown(sites, people, changes, registers, new DemoTown.Said(languages, locals, clock));
  }

  @Bean
  DemoFights demoFights(Campaigns campaigns, Ladder ladder, StrengthTests tests, Sites sites) {
    return new DemoFights(campaigns, ladder, tests, sites);
  }

  @Bean
  DemoPledges demoPledges(DemoTown town, Calls calls) { return new DemoPledges(town, calls); }

  @Bean
  DemoMarch demoMarch(DemoTown town, Actions actions, SignUps signUps, Marches marches, MarchParts parts) {
    return new DemoMarch(town, actions, signUps, marches, parts);
  }

  @Bean
  DemoDefence demoDefence(DemoTown town, DemoFights fights, Cases cases, CaseNotes notes, Care care,
      AllRight allRight) {
    return new DemoDefence(town, fights, cases, notes, new DemoDefence.Cared(care, allRight));
  }

  @Bean
  DemoOrganising.Judged demoJudged(Assessments assessments, Levels levels, Leaders leaders) {
    return new DemoOrganising.Judged(assessments, levels, leaders);
  }

  @Bean
  DemoOrganising.Fighting demoFighting(DemoFights fights, Letters letters, DemoPledges pledges, DemoMarch march,
      DemoDefence defence) {
    return new DemoOrganising.Fighting(fights, letters, pledges, march, defence);
  }

  @Bean
  DemoOrganising demoOrganising(DemoTown town, Stewards stewards, Conversations conversations,
      DemoOrganising.Judged judged, DemoOrganising.Fighting fighting, Ids ids) {
    return new DemoOrganising(town, stewards, conversations, judged, fighting, ids);
  }

  @Bean
  DemoScenes.Reported demoReported(Grievances grievances, Targets targets, Networks networks,
      SiteSuggestions registers) {
    return new DemoScenes.Reported(grievances, targets, networks, registers);
  }

  @Bean
  DemoScenes demoScenes(DemoTown town, DemoScenes.Reported reported, DemoFights fights, DemoOrganising organising,
      DemoScenes.Others others) {
    return new DemoScenes(town, reported, fights, organising, others);
  }

  @Bean
  DemoMoney demoMoney(DemoTown town, Locals locals, DemoMoney.Kept kept, DemoMoney.Dues dues, DemoShared shared) {
    return new DemoMoney(town, locals, kept, dues, shared);
  }

  @Bean
  DemoShared demoShared(DemoTown town, DemoLedger demoLedger, Gifts gifts, DemoAid aid) {
    return new DemoShared(new DemoGiven(town, demoLedger, gifts), aid);
  }

  @Bean
  DemoActing demoActing(Mandates mandates, Locals locals) { return new DemoActing(mandates, locals); }

  @Bean
  DemoStrikePay demoStrikePay(DemoTown town, DemoActing acting, Strikes strikes, StrikeRuleChanges rules,
      StrikePay pay) {
    return new DemoStrikePay(town, acting, strikes, rules, pay);
  }

  @Bean
  DemoAid.Granting demoGranting(RuleChanges rules, Requests requests, Committee committee, AidPayments payments) {
    return new DemoAid.Granting(rules, requests, committee, payments);
  }

  @Bean
  DemoAid demoAid(DemoTown town, DemoActing acting, DemoLedger demoLedger, DemoAid.Granting fund,
      DemoStrikePay strikers) {
    return new DemoAid(town, acting, demoLedger, fund, strikers);
  }

  @Bean
  DemoMoney.Kept demoKept(DemoLedger demoLedger, Gifts gifts, Caps caps) {
    return new DemoMoney.Kept(demoLedger, gifts, caps);
  }

  @Bean
  DemoMoney.Dues demoDues(Plans plans, Choices choices, Runs runs, Payments payments, Waivers waivers,
      DemoRounds rounds) {
    return new DemoMoney.Dues(plans, choices, runs, payments, waivers, rounds);
  }

  @Bean
  DemoRounds demoRounds(DemoTown town, DemoRounds.Going going, DemoRounds.Counted counted, Sites sites, People people,
      Ids ids) {
    return new DemoRounds(town, going, counted, sites, people, ids);
  }

  @Bean
  DemoRounds.Going demoGoing(Rounds rounds, Visits visits, Takings takings) {
    return new DemoRounds.Going(rounds, visits, takings);
  }

  @Bean
  DemoRounds.Counted demoCounted(DemoActing acting, Counting counting, Corrections corrections) {
    return new DemoRounds.Counted(acting, counting, corrections);
  }

  @Bean
  Demonstration demonstrations(JdbcClient jdbc, Transactions transactions, Locals locals, Accounts accounts,
      Founding founding,
      Mandates mandates, People people, ChangeSets changes, RegisterImport registers, Demonstration.Story story,
      Languages languages, Clock clock,
      @Value("${groundwork.demonstration.currency:USD}") String currency) {
    return new Demonstration(jdbc, transactions, locals, accounts, founding, mandates, people, changes, registers,
        story, languages, clock, money(currency));
  }

  @Bean
  Demonstration.Story demoStory(DemoScenes scenes, DemoMoney money, DemoBooks books) {
    return new Demonstration.Story(scenes, money, books);
  }

  /** The money of a setting that may have been typed. */
  private static Currency money(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException unknown) {
      throw new IllegalStateException(
          "groundwork.demonstration.currency needs three capital letters such as EUR, not " + code, unknown);
    }
  }

  /** Before the server answers: a demonstration in a directory with a real local never begins. */
  @Bean
  InitializingBean demonstrationAllowed(Demonstration demonstration, Installation installation) {
    return () -> {
      if (installation.demonstration() && !Tenancy.inInstallation(demonstration::allowed)) {
        throw new IllegalStateException("The data directory holds a real local, and a demonstration lets everybody in."
            + " Give --demo a directory of its own: --data DIR, or none at all.");
      }
    };
  }

  @Bean
  ApplicationRunner demonstrationAtStart(Demonstration demonstration, Installation installation, Languages languages,
      PrintedSignIns printed) {
    return arguments -> {
      if (installation.demonstration()) {
        Tenancy.inInstallation(() -> {
          demonstration.make(languages.known(Locale.getDefault().getLanguage()).orElse(Locale.ENGLISH));
          printed.print(demonstration.signIns());
          return demonstration;
        });
      }
    };
  }

  @Bean
  PrintedSignIns printedSignIns(PublicAddress address) { return new PrintedSignIns(address); }
}
