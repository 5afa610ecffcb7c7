// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.action.Actions;
import org.groundwork.action.SignUp;
import org.groundwork.action.SignUps;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.roll.Layout;
import org.groundwork.roll.People;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;

/** A building of three floors with doors A and B, in a local of its own. */
record Elm(FoundedLocal local, UUID site) {

  static Elm in(FoundedLocal local) { return new Elm(local, building(local, "118 Elm")); }

  static UUID building(FoundedLocal local, String name) {
    return local.write(() -> {
      UUID site = part(Sites.class).add(SiteKind.BUILDING, name, Optional.empty());
      part(Sites.class).layOut(site, Layout.ofHomes(1, 3, List.of("A", "B")));
      return site;
    });
  }

  /** A workplace with one department of twenty jobs. */
  static Elm laundry(FoundedLocal local) {
    return new Elm(local, local.write(() -> {
      UUID site = part(Sites.class).add(SiteKind.WORKPLACE, "Quill Laundry", Optional.empty());
      part(Sites.class).layOut(site, Layout.ofHeadCounts(List.of("Ironing"), List.of("Day"), List.of(List.of(20))));
      return site;
    }));
  }

  static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  /** Somebody at a door; the empty text for somebody whose door is not known. */
  UUID person(String name, String door) {
    return person(name, door, false);
  }

  UUID person(String name, String door, boolean bossSide) {
    return local.write(() -> {
      UUID set = part(ChangeSets.class).open("test");
      UUID person = part(People.class).addContact(set,
          new People.Known(name, Optional.empty(), Optional.empty(), ""));
      part(People.class).place(set, person, site, Optional.of(door).filter(d -> !d.isEmpty()).map(this::unit),
          bossSide);
      return person;
    });
  }

  UUID unit(String door) {
    return local.read(() -> part(Sites.class).units(site)
        .stream()
        .filter(unit -> unit.label().equals(door))
        .findFirst()
        .orElseThrow()
        .id());
  }

  /** A steward of this building alone. */
  FoundedLocal.Person steward() {
    return local.withPasskey(local.person(new Reach.Sites(Set.of(site)), Role.STEWARD));
  }

  /** The founder, who organises the whole local. */
  FoundedLocal.Person organiser() {
    return local.withPasskey(local.founder());
  }

  String at(String rest) { return local.path("sites/" + site + "/" + rest); }

  /** Plans a date for tomorrow and says that somebody comes. */
  void comesTomorrow(UUID person, String title) {
    var starts = Product.shared().clock().instant().plus(java.time.Duration.ofHours(20));
    var when = new Action.When(starts, starts.plus(java.time.Duration.ofHours(2)),
        java.time.ZoneId.of("America/New_York"));
    UUID id = local.write(() -> part(Actions.class).plan(new Actions.Plan(Optional.empty(),
        Optional.empty(), new Action.Told(title, "", "At the gate", "", "", "", ""), when, false),
        new Actions.NewShift("", when, OptionalInt.of(12), OptionalInt.empty())));
    UUID shift = local.read(() -> part(Actions.class).byId(id)).orElseThrow().shifts().getFirst().id();
    local.write(() -> part(SignUps.class).come(shift, new SignUp.Who.Member(person)));
  }

  /** Writes down what came of a knock at a door. */
  Page knock(FoundedLocal.Person who, UUID id, String door, String... fields) {
    var all = new java.util.ArrayList<>(
        List.of("id", id.toString(), "unit", door.isEmpty() ? "" : unit(door).toString()));
    all.addAll(List.of(fields));
    return who.visitor().post(at("talk"), all.toArray(String[]::new));
  }

  Optional<Conversation> held(UUID id) { return local.read(() -> part(Conversations.class).byId(id)); }
}
