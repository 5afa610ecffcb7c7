// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.roll.People;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.Visitor;

/** A fight whose first rung is a petition that takes 16 of 24 homes. */
record Petition(Fight fight, UUID step, List<UUID> people) {

  static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  static Petition in(FoundedLocal local, int known) {
    var fight = Fight.with(local, known);
    var rung = local.read(() -> part(Ladder.class).of(fight.id())).getFirst();
    local.write(() -> part(Ladder.class).save(rung.step().id(), rung.version(), new Ladder.Details(StepKind.PETITION,
        Optional.empty(), List.of(), "", "", Rung.Needs.nothing(), Optional.empty())));
    var people = local.read(() -> part(People.class).at(fight.site())).stream().map(People.Place::person).toList();
    return new Petition(fight, rung.step().id(), people);
  }

  FoundedLocal local() { return fight.local(); }

  String path(String rest) { return fight.path("steps/" + step + "/letter" + rest); }

  /** The first so many sign. */
  void signed(int many) { sign(people.subList(0, many)); }

  void sign(Collection<UUID> who) {
    local().write(() -> {
      part(StrengthTests.class).did(step, who, Fight.today());
      return true;
    });
  }

  void takeBack(UUID who) {
    local().write(() -> {
      part(StrengthTests.class).didNot(step, List.of(who));
      return true;
    });
  }

  String nameOf(UUID person) { return local().read(() -> part(People.class).known(person)).orElseThrow().name(); }

  Page deliver(Visitor by, String reason) {
    return by.post(path("/deliver"), "on", Fight.today().toString(), "brought", "Three of us", "got",
        "Quenby Ostrander", "reason", reason);
  }
}
