// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.groundwork.platform.web.NavEntry;
import org.groundwork.platform.web.NextStep;
import org.groundwork.platform.web.WalkStage;
import org.groundwork.target.Targets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires campaigns; contributes the walk's last questions and the step that follows from an open campaign. */
@Configuration(proxyBeanMethods = false)
class CampaignConfiguration {

  @Bean
  Campaigns campaigns(JdbcClient jdbc, Ids ids, Clock clock, KeyStore keys, Targets targets, Audit audit) {
    return new Campaigns(jdbc, ids, clock, new FieldCipher(keys, Purpose.sealing("campaigns")), targets, audit);
  }

  @Bean
  FightsAbout fightsAbout(JdbcClient jdbc) { return new FightsAbout(jdbc); }

  @Bean
  NavEntry campaignsEntry() { return new NavEntry(10, "nav.campaigns", "campaigns", "flag", Power.TAKE_PART); }

  @Bean
  WalkStage demandStage(Campaigns campaigns) {
    return new WalkStage(60, "start/what-we-ask",
        () -> campaigns.all().stream().anyMatch(c -> !c.core().demands().isEmpty()));
  }

  @Bean
  WalkStage planStage(Campaigns campaigns) {
    return new WalkStage(70, "start/how-we-go-on",
        () -> campaigns.all().stream().anyMatch(c -> !(c instanceof Campaign.Draft)));
  }

  @Bean
  NextStep campaignStep(Campaigns campaigns) {
    return actor -> actor.may(Power.RUN_CAMPAIGNS)
        ? campaigns.all()
            .stream()
            .filter(c -> c instanceof Campaign.Quiet || c instanceof Campaign.Public)
            .findFirst()
            .map(c -> new NextStep.Step(50, "home.talks", "home.talks.detail", List.of(c.core().title(),
                c.core().now().map(Campaign.Step::what).orElse("")), "campaigns/" + c.core().id() + "/talks",
                "home.talks.action"))
        : Optional.empty();
  }
}
