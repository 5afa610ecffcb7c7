// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.Letters;
import org.groundwork.defence.Case;
import org.groundwork.demonstration.DemoTown.Cast;
import org.groundwork.organizing.Assessments;
import org.groundwork.organizing.Conversation;
import org.groundwork.organizing.Conversations;
import org.groundwork.organizing.Leaders;
import org.groundwork.organizing.Levels;
import org.groundwork.organizing.Outcome;
import org.groundwork.organizing.Stewards;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.ids.Ids;

/** The groundwork in the demonstration's house: a steward, talks, who stands where, who signed, who would. */
final class DemoOrganising {
  private static final int STEWARDED = 7;
  private static final int TALKED = 5;
  private static final int SIGNED = 4;
  private final DemoTown town;
  private final Stewards stewards;
  private final Conversations conversations;
  private final Judged judged;
  private final Fighting fighting;
  private final Ids ids;

  DemoOrganising(DemoTown town, Stewards stewards, Conversations conversations, Judged judged, Fighting fighting,
      Ids ids) {
    this.town = town;
    this.stewards = stewards;
    this.conversations = conversations;
    this.judged = judged;
    this.fighting = fighting;
    this.ids = ids;
  }

  /** How people stand and whom they turn to. */
  record Judged(Assessments assessments, Levels levels, Leaders leaders) {}

  /** The fight: who signed what, who would, where they go, and what answers a blow. */
  record Fighting(DemoFights fights, Letters letters, DemoPledges pledges, DemoMarch march, DemoDefence defence) {}

  /**
   * Plays it, as the organiser and within one transaction.
   *
   * @param people of the house, at least {@value #STEWARDED}
   * @param steward who is responsible for the first of them
   */
  void play(Cast cast, UUID site, List<UUID> people, UUID steward, UUID campaign) {
    stewards.give(site, people.stream().filter(person -> !person.equals(steward)).limit(STEWARDED).toList(), steward);
    var levels = judged.levels().inUse();
    for (int at = 0; at < TALKED; at++) {
      talk(cast, site, people.get(at), steward, at);
      judged.assessments()
          .assess(site, people.get(at), levels.get(at % 3).id(),
              town.text(cast, "demonstration.act." + at % 3),
              town.today().minusDays(3));
    }
    for (int at = 1; at < 3; at++) {
      judged.leaders().note(site, people.getFirst(), people.get(at));
    }
    var fight = fighting.fights().of(campaign);
    UUID now = fighting.fights().now(campaign);
    fighting.letters().save(now, 0, town.text(cast, "demonstration.letter"));
    fighting.fights().did(now, people.subList(1, 1 + SIGNED), town.today());
    fighting.pledges().underWay(now, people);
    fighting.defence().threat(cast, site, people.get(2), Case.About.step(campaign, now));
    fighting.march().plan(cast, site, fight, people);
  }

  /** Gives a steward people of another house. */
  void give(UUID site, List<UUID> people, UUID steward) {
    stewards.give(site, people, steward);
  }

  private void talk(Cast cast, UUID site, UUID person, UUID steward, int at) {
    var next = at == 0
        ? Optional.of(new Conversation.Next(town.text(cast, "demonstration.next"), Optional.of(town.today())))
        : Optional.<Conversation.Next>empty();
    conversations.record(new Conversation(ids.random(), site, Optional.empty(), Optional.of(person), Outcome.TALKED,
        town.now().minus(Duration.ofDays(at)), at % 2 == 0 ? steward : Callers.actor().person(),
        Conversation.Back.none(), new Conversation.Talk(Optional.empty(), Optional.empty(), at < 3,
            town.text(cast, "demonstration.note"), next)));
  }
}
