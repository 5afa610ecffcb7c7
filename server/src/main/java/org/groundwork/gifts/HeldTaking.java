// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.Source;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes what was held once the officers say so. It was held whole; only now the cap is asked, and what exceeds it goes back.
 * Runs inside the caller's transaction, which holds the gift.
 */
final class HeldTaking {
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Audit audit;
  private final Gifts.Parts parts;

  HeldTaking(JdbcClient jdbc, Ids ids, Clock clock, Audit audit, Gifts.Parts parts) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.parts = parts;
  }

  Gifts.Said take(Gift gift, LocalDate today) {
    long taken = gift.person()
        .flatMap(person -> parts.caps().room(person, gift.on(), Optional.of(gift.id())))
        .map(room -> Math.min(room.amount(), gift.amount()))
        .orElse(gift.amount());
    if (taken == 0) {
      note(gift, gift.amount(), Gift.State.TO_RETURN, Optional.empty());
      return new Gifts.Said.Decided(Gift.State.TO_RETURN);
    }
    Entered entered = parts.ledger()
        .enter(new NewEntry(today, parts.words().say("gifts.entry.taken"),
            Optional.of(new Source("gift-settled", gift.id())), lines(gift, taken)));
    if (!(entered instanceof Entered.Yes(UUID entry))) {
      return new Gifts.Said.NotEntered(entered);
    }
    if (taken < gift.amount()) {
      rest(gift, gift.amount() - taken);
    }
    note(gift, taken, Gift.State.TAKEN, Optional.of(entry));
    return new Gifts.Said.Decided(Gift.State.TAKEN);
  }

  private List<Line> lines(Gift gift, long taken) {
    UUID general = general();
    Optional<UUID> mark = parts.marks().ofGift(gift.id());
    var lines = new ArrayList<Line>(List.of(parts.line(UsedFor.HELD, general, taken, mark)));
    if (!gift.fund().equals(general)) {
      lines.add(new Line(gift.account(), general, -taken));
      lines.add(new Line(gift.account(), gift.fund(), taken));
    }
    lines.add(parts.line(gift.of().account(), gift.fund(), -taken, mark));
    return lines;
  }

  /** What stays held, to go back: a gift of its own, which came in with the same entry. */
  private void rest(Gift gift, long amount) {
    UUID id = ids.next();
    Seals seals = parts.seals();
    jdbc.sql("""
        insert into gifts.gift (local_id, id, class, person_id, giver, giver_index, origin, on_date, amount, account_id,
          fund_id, state, held_for, note, entry_id, receipt, mark, recorded_by, changed_by,
          changed_at)
        select g.local_id, :rest, g.class, g.person_id, :giver::bytea, g.giver_index, :origin::bytea, g.on_date, :amount,
          g.account_id, g.fund_id, 'to-return', 'cap', :note::bytea, g.entry_id, :receipt, g.mark, g.recorded_by, :by::uuid,
          :now
        from gifts.gift g where g.local_id = :local and g.id = :gift""")
        .param("local", Scope.local())
        .param("gift", gift.id())
        .param("rest", id)
        .param("giver", seals.sealIfAny("giver", id, gift.giver()))
        .param("origin", seals.sealIfAny("origin", id, gift.origin()))
        .param("amount", amount)
        .param("note", seals.sealIfAny("note", id, gift.note()))
        .param("receipt", new GiftReceipts(jdbc).next(gift.on()))
        .param("by", Scope.author())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    audit.record("gift-to-return", new SubjectRef("gift", id), "");
  }

  /** What goes back for the cap says so, whatever it was held for. */
  private void note(Gift gift, long amount, Gift.State state, Optional<UUID> entry) {
    jdbc.sql("""
        update gifts.gift set state = :state, amount = :amount, settled_entry_id = coalesce(:entry::uuid, settled_entry_id),
          held_for = case when :state = 'to-return' then 'cap' else held_for end,
          because = case when :state = 'to-return' then null else because end, version = version + 1,
          changed_by = :by::uuid, changed_at = :now
        where local_id = :local and id = :gift""")
        .param("state", state.key())
        .param("amount", amount)
        .param("entry", entry.orElse(null))
        .param("by", Scope.author())
        .param("now", Timestamp.from(clock.instant()))
        .param("local", Scope.local())
        .param("gift", gift.id())
        .update();
    audit.record("gift-" + state.key(), new SubjectRef("gift", gift.id()), "");
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
