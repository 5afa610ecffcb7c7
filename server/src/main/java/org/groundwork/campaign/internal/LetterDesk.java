// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Deliveries;
import org.groundwork.campaign.Ladder;
import org.groundwork.campaign.Letters;
import org.groundwork.campaign.Rung;
import org.groundwork.campaign.StepKind;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.roll.Site;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.springframework.stereotype.Component;

/** What the pages of a letter have in common: whose they are, and how it stands. Runs inside a transaction. */
@Component
class LetterDesk {
  private final CampaignDesk desk;
  private final Ladder ladder;
  private final Letters letters;
  private final Deliveries deliveries;
  private final Sites sites;

  LetterDesk(CampaignDesk desk, Ladder ladder, Letters letters, Deliveries deliveries, Sites sites) {
    this.desk = desk;
    this.ladder = ladder;
    this.letters = letters;
    this.deliveries = deliveries;
    this.sites = sites;
  }

  /** A rung that is a letter or a petition, of a fight that the caller runs at a place whose people they may see. */
  record Letter(Campaign campaign, Rung rung, Optional<Site> site) {
    UUID step() { return rung.step().id(); }

    String path() { return "campaigns/" + campaign.core().id() + "/steps/" + step() + "/letter"; }

    /** Whether a test of it counts homes. */
    boolean homes() {
      return site.map(at -> at.kind() == SiteKind.BUILDING).orElse(false);
    }

    boolean locked() { return rung.step().state() == Campaign.StepState.LOCKED; }
  }

  Letter letter(UUID campaign, UUID step) {
    var found = desk.run(campaign);
    var rung = ladder.rung(campaign, step)
        .filter(one -> one.kind() == StepKind.LETTER || one.kind() == StepKind.PETITION)
        .orElseThrow(CampaignDesk::notFound);
    var site = desk.site(found);
    if (site.filter(at -> !Callers.actor().may(Power.SEE_PEOPLE, at.id())).isPresent()) {
      throw CampaignDesk.notFound();
    }
    return new Letter(found, rung, site);
  }

  /** The same, while something of it may be changed. */
  Letter open(UUID campaign, UUID step) {
    return Optional.of(letter(campaign, step))
        .filter(letter -> letter.campaign().goesOn())
        .orElseThrow(CampaignDesk::notFound);
  }

  Deliveries.Ready ready(Letter letter) {
    return deliveries.ready(letter.step(), letter.site(), letter.rung().step().threshold());
  }

  /** How many stand behind it, and nobody's name. */
  Deliveries.Strength strength(Letter letter) {
    return deliveries.strength(letter.step(), letter.site(), letter.rung().step().threshold());
  }

  Optional<Letters.Text> text(Letter letter) { return letters.text(letter.step()); }

  Optional<Deliveries.Delivered> delivered(Letter letter) { return deliveries.of(letter.step()); }

  /** A line for each home, by door; for each job of a workplace a line without a word, by its part. */
  List<LetterSheet.Group> lines(Letter letter) {
    return letter.site().map(at -> LetterSheet.Group.of(at, sites.units(at.id()))).orElseGet(List::of);
  }
}
