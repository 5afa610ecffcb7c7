// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement;

import java.time.Clock;
import java.time.Duration;
import org.groundwork.campaign.Campaigns;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.keys.BlindIndex;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.groundwork.platform.web.MenuEntry;
import org.groundwork.roll.OwnData;
import org.groundwork.roll.PersonForgotten;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires calls for people. */
@Configuration(proxyBeanMethods = false)
class ReinforcementConfiguration {

  @Bean
  Seals reinforcementSeals(KeyStore keys) { return new Seals(new FieldCipher(keys, Purpose.sealing("reinforcement"))); }

  @Bean
  Area reinforcementAreas(KeyStore keys) { return new Area(new BlindIndex(keys, Purpose.indexing("areas"))); }

  @Bean
  ReinforcementRules reinforcementRules(@Value("${groundwork.reinforcement.calls-a-week:2}") int callsAWeek,
      @Value("${groundwork.reinforcement.wave-minutes:20}") int wave,
      @Value("${groundwork.reinforcement.rapid-hours:6}") int rapid) {
    return new ReinforcementRules(callsAWeek, Duration.ofMinutes(wave), Duration.ofHours(rapid));
  }

  @Bean
  ReinforcementRows reinforcementRows(JdbcClient jdbc, Seals seals) { return new ReinforcementRows(jdbc, seals); }

  @Bean
  ReadyList readyList(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, Area areas) {
    return new ReadyList(jdbc, ids, clock, seals, areas);
  }

  /** Jobs know their kinds, and a kind asks waves: the start of jobs is looked up when something is sent. */
  @Bean
  Waves.Tell reinforcementTell(ObjectProvider<Jobs> jobs, ObjectProvider<ReinforcementPost> post, Audit audit) {
    return new Waves.Tell(
        call -> jobs.getObject().start(post.getObject(), new ReinforcementPost.Of(call)), audit);
  }

  @Bean
  Waves reinforcementWaves(JdbcClient jdbc, Clock clock, ReinforcementRows rows, Waves.Near near,
      ReinforcementRules rules, Waves.Tell tell) {
    return new Waves(jdbc, clock, rows, near, rules, tell);
  }

  @Bean
  Waves.Near reinforcementNear(Campaigns campaigns, Area areas) { return new Waves.Near(campaigns, areas); }

  @Bean
  Reinforcements.Outward reinforcementOutward(Waves waves, Area areas, ReinforcementRules rules, Waves.Tell tell) {
    return new Reinforcements.Outward(waves, areas, rules, tell);
  }

  @Bean
  Reinforcements reinforcements(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, ReinforcementRows rows,
      Reinforcements.Outward outward) {
    return new Reinforcements(jdbc, ids, clock, seals, rows, outward);
  }

  @Bean
  Wishes reinforcementWishes(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, Audit audit) {
    return new Wishes(jdbc, ids, clock, seals, audit);
  }

  @Bean
  Answers reinforcementAnswers(JdbcClient jdbc, Ids ids, Clock clock, ReinforcementRows rows, Waves.Tell tell) {
    return new Answers(jdbc, ids, clock, rows, tell);
  }

  @Bean
  Reciprocity reinforcementReciprocity(JdbcClient jdbc) { return new Reciprocity(jdbc); }

  @Bean
  OwnData ownReinforcements(JdbcClient jdbc, Seals seals, ReadyList ready, Wishes wishes) {
    return new OwnReinforcements(jdbc, seals, ready, wishes);
  }

  @Bean
  PersonForgotten forgottenByReinforcement(JdbcClient jdbc) { return new ForgottenByCalls(jdbc); }

  @Bean
  MenuEntry reinforcementsEntry() {
    return MenuEntry.of(4, "reinforcements.title", "reinforcements", "megaphone", Power.TAKE_PART);
  }

  @Bean
  MenuEntry readyEntry() { return MenuEntry.of(5, "ready.title", "ready", "hand", Power.TAKE_PART); }
}
