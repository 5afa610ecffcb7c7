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
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Dues that are not asked for any more. Runs inside the caller's transaction. */
public final class WriteOffs {
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Audit audit;
  private final Payments.Parts parts;

  WriteOffs(JdbcClient jdbc, Ids ids, Clock clock, Audit audit, Payments.Parts parts) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.parts = parts;
  }

  /** Stops asking somebody for what is open of the periods that begin within some days, as when they are waived. */
  public Optional<Entered> waive(UUID person, LocalDate from, LocalDate until, LocalDate on) {
    return writeOff(person, new Span(from, until), on, "");
  }

  private record Span(LocalDate first, LocalDate last) {
    boolean has(LocalDate period) { return !period.isBefore(first) && !period.isAfter(last); }
  }

  /**
   * Stops asking somebody for what is open of the periods until one.
   *
   * @param last the first day of the last period
   * @param why at most {@value NewPayment#LONGEST_NOTE} characters; sealed
   * @return what the books said; empty if nothing was open
   */
  public Optional<Entered> writeOff(UUID person, LocalDate last, LocalDate on, String why) {
    return writeOff(person, new Span(LocalDate.EPOCH.minusYears(100), last), on, why);
  }

  private Optional<Entered> writeOff(UUID person, Span span, LocalDate on, String why) {
    List<Settling.Part> off = parts.charges()
        .hold(person)
        .stream()
        .filter(each -> span.has(each.period()))
        .map(each -> new Settling.Part(each, each.open()))
        .toList();
    if (off.isEmpty()) {
      return Optional.empty();
    }
    Map<UUID, Map<UUID, Long>> sums = new TreeMap<>();
    UUID owed = parts.accounting().books().account(UsedFor.DUES_OWED).id();
    UUID income = parts.accounting().books().account(UsedFor.DUES).id();
    parts.settling().byFund(off).forEach((fund, sum) -> {
      Credits.add(sums, income, fund, sum);
      Credits.add(sums, owed, fund, -sum);
    });
    Entered entered = parts.accounting()
        .ledger()
        .enterWhatHappened(new NewEntry(on, parts.accounting().words().say("dues.entry.off"), Optional.empty(),
            Settling.lines(sums)));
    if (entered instanceof Entered.Yes(UUID entry)) {
      parts.settling().settle(off);
      off.forEach(each -> note(each, on, entry, why));
      audit.record("dues-written-off", new SubjectRef("dues-write-off", entry), "");
    }
    return Optional.of(entered);
  }

  private void note(Settling.Part part, LocalDate on, UUID entry, String why) {
    UUID id = ids.next();
    jdbc.sql("""
        insert into dues.write_off (local_id, id, person_id, period, plan_id, amount, on_date, entry_id, words, changed_by,
          changed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?::bytea, ?::uuid, ?)""")
        .params(Scope.local(), id, part.charge().person(), Date.valueOf(part.charge().period()), part.charge().plan(),
            part.amount(), Date.valueOf(on), entry)
        .param(parts.seals().sealIfAny("write_off", "words", id, why.strip()))
        .param(Scope.author())
        .param(Timestamp.from(clock.instant()))
        .update();
  }
}
