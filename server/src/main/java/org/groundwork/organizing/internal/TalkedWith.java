// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.organizing.Conversations;
import org.groundwork.organizing.Outcome;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.People;
import org.groundwork.roll.Person;
import org.groundwork.roll.PersonRecords;
import org.groundwork.roll.Site;
import org.groundwork.roll.SiteKind;
import org.springframework.stereotype.Component;

/** Who it was that opened, and what follows for their place on the chart. Runs inside a writing transaction. */
@Component
class TalkedWith {
  private static final Set<Outcome> WHO_MUST_BE_SAID = Set.of(Outcome.TALKED, Outcome.MOVED, Outcome.BOSS_SIDE);
  private final People people;
  private final PersonRecords records;
  private final ChangeSets changes;

  TalkedWith(People people, PersonRecords records, ChangeSets changes) {
    this.people = people;
    this.records = records;
    this.changes = changes;
  }

  /** Who it was. */
  sealed interface With {
    /** Nobody is known, or it does not matter. */
    record Nobody() implements With {}

    /** Somebody of the door. */
    record Known(UUID person) implements With {}

    /** Everybody of the door: a household that moved. A department is none. */
    record All(List<UUID> people) implements With {}

    /** Somebody who is not on the chart yet. */
    record New(String name) implements With {}
  }

  /** Who a form means; refused beside its field where it must be said. */
  With read(TalkForm form, Outcome outcome, Site site, List<Somebody> there, FormErrors errors) {
    var chosen = form.readWho().filter(id -> there.stream().anyMatch(somebody -> somebody.id().equals(id)));
    if (chosen.isPresent()) {
      return new With.Known(chosen.get());
    }
    if (form.isNew() || (outcome == Outcome.TALKED && there.isEmpty())) {
      return new With.New(errors.required("name", form.name(), TalkForm.LONGEST_NAME));
    }
    if ("all".equals(form.who()) && outcome == Outcome.MOVED && site.kind() == SiteKind.BUILDING) {
      return new With.All(there.stream().map(Somebody::id).toList());
    }
    if (WHO_MUST_BE_SAID.contains(outcome) && !there.isEmpty()) {
      errors.refuse("who", "talk.who.choose");
    }
    return new With.Nobody();
  }

  /** The person of a conversation, entered now if they are new. */
  Optional<UUID> person(With with, Site site, Optional<UUID> unit) {
    return switch (with) {
      case With.Nobody _ -> Optional.empty();
      case With.Known(var person) -> Optional.of(person);
      case With.All(var all) -> all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
      case With.New(var name) -> {
        UUID set = changes.open("met-at-the-door");
        UUID person = people.addContact(set, new People.Known(name, Optional.empty(), Optional.empty(), ""));
        people.place(set, person, site.id(), unit, false);
        yield Optional.of(person);
      }
    };
  }

  /** Whoever moved holds the place no longer; whoever is the boss's is marked. */
  void follow(Outcome outcome, With with, UUID site) {
    var who = switch (with) {
      case With.Nobody _,With.New _ -> List.<UUID>of();
      case With.Known(var person) -> List.of(person);
      case With.All(var all) -> all;
    };
    for (UUID person : who) {
      records.places(person)
          .stream()
          .filter(held -> held.site().equals(site))
          .forEach(held -> mark(outcome, held, person));
    }
  }

  /** What followed for places is as it was before, unless somebody changed it since. */
  void unfollow(Conversations.TakenBack talk) {
    boolean placed = talk.outcome() == Outcome.MOVED || talk.outcome() == Outcome.BOSS_SIDE;
    if (placed && records.putBack(talk.site().orElseThrow(), talk.person(), talk.unit(), talk.recorded()) == 0
        && talk.person().isPresent()) {
      throw new NotAllowed(NotAllowed.Reason.CHANGED_MEANWHILE);
    }
  }

  private void mark(Outcome outcome, Person.Held held, UUID person) {
    switch (outcome) {
      case MOVED -> records.endPlace(held, person);
      case BOSS_SIDE -> records.markBossSide(held, person, true);
      case TALKED, NOT_HOME, COME_BACK, REFUSED, OTHER_LANGUAGE -> {
        // their place stays as it is
      }
    }
  }
}
