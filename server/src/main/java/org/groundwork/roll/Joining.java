// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.SubjectRef;

/**
 * Decides who asked to join: a contact known already becomes a member or supporter, or a new person is entered. Runs
 * inside the caller's transaction.
 */
public final class Joining {
  private final Applications applications;
  private final PersonRecords records;
  private final NameSearch search;
  private final PersonRecords.Writing writing;
  private final List<JoinQuestion> questions;

  Joining(Applications applications, PersonRecords records, NameSearch search, PersonRecords.Writing writing,
      List<JoinQuestion> questions) {
    this.applications = applications;
    this.records = records;
    this.search = search;
    this.writing = writing;
    this.questions = List.copyOf(questions);
  }

  /** Somebody on the roll who may be the one who asks, and whether a number or address says so. */
  public record Candidate(Person person, boolean sameContact) {}

  /** Where somebody is put, the unit absent while it is not known. */
  public record At(UUID site, Optional<UUID> unit) {}

  /** Who on the roll it may be: the same number or address first, then close names; at most ten. */
  public List<Candidate> candidates(Application application) {
    var found = new LinkedHashMap<UUID, Boolean>();
    applications.sameContact(application.id()).forEach(person -> found.put(person, true));
    if (search.find(application.name(), Optional.empty()) instanceof NameSearch.Outcome.Found named) {
      named.people().stream().limit(5).forEach(entry -> found.putIfAbsent(entry.id(), false));
    }
    var candidates = new ArrayList<Candidate>();
    found.forEach((id, same) -> records.find(id).ifPresent(person -> candidates.add(new Candidate(person, same))));
    return candidates.stream().limit(10).toList();
  }

  /**
   * Accepts: the membership begins today.
   *
   * @param known the contact it is, or who is back, absent for somebody new
   * @param at where they are put on the chart, absent for nowhere yet
   * @return the person, absent if the one named has joined meanwhile
   */
  public Optional<UUID> accept(Application application, Optional<Person> known, Optional<At> at) {
    if (known.isPresent() && !known.get().state().mayJoin()) {
      return Optional.empty();
    }
    var said = new People.Known(application.name(), application.phone(), application.mail(), application.place());
    UUID person = known.map(contact -> completed(contact, said))
        .orElseGet(() -> writing.people().addContact(writing.changes().open("application-accepted"), said));
    writing.memberships()
        .join(writing.changes().open("person-joined"), person,
            application.supporter() ? Memberships.Kind.SUPPORTER : Memberships.Kind.MEMBER);
    writing.audit().record("person-joined", new SubjectRef("person", person), "");
    applications.language(application.id()).ifPresent(language -> records.speaks(person, language));
    at.ifPresent(where -> put(person, where));
    var chosen = applications.choices(application.id());
    questions.stream()
        .filter(each -> chosen.containsKey(each.field()))
        .forEach(each -> each.joined(person, chosen.getOrDefault(each.field(), "")));
    applications.decided(application, "accepted");
    return Optional.of(person);
  }

  /** Who holds a place at the site already keeps it, but for a door that was not known. */
  private void put(UUID person, At at) {
    var held = records.places(person).stream().filter(place -> place.site().equals(at.site())).findFirst();
    if (held.isEmpty()) {
      writing.people().place(writing.changes().open("application-accepted"), person, at.site(), at.unit(), false);
    } else if (held.get().unit().isEmpty() && at.unit().isPresent()) {
      records.move(held.get(), person, at.site(), at.unit());
    }
  }

  private UUID completed(Person contact, People.Known said) {
    var known = contact.known();
    String remark = known.remark().isEmpty() ? said.remark() : known.remark();
    records.save(contact.id(), contact.version(), new People.Known(known.name(), known.phone().or(said::phone),
        known.mail().or(said::mail), remark), true);
    return contact.id();
  }

  /** Turns an application down; nothing is sent and nothing is kept. */
  public void decline(Application application) {
    applications.decided(application, "declined");
  }
}
