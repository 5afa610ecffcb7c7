// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Campaigns;
import org.groundwork.campaign.Ladder;
import org.groundwork.campaign.Rung;
import org.groundwork.campaign.StepKind;
import org.groundwork.organizing.Stewards;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.money.Money;
import org.groundwork.roll.Layout;
import org.groundwork.roll.People;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.Visitor;
import org.groundwork.target.TargetKind;
import org.groundwork.target.Targets;

/**
 * An open fight whose rung is a strike, in a local of its own: of rent in a building of 24 homes, or of work in a laundry
 * of two departments.
 *
 * @param people one in each of the first units, called Neighbour and a number
 */
record RentStrike(FoundedLocal local, UUID campaign, UUID site, UUID step, List<UUID> people) {
  static final Currency USD = Currency.getInstance("USD");
  static final ZoneId ZONE = ZoneId.of("America/New_York");

  static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  static LocalDate today() { return LocalDate.now(Product.shared().clock().withZone(ZONE)); }

  /** One whose rung is to be done now and was decided, and that has not begun. */
  static RentStrike planned(FoundedLocal local, int known, StepKind kind) {
    UUID site = kind == StepKind.RENT_STRIKE ? building(local, "17 Quillfeather Row") : laundry(local);
    var people = new ArrayList<UUID>();
    for (int at = 0; at < known; at++) {
      int unit = kind == StepKind.RENT_STRIKE ? at : at % 2;
      people.add(person(local, site, "Neighbour " + at, Optional.of(unit), false));
    }
    UUID campaign = campaign(local, site, kind);
    UUID step = local.read(() -> part(Ladder.class).of(campaign)).getFirst().step().id();
    var planned = new RentStrike(local, campaign, site, step, List.copyOf(people));
    planned.decide();
    return planned;
  }

  /** One that began ninety-one days ago, rent being due on the first. */
  static RentStrike begun(FoundedLocal local, int known, StepKind kind) {
    var planned = planned(local, known, kind);
    planned.begin(today().minusDays(91));
    return planned;
  }

  static RentStrike begun(FoundedLocal local, int known) { return begun(local, known, StepKind.RENT_STRIKE); }

  static UUID campaign(FoundedLocal local, UUID site, StepKind kind) {
    return local.write(() -> {
      UUID target = part(Targets.class).name(TargetKind.LANDLORD, Optional.of("Quenby Ostrander"), Optional.empty(),
          Optional.empty());
      UUID made = part(Campaigns.class).draft("Zebra rise", target, Optional.of(site), Optional.empty());
      part(Campaigns.class).ask(made,
          List.of(new Campaigns.NewDemand("Withdraw it", "A letter", today().plusDays(40))));
      part(Campaigns.class).plan(made, List.of(new Campaigns.NewStep("We keep it", OptionalInt.empty(), kind),
          new Campaigns.NewStep("We talk", OptionalInt.empty())));
      part(Campaigns.class).open(made);
      return made;
    });
  }

  static UUID building(FoundedLocal local, String name) {
    return local.write(() -> {
      UUID made = part(Sites.class).add(SiteKind.BUILDING, name, Optional.empty());
      part(Sites.class).layOut(made, Layout.ofHomes(1, 6, List.of("A", "B", "C", "D")));
      return made;
    });
  }

  private static UUID laundry(FoundedLocal local) {
    return local.write(() -> {
      UUID made = part(Sites.class).add(SiteKind.WORKPLACE, "Quill Laundry", Optional.empty());
      part(Sites.class).layOut(made, Layout.ofHeadCounts(List.of("Ironing", "Folding"), List.of(""),
          List.of(List.of(12), List.of(15))));
      return made;
    });
  }

  static UUID person(FoundedLocal local, UUID site, String name, Optional<Integer> unit, boolean bossSide) {
    return local.write(() -> {
      UUID set = part(ChangeSets.class).open("test");
      UUID person = part(People.class).addContact(set, new People.Known(name, Optional.empty(), Optional.empty(), ""));
      part(People.class).place(set, person, site, unit.map(at -> part(Sites.class).units(site).get(at).id()), bossSide);
      return person;
    });
  }

  /** Somebody with an account and a place at the site. */
  FoundedLocal.Person member(Role role) {
    var somebody = local.person(role);
    local.write(() -> part(People.class).place(part(ChangeSets.class).open("test"), somebody.id(), site,
        Optional.of(part(Sites.class).units(site).getFirst().id()), false));
    return local.withPasskey(somebody);
  }

  void decide() {
    var rung = rung();
    local.write(() -> part(Ladder.class).save(step, rung.version(), new Ladder.Details(rung.kind(), Optional.empty(),
        List.of(), "", "Seven days, says the clinic", Rung.Needs.nothing(),
        Optional.of(new Rung.Decided("The yard, 14 to 2", today().minusDays(100))))));
  }

  void begin(LocalDate on) {
    var rent = rung().kind() == StepKind.RENT_STRIKE
        ? Optional.of(new Strike.Kind.Rent(new DueDays(1), USD))
        : Optional.<Strike.Kind.Rent>empty();
    local.write(() -> part(Strikes.class).begin(rung(), on, rent));
  }

  Rung rung() { return local.read(() -> part(Ladder.class).rung(campaign, step)).orElseThrow(); }

  Strike now() { return local.read(() -> part(Strikes.class).of(step)).orElseThrow(); }

  Sites.Unit unit(int at) { return local.read(() -> part(Sites.class).units(site)).get(at); }

  /** The home with this number withholds so much a month, in cents, since a day. */
  UUID joins(int home, LocalDate since, long monthly) {
    var unit = unit(home);
    Optional<UUID> contact = home < people.size() ? Optional.of(people.get(home)) : Optional.empty();
    var written = local.write(() -> part(RentBook.class).join(step, unit.id(), unit.label(),
        new RentBook.Facts(contact, since, new Money(monthly, USD), Withholding.Held.OWN)));
    return ((RentBook.Written.Yes) written).id();
  }

  Withholding row(UUID id) { return local.read(() -> part(RentBook.class).byId(id)).orElseThrow(); }

  List<RentLine> lines() { return local.read(() -> part(RentBook.class).lines(now(), today())); }

  void sayOut(UUID person, LocalDate since) {
    if (!local.write(() -> part(StrikeList.class).out(step, person, since))) {
      throw new AssertionError("could not be written down");
    }
  }

  List<Striker> list() { return local.read(() -> part(StrikeList.class).all(step)); }

  /** The founder, who organises the whole local. */
  Visitor organiser() {
    return local.withPasskey(local.founder()).visitor();
  }

  /** Somebody who holds a role at the site. */
  FoundedLocal.Person at(Role role) {
    return local.withPasskey(local.person(new Reach.Sites(Set.of(site)), role));
  }

  /** A steward of these people. */
  FoundedLocal.Person stewardOf(List<UUID> own) {
    var steward = at(Role.STEWARD);
    local.write(() -> part(Stewards.class).give(site, own, steward.id()));
    return steward;
  }

  String path(String rest) { return local.path("strikes/" + step + rest); }

  String unitPath(UUID row, String rest) { return path("/units/" + row + rest); }

  static String once(Page page) { return page.body().replaceAll("(?s).*name=\"once\" value=\"([^\"]+)\".*", "$1"); }

  static String version(Page page) {
    return page.body().replaceAll("(?s).*?name=\"version\" value=\"([^\"]+)\".*", "$1");
  }

  void close() {
    local.write(() -> {
      var core = part(Campaigns.class).byId(campaign).orElseThrow().core();
      var outcomes = new java.util.HashMap<UUID, Campaign.Outcome>();
      core.demands()
          .forEach(demand -> outcomes.put(demand.id(),
              new Campaign.Outcome(Campaign.Result.WON, Optional.empty())));
      return part(org.groundwork.campaign.Closing.class).close(campaign, core.version(), outcomes, Optional.empty());
    });
  }
}
