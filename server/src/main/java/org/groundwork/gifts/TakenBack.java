// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.Source;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gifts that a service of payment took back, whatever had been decided on them. Runs inside the caller's transaction. */
public final class TakenBack {
  private final JdbcClient jdbc;
  private final Gifts gifts;
  private final Gifts.Parts parts;
  private final Audit audit;
  private final Clock clock;

  TakenBack(JdbcClient jdbc, Gifts gifts, Gifts.Parts parts, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.gifts = gifts;
    this.parts = parts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Enters that what was given with an entry went back, the held part of it too.
   *
   * @param entry with which it was given
   * @param account where it lay
   * @return what the books say; empty if nothing of it is left that could go back
   */
  public Optional<Entered> takeBack(UUID entry, UUID account, LocalDate on) {
    List<Gift> given = hold(entry);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    var lines = new ArrayList<Line>();
    for (Gift gift : given) {
      boolean ours = gift.state() == Gift.State.TAKEN;
      UUID fund = ours ? gift.fund() : general();
      lines.add(parts.line(ours ? gift.of().account() : UsedFor.HELD, fund, gift.amount(),
          parts.marks().ofGift(gift.id())));
      lines.add(new Line(account, fund, -gift.amount()));
    }
    Entered entered = parts.ledger()
        .enterWhatHappened(new NewEntry(on, parts.words().say("gifts.entry.taken-back"),
            Optional.of(new Source("gift-taken-back", entry)), lines));
    if (entered instanceof Entered.Yes(UUID back)) {
      given.forEach(gift -> note(gift.id(), back));
    }
    return Optional.of(entered);
  }

  /**
   * Whether what was given with an entry is for officers to decide, so that nobody takes it back alone: it may come from the
   * other side, or an officer has said something of it, or it went back. What they took was looked at, and may be called
   * something else.
   */
  public boolean forOfficers(UUID entry) { return !forOfficers(List.of(entry)).isEmpty(); }

  private Set<UUID> forOfficers(Collection<UUID> entries) {
    return Set.copyOf(jdbc.sql("""
        select g.entry_id from gifts.gift g
        where g.local_id = :local and g.entry_id in (select unnest(:entries::uuid[]))
          and (g.state = 'returned' or g.state in ('held', 'to-return') and (g.held_for = 'other-side'
            or g.held_for = 'asked' and exists (select 1 from gifts.verdict v
              where v.local_id = :local and v.gift_id = g.id)))""")
        .param("local", Scope.local())
        .param("entries", entries.toArray(UUID[]::new))
        .query(UUID.class)
        .list());
  }

  /**
   * With which of some entries something was written down on the pages of gifts that one person may take out again: what
   * another module took is put right there, and what is for officers stays.
   */
  public Set<UUID> byOne(Collection<UUID> entries) {
    var found = new HashSet<>(jdbc.sql("""
        select e.id from ledger.api_entry e
        where e.local_id = ? and e.id in (select unnest(?::uuid[])) and e.source_kind = 'gift'""")
        .params(Scope.local(), entries.toArray(UUID[]::new))
        .query(UUID.class)
        .list());
    found.removeAll(forOfficers(entries));
    return found;
  }

  private List<Gift> hold(UUID entry) {
    return jdbc.sql("""
        select id from gifts.gift where local_id = ? and entry_id = ? and state in ('taken', 'held', 'to-return')
        order by id for update""")
        .params(Scope.local(), entry)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list()
        .stream()
        .map(id -> gifts.find(id).orElseThrow())
        .toList();
  }

  private void note(UUID gift, UUID back) {
    jdbc.sql("""
        update gifts.gift set state = 'returned', settled_entry_id = ?, version = version + 1, changed_by = ?::uuid,
          changed_at = ?
        where local_id = ? and id = ?""")
        .param(back)
        .param(Scope.author())
        .params(Timestamp.from(clock.instant()), Scope.local(), gift)
        .update();
    audit.record("gift-returned", new SubjectRef("gift", gift), "");
  }

  private UUID general() {
    return parts.books()
        .funds()
        .stream()
        .filter(each -> each.kind() == FundKind.GENERAL)
        .findFirst()
        .orElseThrow()
        .id();
  }
}
