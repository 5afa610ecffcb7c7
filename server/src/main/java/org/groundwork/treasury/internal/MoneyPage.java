// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.groundwork.platform.web.View;
import org.groundwork.treasury.FundStatement;
import org.groundwork.treasury.IncomeStatement;
import org.groundwork.treasury.MoneyDoor;
import org.groundwork.treasury.Span;

/**
 * The page about money.
 *
 * @param open empty before the books are opened
 * @param keeper whether the reader keeps the money
 */
public record MoneyPage(Optional<Open> open, boolean keeper, List<Door> doors, String done) implements View {
  public MoneyPage { doors = List.copyOf(doors); }

  /** The doors behind which something waits for the reader. */
  public List<Door> waiting() {
    return doors.stream().filter(door -> door.waiting().isPresent()).toList();
  }

  /** The parts of the page that have a door, in their order. */
  public List<MoneyDoor.Part> parts() {
    return doors.stream().map(Door::part).distinct().sorted().toList();
  }

  /** The doors of a part. */
  public List<Door> of(MoneyDoor.Part part) {
    return doors.stream().filter(door -> door.part() == part).toList();
  }

  /**
   * What is in the books.
   *
   * @param since the month in which they were opened
   * @param toClose months that are over and open
   * @param closedUntil the last of the closed months
   * @param checked the last quarter that was signed
   */
  public record Open(Currency currency, YearMonth since, LocalDate today, FundStatement funds, IncomeStatement quarter,
      List<YearMonth> toClose, Optional<YearMonth> closedUntil, Optional<Checked> checked) {
    public Open { toClose = List.copyOf(toClose); }

    /** The link to the rows behind a number of this quarter. */
    public String rows(String account) {
      return "treasury/entries?first=" + quarter.span().first() + "&last=" + quarter.span().last() + "&account="
          + account;
    }

    /** The link to the rows behind what is in a fund. */
    public String fundRows(String fund) {
      return "treasury/entries?first=" + since + "&last=" + YearMonth.from(today) + "&fund=" + fund;
    }
  }

  /** A quarter that was checked, and when last. */
  public record Checked(Span quarter, Instant at, ZoneId zone, int people) {}

  /** A door, and what waits behind it. */
  public record Door(MoneyDoor.Part part, String title, String path, Optional<MoneyDoor.Waiting> waiting) {}
}
