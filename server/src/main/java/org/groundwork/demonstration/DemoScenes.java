// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.groundwork.campaign.Campaigns;
import org.groundwork.campaign.StepKind;
import org.groundwork.demonstration.DemoTown.Cast;
import org.groundwork.grievance.GrievanceKind;
import org.groundwork.grievance.Grievances;
import org.groundwork.grievance.NewGrievance;
import org.groundwork.platform.access.Callers;
import org.groundwork.roll.Layout;
import org.groundwork.roll.SiteSuggestions;
import org.groundwork.target.Networks;
import org.groundwork.target.TargetKind;
import org.groundwork.target.Targets;

/**
 * What is going on in the demonstration's local: a house that begins, one that withholds rent, one that won, those who clean
 * the owner's offices, and how they help one another.
 */
final class DemoScenes {
  private static final List<String> PEOPLE = List.of("Maria,3B", "Juan,5C", "Fatima,6A,member", "Li Wei,1D", "Ngozi,4A",
      "Sam,6D", "Pete,5B", "Amina,3A", "Old Tom,2A,member", "Irene,4D", "Yusuf,6B");
  private static final String ORGANISER = "Rosa";
  private static final String STEWARD = "Juan";
  private final DemoTown town;
  private final Reported reported;
  private final DemoFights fights;
  private final DemoOrganising organising;
  private final Others others;

  DemoScenes(DemoTown town, Reported reported, DemoFights fights, DemoOrganising organising, Others others) {
    this.town = town;
    this.reported = reported;
    this.fights = fights;
    this.organising = organising;
    this.others = others;
  }

  /** What people reported, and against whom. */
  record Reported(Grievances grievances, Targets targets, Networks networks, SiteSuggestions registers) {}

  /** The other houses, the workplace, and what happens between them. */
  record Others(DemoTannery tannery, DemoRiverRoad river, DemoCleaners cleaners, DemoDefence defence,
      DemoCalls calls) {}

  /**
   * What was played.
   *
   * @param stewarded for which places the steward is responsible
   * @param evicted the case of one who withholds rent
   */
  record Played(Set<UUID> stewarded, DemoRiverRoad.Played river, UUID evicted) {}

  /** Plays the scenes, as the organiser and within one transaction; those who are of the local already are in the cast. */
  Played play(Cast cast) {
    var home = reported.registers().like(DemoRegister.HOME).getFirst();
    UUID landlord = reported.targets()
        .name(TargetKind.LANDLORD, Optional.of("Quillon Marlowski"), Optional.of("118 Elm Street LLC"),
            reported.networks().of(home.registerSite()));
    others.tannery().play(cast, landlord);
    var cleaners = others.cleaners().play(cast);
    var river = others.river().play(cast, landlord);
    UUID house = elm(cast, landlord, home.registerSite());
    UUID steward = cast.of(STEWARD);
    organising.give(river.house(), cast.of("Salma", "Henrik", "Teresa"), steward);
    others.calls().over(cast, river);
    others.calls().live(cast, cleaners);
    others.defence().dismissal(cast, cleaners);
    return new Played(Set.of(house, river.house()), river, others.defence().eviction(cast, river));
  }

  /** Plays what the second organiser does. */
  void second(Cast cast, Played played) {
    others.calls().waits(cast, played.river(), played.evicted());
    others.defence().helps(played.evicted());
  }

  private UUID elm(Cast cast, UUID landlord, String registerSite) {
    UUID house = town.house(DemoRegister.HOME, Layout.ofHomes(1, 6, List.of("A", "B", "C", "D")));
    cast.people().put(ORGANISER, Callers.actor().person());
    town.settle(cast, house, List.of(ORGANISER + ",4C"));
    var here = town.settle(cast, house, PEOPLE);
    town.settle(cast, house, List.of("Hasper,1A,boss"));
    for (int at = 0; at < 5; at++) {
      report(cast, GrievanceKind.RENT_RISE, registerSite, Optional.of(new Reporter(here.get(at), house)),
          200 + 17 * at);
    }
    for (String address : DemoRegister.houses()) {
      String site = reported.registers().like(address).getFirst().registerSite();
      for (int at = 0; at < 4; at++) {
        report(cast, at == 3 ? GrievanceKind.REPAIRS : GrievanceKind.RENT_RISE, site, Optional.empty(), 150 + 20 * at);
      }
    }
    UUID fight = openFight(cast, landlord, house);
    organising.play(cast, house, here, cast.of(STEWARD), fight);
    return house;
  }

  /** Somebody of a house who told an organiser. */
  private record Reporter(UUID person, UUID house) {}

  private void report(Cast cast, GrievanceKind kind, String registerSite, Optional<Reporter> by, int dollars) {
    reported.grievances()
        .report(new NewGrievance(kind, by.map(Reporter::person), by.map(Reporter::house), Optional.of(registerSite), "",
            Optional.of(town.today().minusDays(40)), Optional.of(town.money(dollars)),
            town.text(cast, "demonstration.told." + kind.key()), "", cast.language(),
            by.isPresent() ? NewGrievance.CameBy.ORGANISER : NewGrievance.CameBy.FORM), Optional.empty());
  }

  private UUID openFight(Cast cast, UUID landlord, UUID house) {
    return fights.open(new DemoFights.Opened(town.now(), town.text(cast, "ask.propose.rent-rise.what"), landlord, house,
        List.of(new Campaigns.NewDemand(town.text(cast, "ask.propose.rent-rise.what"),
            town.text(cast, "ask.propose.rent-rise.measure"), town.today().plusDays(40))),
        List.of(new Campaigns.NewStep(town.text(cast, "plan.propose.letter"), OptionalInt.of(16), StepKind.LETTER),
            new Campaigns.NewStep(town.text(cast, "plan.propose.deliver"), OptionalInt.empty(), StepKind.MARCH),
            new Campaigns.NewStep(town.text(cast, "plan.propose.decide"), OptionalInt.empty()))));
  }
}
