// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Entry;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.PeopleDirectory;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.treasury.ByHandSum;
import org.groundwork.treasury.Papers;
import org.springframework.stereotype.Component;

/** One entry as its reader may see it. */
@Component
class EntryDesk {
  /** The sources of what is written on the pages of this module. */
  static final String BY_HAND = ByHandSum.KIND;
  static final Set<String> OURS = Set.of(BY_HAND, "opening");
  private final TreasuryDesk desk;
  private final JournalController.Parts parts;
  private final Papers papers;
  private final PeopleDirectory people;

  EntryDesk(TreasuryDesk desk, JournalController.Parts parts, Papers papers, PeopleDirectory people) {
    this.desk = desk;
    this.parts = parts;
    this.papers = papers;
    this.people = people;
  }

  /** An entry that the reader may see; any other is as if it were not there. */
  Entry seen(UUID id) {
    return parts.journal()
        .find(id)
        .filter(entry -> !desk.hiding().hides(entry))
        .orElseThrow(TreasuryDesk::notFound);
  }

  /** Whether an entry was written by hand; what another module entered is put right there. */
  static boolean byHand(Entry entry) {
    return (entry.source().isEmpty() && entry.reverses().isEmpty())
        || entry.source().filter(source -> OURS.contains(source.kind())).isPresent();
  }

  EntryPage page(Book book, Entry entry, String done, FormErrors errors) {
    boolean sees = Callers.actor().mayEverywhere(Power.SEE_MONEY);
    Optional<String> by = sees ? entry.by().flatMap(this::name) : Optional.empty();
    return new EntryPage(book.currency(), entry, parts.names(), by, desk.profile().zone(),
        sees ? papers.of(entry.id()) : List.of(), sees, Callers.actor().mayEverywhere(Power.KEEP_MONEY), byHand(entry),
        desk.form(), done, errors);
  }

  private Optional<String> name(UUID person) {
    return Optional.ofNullable(people.entries(List.of(person)).get(person)).map(PeopleDirectory.Entry::name);
  }
}
