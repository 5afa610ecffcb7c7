// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.campaign.Campaigns;
import org.groundwork.campaign.Ladder;
import org.groundwork.organizing.OpenAsks;
import org.groundwork.organizing.Reply;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.roll.Layout;
import org.groundwork.roll.People;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.Visitor;
import org.groundwork.target.TargetKind;
import org.groundwork.target.Targets;

/**
 * An open fight whose first rung is a letter, at a building of six floors with doors A to D.
 *
 * @param step the letter
 * @param people one in each of the first homes, in the order of the doors
 */
record Letter(FoundedLocal local, UUID campaign, UUID site, UUID step, List<UUID> people) {

  static Letter in(FoundedLocal local, int known, int needed) {
    UUID site = building(local, "17 Quillfeather Row");
    var people = new ArrayList<UUID>();
    for (int at = 0; at < known; at++) {
      people.add(person(local, site, "Neighbour " + at, Optional.of(at), false));
    }
    return at(local, site, needed, people);
  }

  /** At a workplace with one group on two shifts of ten, and nobody known yet. */
  static Letter atWork(FoundedLocal local, int needed) {
    UUID site = local.write(() -> {
      UUID made = part(Sites.class).add(SiteKind.WORKPLACE, "Quill Laundry", Optional.empty());
      part(Sites.class).layOut(made,
          Layout.ofHeadCounts(List.of("Ironing"), List.of("Day", "Night"), List.of(List.of(10,
              10))));
      return made;
    });
    return at(local, site, needed, List.of());
  }

  /** Puts somebody into one more unit. */
  static void place(FoundedLocal local, UUID person, UUID site, int unit) {
    local.write(() -> part(People.class).place(part(ChangeSets.class).open("test"), person, site,
        Optional.of(part(Sites.class).units(site).get(unit).id()), false));
  }

  /** A second fight at the same place. */
  Letter another() { return at(local, site, 3, people); }

  private static Letter at(FoundedLocal local, UUID site, int needed, List<UUID> people) {
    UUID campaign = local.write(() -> {
      UUID target = part(Targets.class).name(TargetKind.LANDLORD, Optional.of("Quenby Ostrander"), Optional.empty(),
          Optional.empty());
      UUID made = part(Campaigns.class).draft("Zebra rise", target, Optional.of(site), Optional.empty());
      part(Campaigns.class).ask(made, List.of(new Campaigns.NewDemand("Withdraw it", "A letter", LocalDate
          .now(Product.shared().clock())
          .plusDays(40))));
      part(Campaigns.class).plan(made, List.of(new Campaigns.NewStep("A letter of ours", OptionalInt.of(needed)),
          new Campaigns.NewStep("We take it there", OptionalInt.empty())));
      part(Campaigns.class).open(made);
      return made;
    });
    UUID step = local.read(() -> part(Ladder.class).of(campaign)).getFirst().step().id();
    return new Letter(local, campaign, site, step, List.copyOf(people));
  }

  static UUID building(FoundedLocal local, String name) {
    return local.write(() -> {
      UUID made = part(Sites.class).add(SiteKind.BUILDING, name, Optional.empty());
      part(Sites.class).layOut(made, Layout.ofHomes(1, 6, List.of("A", "B", "C", "D")));
      return made;
    });
  }

  /** Somebody in the home with this number, or at the site without one. */
  static UUID person(FoundedLocal local, UUID site, String name, Optional<Integer> home, boolean bossSide) {
    return local.write(() -> {
      UUID set = part(ChangeSets.class).open("test");
      UUID person = part(People.class).addContact(set,
          new People.Known(name, Optional.empty(), Optional.empty(), ""));
      part(People.class).place(set, person, site, home.map(at -> part(Sites.class).units(site).get(at).id()), bossSide);
      return person;
    });
  }

  static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  static Instant now() { return Instant.now(Product.shared().clock()); }

  UUID person(String name, int home) { return person(local, site, name, Optional.of(home), false); }

  /** An answer as a talk brings it, said now. */
  boolean says(UUID person, Reply reply, int atLeast) {
    return says(person, reply, atLeast, now());
  }

  boolean says(UUID person, Reply reply, int atLeast, Instant at) {
    return local.write(() -> part(OpenAsks.class).answered(new SubjectRef("step", step), new OpenAsks.Answered(person,
        site, reply, reply == Reply.YES_IF ? OptionalInt.of(atLeast) : OptionalInt.empty(), at, local.founder().id())));
  }

  boolean yes(UUID person) { return says(person, Reply.YES, 0); }

  boolean withdraws(UUID person) { return says(person, Reply.NOT_YET, 0); }

  Standing standing() {
    return local.read(() -> part(Calls.class).standing(part(Calls.class).step(step).orElseThrow())).orElseThrow();
  }

  int in() { return standing().solved().in(); }

  Call call() { return local.read(() -> part(Calls.class).of(step)).orElseThrow(); }

  /** What the hourly round does for this call. */
  Call advanced() {
    local.write(() -> {
      part(Calls.class).advance(step);
      return true;
    });
    return call();
  }

  Call later(Duration by) {
    Product.shared().clock().advance(by);
    return advanced();
  }

  List<FollowUps.Line> toTell() { return local.read(() -> part(FollowUps.class).of(step)); }

  Visitor organiser() { return local.withPasskey(local.founder()).visitor(); }

  String card(UUID person) { return local.path("sites/" + site + "/pledge/" + step + "/" + person); }

  String pledges(String rest) { return local.path("campaigns/" + campaign + "/steps/" + step + "/pledges" + rest); }
}
