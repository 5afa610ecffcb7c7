// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.campaign.Campaigns;
import org.groundwork.campaign.StepKind;
import org.groundwork.grievance.GrievanceKind;
import org.groundwork.grievance.Grievances;
import org.groundwork.grievance.NewGrievance;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.Languages;
import org.groundwork.roll.Layout;
import org.groundwork.roll.People;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.SiteSuggestions;
import org.groundwork.roll.Sites;
import org.groundwork.target.Networks;
import org.groundwork.target.TargetKind;
import org.groundwork.target.Targets;

/** What is going on in the demonstration's local: a house, people, reports about three houses of one owner, a fight. */
final class DemoScenes {
  private static final List<String> KNOWN = List.of("Maria,3B", "Juan,5C", "Fatima,6A", "Li Wei,1D", "Ngozi,4A",
      "Sam,6D", "Pete,5B",
      "Amina,3A", "Old Tom,2A", "Irene,4D", "Yusuf,6B");
  private static final String STEWARD = "Juan";
  private final Sites sites;
  private final People people;
  private final ChangeSets changes;
  private final Grievances grievances;
  private final Targets targets;
  private final Campaigns campaigns;
  private final Networks networks;
  private final SiteSuggestions registers;
  private final Languages languages;
  private final Clock clock;
  private final DemoOrganising organising;

  DemoScenes(Sites sites, People people, ChangeSets changes, Grievances grievances, Targets targets,
      Campaigns campaigns,
      Networks networks, SiteSuggestions registers, Languages languages, Clock clock, DemoOrganising organising) {
    this.organising = organising;
    this.sites = sites;
    this.people = people;
    this.changes = changes;
    this.grievances = grievances;
    this.targets = targets;
    this.campaigns = campaigns;
    this.networks = networks;
    this.registers = registers;
    this.languages = languages;
    this.clock = clock;
  }

  String text(Locale language, String key) { return languages.text(language, key); }

  /**
   * Plays the scenes, as the organiser and within one transaction.
   *
   * @param members those who are of the local already, by name; they live in the house too
   * @return the house
   */
  UUID play(Locale language, Map<String, UUID> members) {
    var home = registers.like(DemoRegister.HOME).getFirst();
    UUID site = sites.add(SiteKind.BUILDING, home.address(), Optional.of(home.registerSite()));
    sites.layOut(site, Layout.ofHomes(1, 6, List.of("A", "B", "C", "D")));
    var here = peopleOf(site, members);
    for (int at = 0; at < 5; at++) {
      report(GrievanceKind.RENT_RISE, Optional.of(here.get(at)), Optional.of(site), home.registerSite(), language,
          200 + 17 * at,
          NewGrievance.CameBy.ORGANISER);
    }
    for (String house : DemoRegister.houses()) {
      var place = registers.like(house).getFirst();
      for (int at = 0; at < 4; at++) {
        report(at == 3 ? GrievanceKind.REPAIRS : GrievanceKind.RENT_RISE, Optional.empty(), Optional.empty(),
            place.registerSite(),
            language, 150 + 20 * at, NewGrievance.CameBy.FORM);
      }
    }
    UUID campaign = openFight(language, site, networks.of(home.registerSite()));
    Optional.ofNullable(members.get(STEWARD))
        .ifPresent(steward -> organising.play(language, site, here, steward, campaign));
    return site;
  }

  private List<UUID> peopleOf(UUID site, Map<String, UUID> members) {
    Map<String, UUID> units = new HashMap<>();
    sites.units(site).forEach(unit -> units.put(unit.label(), unit.id()));
    UUID set = changes.open("demonstration");
    people.place(set, Callers.actor().person(), site, Optional.ofNullable(units.get("4C")), false);
    var here = new ArrayList<UUID>();
    for (String line : KNOWN) {
      String[] parts = line.split(",", 2);
      UUID person = Optional.ofNullable(members.get(parts[0]))
          .orElseGet(
              () -> people.addContact(set, new People.Known(parts[0], Optional.empty(), Optional.empty(), "")));
      people.place(set, person, site, Optional.ofNullable(units.get(parts[1])), false);
      here.add(person);
    }
    UUID superintendent = people.addContact(set, new People.Known("Hasper", Optional.empty(), Optional.empty(), ""));
    people.place(set, superintendent, site, Optional.ofNullable(units.get("1A")), true);
    return here;
  }

  private void report(GrievanceKind kind, Optional<UUID> person, Optional<UUID> site, String registerSite,
      Locale language, int dollars,
      NewGrievance.CameBy by) {
    grievances
        .report(new NewGrievance(kind, person, site, Optional.of(registerSite), "", Optional.of(today().minusDays(40)),
            Optional.of(new Money(dollars * 100L, Currency.getInstance("USD"))),
            text(language, "demonstration.told." + kind.key()), "",
            language, by), Optional.empty());
  }

  private UUID openFight(Locale language, UUID site, Optional<String> network) {
    UUID target = targets.name(TargetKind.LANDLORD, Optional.of("Quillon Marlowski"), Optional.of("118 Elm Street LLC"),
        network);
    UUID campaign = campaigns.draft(text(language, "ask.propose.rent-rise.what"), target, Optional.of(site),
        Optional.empty());
    campaigns.ask(campaign, List.of(new Campaigns.NewDemand(text(language, "ask.propose.rent-rise.what"),
        text(language, "ask.propose.rent-rise.measure"), today().plusDays(40))));
    campaigns.plan(campaign,
        List.of(new Campaigns.NewStep(text(language, "plan.propose.letter"), OptionalInt.of(16), StepKind.LETTER),
            new Campaigns.NewStep(text(language, "plan.propose.deliver"), OptionalInt.empty(), StepKind.MARCH),
            new Campaigns.NewStep(text(language, "plan.propose.decide"), OptionalInt.empty())));
    campaigns.open(campaign);
    return campaign;
  }

  private LocalDate today() { return LocalDate.now(clock); }
}
