// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.time.Clock;
import java.util.Locale;
import org.groundwork.action.Actions;
import org.groundwork.action.MarchParts;
import org.groundwork.campaign.Campaigns;
import org.groundwork.campaign.StrengthTests;
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
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the demonstration and makes it at the start of a server that is one. */
@Configuration(proxyBeanMethods = false)
class DemonstrationConfiguration {

  @Bean
  DemoScenes demoScenes(Sites sites, People people, ChangeSets changes, Grievances grievances, Targets targets,
      Campaigns campaigns,
      Networks networks, SiteSuggestions registers, Languages languages, Clock clock, DemoOrganising organising) {
    return new DemoScenes(sites, people, changes, grievances, targets, campaigns, networks, registers, languages,
        clock, organising);
  }

  @Bean
  DemoOrganising.Judged demoJudged(Assessments assessments, Levels levels, Leaders leaders) {
    return new DemoOrganising.Judged(assessments, levels, leaders);
  }

  @Bean
  DemoOrganising.Fighting demoFighting(Campaigns campaigns, StrengthTests tests, DemoDefence defence) {
    return new DemoOrganising.Fighting(campaigns, tests, defence);
  }

  @Bean
  DemoDefence demoDefence(Cases cases, CaseNotes notes, Care care, Languages languages) {
    return new DemoDefence(cases, notes, care, languages);
  }

  @Bean
  DemoMarch demoMarch(Actions actions, MarchParts parts, Locals locals, Languages languages, Clock clock) {
    return new DemoMarch(actions, parts, locals, languages, clock);
  }

  @Bean
  DemoOrganising demoOrganising(Stewards stewards, Conversations conversations, DemoOrganising.Judged judged,
      DemoOrganising.Fighting fighting, DemoMarch march, Languages languages, Clock clock, Ids ids) {
    return new DemoOrganising(stewards, conversations, judged, fighting, march, languages, clock, ids);
  }

  @Bean
  Demonstration demonstrations(JdbcClient jdbc, Transactions transactions, Locals locals, Accounts accounts,
      Founding founding,
      Mandates mandates, People people, ChangeSets changes, RegisterImport registers, DemoScenes scenes, Clock clock) {
    return new Demonstration(jdbc, transactions, locals, accounts, founding, mandates, people, changes, registers,
        scenes, clock);
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
