// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;

/**
 * Whom the caller may see and change: the people with a place at a site within reach of a mandate. Everybody else is
 * simply not there. Every look at a record or a list is audited. Runs inside the caller's writing transaction.
 */
public final class PeopleInReach {
  private final PersonRecords records;
  private final Audit audit;

  PeopleInReach(PersonRecords records, Audit audit) {
    this.records = records;
    this.audit = audit;
  }

  /** The sites whose people the caller may see, absent for the whole local. */
  public Optional<Set<UUID>> sites() {
    Reach reach = Callers.actor().reachOf(Power.SEE_PEOPLE).orElseGet(() -> new Reach.Sites(Set.of()));
    return switch (reach) {
      case Reach.WholeLocal _ -> Optional.empty();
      case Reach.Sites(var sites) -> Optional.of(sites);
    };
  }

  /** Whether the caller may do {@code power} at every site of the local. */
  public boolean wholeLocal(Power power) {
    return Callers.actor().reachOf(power).filter(Reach.WholeLocal.class::isInstance).isPresent();
  }

  /** A person the caller looks at, audited; {@link NotAllowed} as not found if there is none within reach. */
  public Person see(UUID person) {
    Person seen = within(person, Power.SEE_PEOPLE);
    audit.record("person-seen", new SubjectRef("person", person), "");
    return seen;
  }

  /** A person the caller is about to change; {@link NotAllowed} as not found if there is none within reach. */
  public Person change(UUID person) {
    return within(person, Power.EDIT_PEOPLE);
  }

  /** One of the places of a person that the caller is about to change, likewise. */
  public Person.Held place(UUID person, UUID position) {
    return places(person).stream()
        .filter(held -> held.id().equals(position))
        .findFirst()
        .orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND));
  }

  /** The places of a person that the caller may change. */
  public List<Person.Held> places(UUID person) {
    change(person);
    return records.places(person)
        .stream()
        .filter(held -> Callers.actor().may(Power.EDIT_PEOPLE, held.site()))
        .toList();
  }

  private Person within(UUID person, Power power) {
    return records.find(person)
        .filter(found -> found.mergedInto().isEmpty())
        .filter(_ -> wholeLocal(power)
            || records.places(person).stream().anyMatch(held -> Callers.actor().may(power, held.site())))
        .orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND));
  }

  /** Records that the caller looked at a list: what was asked for, never who was found. */
  public void sawList(String criteria) {
    audit.record("people-listed", new SubjectRef("local", Callers.actor().local().value()), criteria);
  }
}
