// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What everybody of the local may read of a rent strike's money: one sum a month, once its due day is over, and only over
 * {@value #LEAST} units or more; a month whose sum would differ from the one before by less is left out. Runs inside the caller's transaction.
 */
public final class MonthlySums {
  /** Below so many units a sum would tell a household's rent. */
  public static final int LEAST = 5;
  private final JdbcClient jdbc;
  private final RentBook book;
  private final Seals seals;

  MonthlySums(JdbcClient jdbc, RentBook book, Seals seals) {
    this.jdbc = jdbc;
    this.book = book;
    this.seals = seals;
  }

  /** The sum of a month: withheld by so many units since the strike began. */
  public record Month(LocalDate due, int homes, Money withheld) {}

  /** Writes the sum of the last month down, unless it is or it would tell a household's rent. */
  public boolean take(Strike strike, LocalDate today) {
    var rent = strike.rent();
    if (rent.isEmpty() || !strike.goesOn()) {
      return false;
    }
    LocalDate due = rent.get().due().lastBefore(today);
    if (due.isBefore(strike.begun())) {
      return false;
    }
    var lines = book.lines(strike, today).stream().filter(line -> line.months() > 0).toList();
    var counted = CountedHomes.of(lines, due);
    int homes = counted.homes().size();
    if (homes < LEAST || !tellsNobody(strike, counted, due)) {
      return false;
    }
    boolean taken = jdbc.sql("""
        insert into strike.monthly (local_id, step_id, due_on, homes, withheld_minor) values (?, ?, ?, ?, ?)
        on conflict do nothing""")
        .params(local(), strike.step(), Date.valueOf(due), homes,
            RentLine.total(lines, rent.get().currency()).minor())
        .update() == 1;
    if (taken) {
      jdbc.sql("update strike.strike set counted = ? where local_id = ? and step_id = ?")
          .params(seals.seal("strike", "counted", strike.step(), counted.written()), local(), strike.step())
          .update();
    }
    return taken;
  }

  /** Whether nobody finds a household's rent by subtracting the last sum from this one. */
  private boolean tellsNobody(Strike strike, CountedHomes now, LocalDate due) {
    var before = of(strike).stream().findFirst();
    long months = before.flatMap(last -> strike.rent()
        .map(rent -> rent.due()
            .between(last.due().plusDays(1),
                due.plusDays(1))))
        .orElse(0L);
    return now.tellsNobody(counted(strike.step()), months, LEAST);
  }

  private CountedHomes counted(UUID step) {
    return CountedHomes.read(jdbc.sql("select counted from strike.strike where local_id = ? and step_id = ?")
        .params(local(), step)
        .query((rs, i) -> seals.openIfAny("strike", "counted", step, rs.getBytes(1)))
        .single());
  }

  /** The months of a strike, the latest first. */
  public List<Month> of(Strike strike) {
    return strike.rent()
        .map(rent -> jdbc.sql("""
        select due_on, homes, withheld_minor from strike.monthly where local_id = ? and step_id = ?
        order by due_on desc""")
            .params(local(), strike.step())
            .query((rs, i) -> new Month(rs.getDate(1).toLocalDate(), rs.getInt(2),
                new Money(rs.getLong(3), rent.currency())))
            .list())
        .orElseGet(List::of);
  }

  private static UUID local() { return Tenancy.current().value(); }
}
