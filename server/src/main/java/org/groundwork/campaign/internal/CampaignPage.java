// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.FightDates;
import org.groundwork.campaign.FightPromises;
import org.groundwork.campaign.Pledged;
import org.groundwork.campaign.Publicity;
import org.groundwork.campaign.Replies;
import org.groundwork.grievance.Grievances;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Site;
import org.groundwork.target.Target;

/**
 * A campaign as a story: who we are, who can say yes, what we ask, how strong we are, what happens next; and at its end
 * what was won.
 *
 * @param site shown to those who may see its chart
 * @param shared who has it too; absent for a reader who may not see the reports behind the number
 * @param pledged how many said that they will do the rung that is now; for those who run the campaign
 * @param decision by which it is public
 * @param ahead what is to come in it
 * @param heard what the other side answered, demand by demand
 * @param promises what they promised to our faces, the earliest first; its words are for those who run the campaign
 * @param done the message key of what was just done, empty if nothing
 */
public record CampaignPage(Campaign campaign, Optional<Target> target, Optional<Site> site,
    Optional<Strength> strength, Optional<Shared> shared,
    Optional<Pledged.Count> pledged, May may, Optional<Public> decision, Today today,
    Ahead ahead, Map<UUID, List<Replies.Heard>> heard, List<FightPromises.Promise> promises, String done)
    implements
      View {

  /** What was heard of a demand, the newest first. */
  public List<Replies.Heard> heard(Campaign.Demand demand) {
    return heard.getOrDefault(demand.id(), List.of());
  }

  /**
   * Dates to come, and where more are planned.
   *
   * @param planning path within the local; empty where the reader plans none
   */
  public record Ahead(List<FightDates.Date> dates, String planning) {
    public Ahead { dates = List.copyOf(dates); }
  }

  /**
   * What the reader may do.
   *
   * @param change demands, plan and site
   * @param decide on going public
   * @param settle what became of a demand, and put it right
   */
  public record May(boolean run, boolean change, boolean decide, boolean seeNetwork, boolean settle) {}

  /** The day in the local's time zone. */
  public record Today(LocalDate date, ZoneId zone) {
    public long daysTo(LocalDate due) { return ChronoUnit.DAYS.between(date, due); }
  }

  /**
   * The reports that stand behind a campaign.
   *
   * @param path of the page with the rows; empty where they are listed here
   * @param rows listed here
   */
  public record Shared(int people, int spoken, String path, List<Grievances.Grievance> rows) {}

  /** How it is public, with its page's address. */
  public record Public(Publicity.Decision decision, String path) {}

  /** Whether the day of a promise is over in a fight that goes on, and nobody has looked. */
  public boolean late(FightPromises.Promise promise) {
    return campaign.goesOn() && promise.kept().isEmpty() && promise.by().filter(today.date()::isAfter).isPresent();
  }

  public boolean draft() { return campaign instanceof Campaign.Draft; }

  public boolean closed() { return campaign instanceof Campaign.Closed; }

  /** How many demands were won, at least partly. */
  public long won() {
    return campaign.core()
        .demands()
        .stream()
        .filter(d -> d.outcome().map(o -> o.result().won()).orElse(false))
        .count();
  }

  /** What was won in money, one sum a currency. */
  public List<Money> value() {
    return campaign.core()
        .demands()
        .stream()
        .flatMap(d -> d.outcome().stream())
        .flatMap(o -> o.value().stream())
        .collect(Collectors.groupingBy(Money::currency, LinkedHashMap::new, Collectors.summingLong(Money::minor)))
        .entrySet()
        .stream()
        .map(sum -> new Money(sum.getValue(), sum.getKey()))
        .toList();
  }
}
