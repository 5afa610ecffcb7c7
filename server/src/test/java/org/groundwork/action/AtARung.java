// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.groundwork.campaign.Campaigns;
import org.groundwork.campaign.StepKind;
import org.groundwork.campaign.StrengthTests;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.roll.Layout;
import org.groundwork.roll.People;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.target.TargetKind;
import org.groundwork.target.Targets;

/** An open fight of a building of four homes, with one rung, and a date of it. */
record AtARung(FoundedLocal local, UUID fight, UUID site, UUID step, UUID demand, Planned planned) {
  static final String RUNG = "We take it there";
  static final String DEMAND = "Withdraw the zebra rise";

  static AtARung now(FoundedLocal local, StepKind kind) { return in(local, kind, Duration.ofMinutes(10), false); }

  static AtARung in(FoundedLocal local, StepKind kind, Duration ahead, boolean countOnly) {
    UUID site = local.write(() -> {
      UUID made = part(Sites.class).add(SiteKind.BUILDING, "1 Elm", Optional.empty());
      part(Sites.class).layOut(made, Layout.ofHomes(1, 2, List.of("A", "B")));
      return made;
    });
    UUID target = local.write(() -> part(Targets.class)
        .name(TargetKind.LANDLORD, Optional.of("Quenby"), Optional.of("Quill LLC"), Optional.empty()));
    UUID fight = local.write(() -> {
      var campaigns = part(Campaigns.class);
      UUID made = campaigns.draft("Zebra rise", target, Optional.of(site), Optional.empty());
      campaigns.ask(made, List.of(new Campaigns.NewDemand(DEMAND, "A letter",
          LocalDate.now(Product.shared().clock()).plusDays(20))));
      campaigns.plan(made, List.of(new Campaigns.NewStep(RUNG, OptionalInt.of(2), kind)));
      campaigns.open(made);
      return made;
    });
    var core = local.read(() -> part(Campaigns.class).byId(fight)).orElseThrow().core();
    UUID step = core.plan().getFirst().id();
    return new AtARung(local, fight, site, step, core.demands().getFirst().id(),
        date(local, fight, site, Optional.of(step), ahead, countOnly));
  }

  private static Planned date(FoundedLocal local, UUID fight, UUID site, Optional<UUID> step, Duration ahead,
      boolean countOnly) {
    Instant starts = Product.shared().clock().instant().plus(ahead);
    var when = new Action.When(starts, starts.plus(Duration.ofHours(2)), Planned.ZONE);
    UUID id = local.write(() -> part(Actions.class).plan(plan(fight, site, step, when, countOnly),
        new Actions.NewShift("", when, OptionalInt.empty(), OptionalInt.empty())));
    UUID shift = local.read(() -> part(Actions.class).byId(id)).orElseThrow().shifts().getFirst().id();
    String token = local.write(() -> part(Invitations.class).open(id, Invitations.Kind.LINK));
    return new Planned(local, id, shift, token);
  }

  static Actions.Plan plan(UUID fight, UUID site, Optional<UUID> step, Action.When when, boolean countOnly) {
    return new Actions.Plan(Optional.of(fight), step, Optional.of(site),
        new Action.Told(Planned.TITLE, "", Planned.PLACE, "", "", "", ""), Needs.Asked.NOTHING, when, countOnly);
  }

  /** Another date of the same rung. */
  Planned another() {
    return date(local, fight, site, Optional.of(step), Duration.ofMinutes(10), false);
  }

  /** Makes the date one of this rung, or of none, or count only. */
  boolean change(Optional<UUID> rung, boolean countOnly) {
    var now = planned.now();
    return local.write(() -> part(Actions.class)
        .change(planned.id(), now.version(), plan(fight, site, rung, now.when(), countOnly)));
  }

  /** Somebody of the building. */
  UUID neighbour(String name, boolean bossSide) {
    return local.write(() -> {
      UUID set = part(ChangeSets.class).open("test");
      UUID person = part(People.class).addContact(set,
          new People.Known(name, Optional.empty(), Optional.empty(), ""));
      part(People.class).place(set, person, site,
          Optional.of(part(Sites.class).units(site).getFirst().id()), bossSide);
      return person;
    });
  }

  Set<UUID> did() { return local.read(() -> part(StrengthTests.class).whoDid(step)); }

  /** What was said of somebody at a date. */
  static SignUp of(Planned at, UUID person) {
    return at.signUps().stream().filter(in -> in.person().filter(person::equals).isPresent()).findFirst().orElseThrow();
  }

  /** The host notes somebody at a date. */
  static void mark(Planned at, UUID person, String was) {
    at.organiser().post(at.at("/people/mark"), "who", of(at, person).id().toString(), "was", was);
  }

  static <T> T part(Class<T> type) { return Planned.part(type); }
}
