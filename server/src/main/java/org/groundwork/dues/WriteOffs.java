// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.Source;
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
  private final RunsUnderWay underWay;

  WriteOffs(JdbcClient jdbc, Ids ids, Clock clock, Audit audit, Payments.Parts parts) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.parts = parts;
    this.underWay = new RunsUnderWay(jdbc);
  }

  /**
   * Stops asking somebody for what is open of the months of a pause: of each charge the exact part for its months of which
   * the pause has a day. What stays of the charge is rounded down, and no month is taken off twice. Of what a run charged
   * that is under way it is taken off before anything is asked; so the pause must be written down before this.
   *
   * @return what the books said; empty if nothing of it was open
   */
  public Optional<Entered> waive(UUID person, LocalDate from, LocalDate until, LocalDate on) {
    underWay.hold(); // a run that is just posted ends first, and what it charged is taken off like the rest
    underWay.pause(person, from, until);
    var held = parts.charges().hold(person);
    var paused = months(held.stream().map(Charge::person).distinct().toList()).stream()
        .map(each -> each.in(from, until))
        .filter(each -> each.more() != 0 && held.stream().anyMatch(each::of))
        .toList();
    var off = new ArrayList<Settling.Part>();
    for (Charge charge : held) {
      paused.stream().filter(each -> each.of(charge)).findFirst().ifPresent(each -> {
        long part = Math.min(charge.open(), each.part(charge.amount()));
        if (part > 0) {
          off.add(new Settling.Part(charge, part));
        }
      });
    }
    Optional<Entered> entered = enter(off, on, "");
    if (entered.isEmpty() || entered.get() instanceof Entered.Yes) {
      paused.forEach(this::note);
    }
    return entered;
  }

  private List<ChargeMonths> months(List<UUID> records) {
    return jdbc.sql("""
        select\s""" + ChargeMonths.COLUMNS + """
         from dues.charge c join dues.plan p on p.local_id = c.local_id and p.id = c.plan_id
        where c.local_id = ? and c.person_id in (select unnest(?::uuid[])) and c.settled < c.amount""")
        .params(Scope.local(), records.toArray(UUID[]::new))
        .query(ChargeMonths::read)
        .list();
  }

  private void note(ChargeMonths paused) {
    jdbc.sql(
        """
        update dues.charge set waived = waived | ? where local_id = ? and person_id = ? and period = ? and plan_id = ?""")
        .params(paused.more(), Scope.local(), paused.person(), Date.valueOf(paused.period()), paused.plan())
        .update();
  }

  /**
   * Stops asking somebody for what is open of the periods until one.
   *
   * @param last the first day of the last period
   * @param why at most {@value NewPayment#LONGEST_NOTE} characters; sealed
   * @return what the books said; empty if nothing was open
   */
  public Optional<Entered> writeOff(UUID person, LocalDate last, LocalDate on, String why) {
    return enter(parts.charges()
        .hold(person)
        .stream()
        .filter(each -> !each.period().isAfter(last))
        .map(each -> new Settling.Part(each, each.open()))
        .toList(), on, why);
  }

  private Optional<Entered> enter(List<Settling.Part> off, LocalDate on, String why) {
    if (off.isEmpty()) {
      return Optional.empty();
    }
    Map<UUID, Map<UUID, Long>> sums = new TreeMap<>();
    UUID owed = parts.accounting().books().account(UsedFor.DUES_OWED).id();
    UUID income = parts.accounting().books().account(UsedFor.DUES).id();
    UUID opening = parts.accounting().books().account(UsedFor.OPENING).id();
    off.stream().collect(Collectors.partitioningBy(Settling.Part::brought)).forEach((brought, some) -> {
      parts.settling().byFund(some).forEach((fund, sum) -> {
        Credits.add(sums, brought ? opening : income, fund, sum); // what was brought along was never income
        Credits.add(sums, owed, fund, -sum);
      });
    });
    Entered entered = parts.accounting()
        .ledger()
        .enterWhatHappened(new NewEntry(on, parts.accounting().words().say("dues.entry.off"),
            Optional.of(new Source("dues-off", ids.next())), Settling.lines(sums)));
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
