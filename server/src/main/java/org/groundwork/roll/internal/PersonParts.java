// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.roll.People;
import org.groundwork.roll.Person;
import org.groundwork.roll.PersonMerge;
import org.groundwork.roll.SafeContact;
import org.springframework.stereotype.Component;

/** What a person's page is put together from, besides the record itself. */
@Component
class PersonParts {
  private final SafeContact safe;
  private final PersonMerge merge;
  private final People people;

  PersonParts(SafeContact safe, PersonMerge merge, People people) {
    this.safe = safe;
    this.merge = merge;
    this.people = people;
  }

  SafeContact.Rules rules(UUID person) { return safe.of(person); }

  /** What the person who knows a contact is called, if it is not the reader. */
  Optional<String> knownBy(Person person) {
    return person.knownBy()
        .filter(by -> !by.equals(Callers.actor().person()))
        .flatMap(people::known)
        .map(People.Known::name);
  }

  List<PersonPage.Merged> merged(UUID person) {
    return merge.into(person)
        .stream()
        .flatMap(merged -> people.known(merged.person())
            .map(known -> new PersonPage.Merged(merged.changeSet(), known.name()))
            .stream())
        .toList();
  }
}
