// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.Campaigns;
import org.groundwork.campaign.StrengthTests;
import org.groundwork.defence.Case;
import org.groundwork.organizing.Assessments;
import org.groundwork.organizing.Conversation;
import org.groundwork.organizing.Conversations;
import org.groundwork.organizing.Leaders;
import org.groundwork.organizing.Levels;
import org.groundwork.organizing.Outcome;
import org.groundwork.organizing.Stewards;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.web.Languages;

/** The groundwork in the demonstration's house: a steward, talks, who stands where, who signed. */
final class DemoOrganising {
  private static final int STEWARDED = 7;
  private static final int TALKED = 5;
  private static final int SIGNED = 4;
  private final Stewards stewards;
  private final Conversations conversations;
  private final Judged judged;
  private final Fighting fighting;
  private final DemoMarch march;
  private final Languages languages;
  private final Clock clock;
  private final Ids ids;

  DemoOrganising(Stewards stewards, Conversations conversations, Judged judged, Fighting fighting, DemoMarch march,
      Languages languages, Clock clock, Ids ids) {
    this.stewards = stewards;
    this.conversations = conversations;
    this.judged = judged;
    this.fighting = fighting;
    this.march = march;
    this.languages = languages;
    this.clock = clock;
    this.ids = ids;
  }

  /** How people stand and whom they turn to. */
  record Judged(Assessments assessments, Levels levels, Leaders leaders) {}

  /** The fight, its tests, and what answers a blow. */
  record Fighting(Campaigns campaigns, StrengthTests tests, DemoDefence defence) {}

  /**
   * Plays it, as the organiser and within one transaction.
   *
   * @param people of the house, at least {@value #STEWARDED}
   * @param steward who is responsible for the first of them
   */
  void play(Locale language, UUID site, List<UUID> people, UUID steward, UUID campaign) {
    stewards.give(site, people.stream().filter(person -> !person.equals(steward)).limit(STEWARDED).toList(), steward);
    LocalDate today = LocalDate.now(clock);
    var levels = judged.levels().inUse();
    for (int at = 0; at < TALKED; at++) {
      talk(language, site, people.get(at), steward, at);
      judged.assessments()
          .assess(site, people.get(at), levels.get(at % 3).id(),
              languages.text(language, "demonstration.act." + at % 3),
              today.minusDays(3));
    }
    for (int at = 1; at < 3; at++) {
      judged.leaders().note(site, people.getFirst(), people.get(at));
    }
    var fight = fighting.campaigns().byId(campaign).orElseThrow().core();
    UUID now = fight.now().orElseThrow().id();
    fighting.tests().did(now, people.subList(1, 1 + SIGNED), today);
    fighting.defence().play(language, site, people.get(2), Case.About.step(campaign, now), today);
    march.plan(language, site, fight, people);
  }

  private void talk(Locale language, UUID site, UUID person, UUID steward, int at) {
    var next = at == 0
        ? Optional.of(
            new Conversation.Next(languages.text(language, "demonstration.next"), Optional.of(LocalDate.now(clock))))
        : Optional.<Conversation.Next>empty();
    conversations.record(new Conversation(ids.random(), site, Optional.empty(), Optional.of(person), Outcome.TALKED,
        clock.instant().minus(Duration.ofDays(at)), at % 2 == 0 ? steward : Callers.actor().person(),
        Conversation.Back.none(), new Conversation.Talk(Optional.empty(), Optional.empty(), at < 3,
            languages.text(language, "demonstration.note"), next)));
  }
}
