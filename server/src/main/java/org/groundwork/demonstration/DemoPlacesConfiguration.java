// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import org.groundwork.action.Actions;
import org.groundwork.action.Attendance;
import org.groundwork.action.Gates;
import org.groundwork.action.Incidents;
import org.groundwork.action.Marches;
import org.groundwork.action.Pickets;
import org.groundwork.action.SignUps;
import org.groundwork.action.Tallies;
import org.groundwork.campaign.Closing;
import org.groundwork.campaign.Deliveries;
import org.groundwork.campaign.Letters;
import org.groundwork.campaign.Replies;
import org.groundwork.campaign.Wins;
import org.groundwork.organizing.Cards;
import org.groundwork.organizing.Fields;
import org.groundwork.platform.ids.Ids;
import org.groundwork.reinforcement.Answers;
import org.groundwork.reinforcement.ReadyList;
import org.groundwork.reinforcement.Reinforcements;
import org.groundwork.roll.Sites;
import org.groundwork.strike.Happenings;
import org.groundwork.strike.Hearings;
import org.groundwork.strike.MonthlySums;
import org.groundwork.strike.Notices;
import org.groundwork.strike.RentBook;
import org.groundwork.strike.StrikeList;
import org.groundwork.strike.Strikes;
import org.groundwork.target.Targets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the demonstration's other houses, its workplace, and what happens between them. */
@Configuration(proxyBeanMethods = false)
class DemoPlacesConfiguration {

  @Bean
  DemoTannery demoTannery(DemoTown town, DemoFights fights, Strikes strikes, RentBook book, Closing closing, Wins wins,
      Letters letters, DemoPledges pledges) {
    return new DemoTannery(town, fights, strikes, book, new DemoTannery.Ends(closing, wins, letters), pledges);
  }

  @Bean
  DemoWithheld demoWithheld(DemoTown town, Strikes strikes, RentBook book, Notices notices, Hearings hearings,
      Happenings happenings, MonthlySums sums, Ids ids) {
    return new DemoWithheld(town, strikes, book, new DemoWithheld.Happened(notices, hearings, happenings, sums), ids);
  }

  @Bean
  DemoRiverRoad.Handed demoHanded(Letters letters, Deliveries deliveries, Replies replies, Sites sites) {
    return new DemoRiverRoad.Handed(letters, deliveries, replies, sites);
  }

  @Bean
  DemoRiverRoad demoRiverRoad(DemoTown town, DemoFights fights, DemoWithheld withheld, DemoRiverRoad.Handed handed,
      Actions actions, Attendance attendance, Marches marches) {
    return new DemoRiverRoad(town, fights, withheld, handed, new DemoRiverRoad.Gone(actions, attendance, marches));
  }

  @Bean
  DemoPicket demoPicket(DemoTown town, Actions actions, SignUps signUps, Pickets pickets, Gates gates,
      Tallies tallies, Incidents incidents, Ids ids) {
    return new DemoPicket(town, actions, signUps, new DemoPicket.Stood(pickets, gates, tallies, incidents), ids);
  }

  @Bean
  DemoCleaners demoCleaners(DemoTown town, DemoFights fights, Targets targets, Cards cards, Fields fields,
      Strikes strikes, StrikeList list, DemoPicket picket) {
    return new DemoCleaners(town, fights, targets, new DemoCleaners.Written(cards, fields),
        new DemoCleaners.Struck(strikes, list, picket));
  }

  @Bean
  DemoCalls demoCalls(DemoTown town, ReadyList ready, Reinforcements calls, Answers answers) {
    return new DemoCalls(town, ready, calls, answers);
  }

  @Bean
  DemoScenes.Others demoOthers(DemoTannery tannery, DemoRiverRoad river, DemoCleaners cleaners, DemoDefence defence,
      DemoCalls calls) {
    return new DemoScenes.Others(tannery, river, cleaners, defence, calls);
  }
}
