// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.groundwork.campaign.FightDates;
import org.groundwork.campaign.FightPromises;
import org.groundwork.campaign.StrengthTests;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.ids.Tokens;
import org.groundwork.platform.keys.BlindIndex;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.MenuEntry;
import org.groundwork.roll.OwnData;
import org.groundwork.roll.PersonForgotten;
import org.groundwork.roll.PersonInUse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires actions, shifts and who comes to them. */
@Configuration(proxyBeanMethods = false)
class ActionConfiguration {
  /** So many dates a story tells. */
  private static final int TOLD = 10;

  @Bean
  Seals actionSeals(KeyStore keys) { return new Seals(new FieldCipher(keys, Purpose.sealing("action"))); }

  @Bean
  RungActs rungActs(JdbcClient jdbc, StrengthTests tests) { return new RungActs(jdbc, tests); }

  @Bean
  Shifts actionShifts(JdbcClient jdbc, Clock clock, Seals seals, Audit audit, ChangeNews news) {
    return new Shifts(jdbc, clock, seals, audit, news);
  }

  @Bean
  Actions actions(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, Audit audit, RungActs acts, Shifts shifts,
      ChangeNews news) {
    return new Actions(jdbc, ids, clock, seals, audit, acts, new Actions.Parts(shifts, news));
  }

  @Bean
  MarchParts marchParts(JdbcClient jdbc, Ids ids, Clock clock, Audit audit) {
    return new MarchParts(jdbc, ids, clock, audit);
  }

  @Bean
  Marches marches(JdbcClient jdbc, Ids ids, Clock clock, Locals locals, Seals seals, MarchParts parts, Audit audit) {
    return new Marches(jdbc, ids, clock, locals, seals, parts, audit);
  }

  @Bean
  Tallies gateTallies(JdbcClient jdbc, Ids ids, Clock clock, Seals seals) {
    return new Tallies(jdbc, ids, clock, seals);
  }

  @Bean
  Wishes picketWishes(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, Audit audit) {
    return new Wishes(jdbc, ids, clock, seals, audit);
  }

  @Bean
  Gates gates(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, Audit audit) {
    return new Gates(jdbc, ids, clock, seals, audit);
  }

  @Bean
  Pickets pickets(JdbcClient jdbc, Clock clock, Locals locals, Seals seals, Gates gates, Audit audit) {
    return new Pickets(jdbc, clock, locals, seals, gates, audit);
  }

  @Bean
  Incidents incidents(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, FileStore files, Audit audit) {
    return new Incidents(jdbc, ids, clock, seals, files, audit);
  }

  @Bean
  PersonInUse inUseByActions(JdbcClient jdbc) { return new InUse(jdbc); }

  @Bean
  Takers actionTakers(JdbcClient jdbc) { return new Takers(jdbc); }

  @Bean
  RungDates rungDates(Actions actions, Marches marches) { return new RungDates(actions, marches); }

  @Bean
  SignUps signUps(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, MovedUp movedUp) {
    return new SignUps(jdbc, ids, clock, seals, movedUp);
  }

  @Bean
  Attendance attendance(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, SignUps signUps, RungActs acts) {
    return new Attendance(jdbc, ids, clock, seals, signUps, acts);
  }

  @Bean
  Expected expectedAtTheDoor(JdbcClient jdbc, Clock clock, Seals seals, SignUps signUps) {
    return new Expected(jdbc, clock, seals, signUps);
  }

  @Bean
  Invitations invitations(JdbcClient jdbc, Clock clock, Tokens tokens, Seals seals, KeyStore keys, Audit audit) {
    return new Invitations(jdbc, clock, tokens, seals, new BlindIndex(keys, Purpose.indexing("sign-up-links")), audit);
  }

  @Bean
  PersonForgotten forgottenByActions(JdbcClient jdbc, SignUps signUps) { return new Forgotten(jdbc, signUps); }

  @Bean
  OwnData ownActions(JdbcClient jdbc, Seals seals) { return new OwnActions(jdbc, seals); }

  /** A fight's story tells what is to come in it, and what is planned for it is an action first of all. */
  @Bean
  @Order(0)
  FightDates fightDates(Actions actions) {
    return new FightDates() {
      @Override
      public List<Date> of(UUID campaign) {
        return actions.ofCampaign(campaign, TOLD)
            .stream()
            .map(action -> new Date(action.told().title(), action.when().starts(), action.when().zone(),
                "actions/" + action.id()))
            .toList();
      }

      @Override
      public String planning(UUID campaign) { return "actions/plan?campaign=" + campaign; }
    };
  }

  /** What was promised at a march stands in the story of its fight. */
  @Bean
  FightPromises marchPromises(Marches marches) { return marches::promisesOf; }

  @Bean
  MenuEntry actionsEntry() { return MenuEntry.of(3, "actions.title", "actions", "calendar-days", Power.TAKE_PART); }
}
