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
 * {@value #LEAST} units or more. Runs inside the caller's transaction.
 */
public final class MonthlySums {
  /** Below so many units a sum would tell a household's rent. */
  public static final int LEAST = 5;
  private final JdbcClient jdbc;
  private final RentBook book;

  MonthlySums(JdbcClient jdbc, RentBook book) {
    this.jdbc = jdbc;
    this.book = book;
  }

  /** The sum of a month: withheld by so many units since the strike began. */
  public record Month(LocalDate due, int homes, Money withheld) {}

  /** Writes the sum of the last month down, unless it is or too few units withhold. */
  boolean take(Strike strike, LocalDate today) {
    var rent = strike.rent();
    if (rent.isEmpty() || !strike.goesOn()) {
      return false;
    }
    LocalDate due = rent.get().due().lastBefore(today);
    if (due.isBefore(strike.begun())) {
      return false;
    }
    var lines = book.lines(strike, today).stream().filter(line -> line.months() > 0).toList();
    int homes = (int) lines.stream().map(line -> line.unit().label()).distinct().count();
    return homes >= LEAST && jdbc.sql("""
        insert into strike.monthly (local_id, step_id, due_on, homes, withheld_minor) values (?, ?, ?, ?, ?)
        on conflict do nothing""")
        .params(local(), strike.step(), Date.valueOf(due), homes,
            RentLine.total(lines, rent.get().currency()).minor())
        .update() == 1;
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
