// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who can talk with people about grievances and answer for papers: whoever holds the mandate now. */
@Component
class Organisers {
  private final Mandates mandates;
  private final People people;

  Organisers(Mandates mandates, People people) {
    this.mandates = mandates;
    this.people = people;
  }

  /** Everybody who can be chosen, by name. */
  List<Somebody> all() {
    return people.known(mandates.holders(Power.SEE_GRIEVANCES))
        .entrySet()
        .stream()
        .map(Organisers::somebody)
        .sorted((a, b) -> a.name().compareToIgnoreCase(b.name()))
        .toList();
  }

  /** The one chosen in a form; refused beside {@code field} if it is nobody of them. */
  Optional<UUID> chosen(FormErrors errors, String field, @Nullable String typed) {
    var found = mandates.holders(Power.SEE_GRIEVANCES)
        .stream()
        .filter(person -> person.toString().equals(typed))
        .findFirst();
    if (found.isEmpty()) {
      errors.refuse(field, "talk.owner.choose");
    }
    return found;
  }

  private static Somebody somebody(Map.Entry<UUID, People.Known> entry) {
    return new Somebody(entry.getKey(), entry.getValue().name());
  }
}
