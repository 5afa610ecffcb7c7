// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.groundwork.ledger.Discreet;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.Source;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.ids.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was brought along, in the books: one entry for a form or a table, and what takes one member's part out of it again. Runs
 * inside the caller's transaction, held by {@link Brought#hold}.
 */
record BroughtBooks(JdbcClient jdbc, Ids ids, Clock clock, Payments.Parts parts) {
  /** What the entries are about. */
  static final String SOURCE = "dues-brought";

  /**
   * What rows come to.
   *
   * @param people over how many members
   */
  record Sums(int people, long owed, long ahead) {
    /** Whether an entry can hold it. */
    boolean fits() { return owed <= Line.MOST && ahead <= Line.MOST; }
  }

  /** Enters what rows come to, once; over few members other members read it only within a sum. */
  Entered enter(UUID brought, LocalDate on, Sums sums) {
    return parts.accounting().ledger().enter(entry(brought, on, sums));
  }

  private NewEntry entry(UUID about, LocalDate on, Sums sums) {
    return new NewEntry(on, parts.accounting().words().say("dues.entry.brought"),
        Optional.of(new Source(SOURCE, about)), lines(sums, 1)).over(sums.people());
  }

  /** The lines of an entry, or with -1 those that take it back. */
  private List<Line> lines(Sums sums, int sign) {
    UUID general = parts.settling().general();
    UUID opening = parts.accounting().books().account(UsedFor.OPENING).id();
    Map<UUID, Map<UUID, Long>> lines = new TreeMap<>();
    Credits.add(lines, parts.accounting().books().account(UsedFor.DUES_OWED).id(), general, sign * sums.owed());
    Credits.add(lines, opening, general, sign * Math.subtractExact(sums.ahead(), sums.owed()));
    Credits.add(lines, parts.accounting().books().account(UsedFor.PAID_AHEAD).id(), general, -sign * sums.ahead());
    return Settling.lines(lines);
  }

  /** Whether what still stands was entered anew on a later day, after another member's part was taken out. */
  boolean enteredLater(Brought.Stands stands) {
    return jdbc.sql("""
        select exists (select from dues.brought b join ledger.api_entry e on e.local_id = b.local_id and e.id = b.entry_id
          where b.local_id = ? and e.local_id = ? and b.id = ? and e.on_date > ?)""")
        .params(Scope.local(), Scope.local(), stands.brought(), Date.valueOf(stands.on()))
        .query(Boolean.class)
        .single();
  }

  private record Whole(UUID entry, int members, Sums sums) {
    Sums less(Brought.Stands row) {
      return new Sums(sums.people() - 1, sums.owed() - row.owed(), sums.ahead() - row.ahead());
    }
  }

  /**
   * Takes one member's part out of an entry: of one over few members all of it is taken back and the rest entered anew, so
   * that what members read is over as many as it says; of another the part is, which waits until it is one of five.
   */
  void takeBack(Brought.Stands row, LocalDate on) {
    Whole whole = jdbc.sql("""
        select entry_id, members, people, owed, ahead from dues.brought where local_id = ? and id = ? for update""")
        .params(Scope.local(), row.brought())
        .query((rs, i) -> new Whole(rs.getObject(1, UUID.class), rs.getInt(2),
            new Sums(rs.getInt(3), rs.getLong(4), rs.getLong(5))))
        .single();
    Sums rest = whole.less(row);
    UUID stands = whole.entry();
    if (whole.members() >= Discreet.LEAST) {
      made(parts.accounting()
          .ledger()
          .enterWhatHappened(new NewEntry(on, words(), Optional.of(new Source("dues-brought-undone", ids.next())),
              lines(new Sums(1, row.owed(), row.ahead()), -1)).over(1)));
    } else {
      made(parts.accounting().ledger().reverse(whole.entry(), on, words()));
      if (rest.people() > 0) {
        stands = made(again(on, rest));
        jdbc.sql("update dues.payment set entry_id = ? where local_id = ? and entry_id = ? and way = 'brought'")
            .params(stands, Scope.local(), whole.entry())
            .update();
      }
    }
    jdbc.sql("""
        update dues.brought set entry_id = ?, people = ?, owed = ?, ahead = ?, version = version + 1,
          changed_by = ?::uuid, changed_at = ? where local_id = ? and id = ?""")
        .params(stands, rest.people(), rest.owed(), rest.ahead())
        .param(Scope.author())
        .params(Timestamp.from(clock.instant()), Scope.local(), row.brought())
        .update();
    jdbc.sql("update dues.brought_row set undone_on = ? where local_id = ? and brought_id = ? and line = ?")
        .params(Date.valueOf(on), Scope.local(), row.brought(), row.line())
        .update();
  }

  /** What is left of an entry that was taken back: it was in the books, whatever a fund has now. */
  private Entered again(LocalDate on, Sums rest) {
    return parts.accounting().ledger().enterWhatHappened(entry(ids.next(), on, rest));
  }

  private String words() { return parts.accounting().words().say("dues.entry.brought.undone"); }

  private static UUID made(Entered entered) {
    if (entered instanceof Entered.Yes(UUID entry)) {
      return entry;
    }
    throw new IllegalStateException("what was brought along cannot be taken back: " + entered);
  }
}
