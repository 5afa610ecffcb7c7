// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.grievance.Grievances;
import org.groundwork.grievance.Talks;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who can talk with people about a grievance and answer for its papers: whoever holds the mandate now and reaches its
 * site. Whoever does not could not open what they were given.
 */
@Component
class Organisers {
  private final Mandates mandates;
  private final People people;
  private final Grievances grievances;
  private final Talks talks;

  Organisers(Mandates mandates, People people, Grievances grievances, Talks talks) {
    this.mandates = mandates;
    this.people = people;
    this.grievances = grievances;
    this.talks = talks;
  }

  /** Everybody who can be chosen for a grievance, by name. */
  List<Somebody> of(UUID grievance) {
    return people.known(who(grievance))
        .entrySet()
        .stream()
        .map(Organisers::somebody)
        .sorted((a, b) -> a.name().compareToIgnoreCase(b.name()))
        .toList();
  }

  /** The one chosen in a form; refused beside {@code field} if it is nobody of them. */
  Optional<UUID> chosen(UUID grievance, FormErrors errors, String field, @Nullable String typed) {
    var found = who(grievance)
        .stream()
        .filter(person -> person.toString().equals(typed))
        .findFirst();
    if (found.isEmpty()) {
      errors.refuse(field, "talk.owner.choose");
    }
    return found;
  }

  private List<UUID> who(UUID grievance) {
    var sites = grievances.byId(grievance).map(talks::sites).orElseGet(List::of);
    return mandates.holders(Power.SEE_GRIEVANCES, Set.copyOf(sites));
  }

  private static Somebody somebody(Map.Entry<UUID, People.Known> entry) {
    return new Somebody(entry.getKey(), entry.getValue().name());
  }
}
