// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * What is to be entered.
 *
 * @param what in words, 1 … {@value #LONGEST} characters
 * @param source empty for what somebody writes by hand
 * @param lines 2 … {@value #MOST_LINES}; in each fund they come to nothing
 * @param people over how many people it is, where they are fewer than {@value Discreet#LEAST} and members must not read
 *     what it says of one of them: they read it within a sum; empty elsewhere
 */
public record NewEntry(LocalDate on, String what, Optional<Source> source, List<Line> lines, OptionalInt people) {
  /** The longest text. */
  public static final int LONGEST = 200;
  /** The most lines. */
  public static final int MOST_LINES = 500;

  /** @throws IllegalArgumentException when a bound is not kept, or a fund's lines do not come to nothing */
  public NewEntry {
    lines = List.copyOf(lines);
    if (what.isBlank() || what.length() > LONGEST) {
      throw new IllegalArgumentException("an entry with a text of " + what.length() + " characters");
    }
    if (lines.size() < 2 || lines.size() > MOST_LINES) {
      throw new IllegalArgumentException("an entry of " + lines.size() + " lines");
    }
    if (people.isPresent() && (people.getAsInt() < 1 || people.getAsInt() >= Discreet.LEAST)) {
      throw new IllegalArgumentException("an entry over a few people, who are " + people.getAsInt());
    }
    byFund(lines).forEach((fund, sum) -> {
      if (sum != 0) {
        throw new IllegalArgumentException("the lines of the fund " + fund + " come to " + sum);
      }
    });
  }

  YearMonth month() { return YearMonth.from(on); }

  /** An entry that says nothing of one person. */
  public NewEntry(LocalDate on, String what, Optional<Source> source, List<Line> lines) {
    this(on, what, source, lines, OptionalInt.empty());
  }

  /** The same as an entry over so many people, at least one. */
  public NewEntry over(int count) {
    return new NewEntry(on, what, source, lines,
        count < Discreet.LEAST ? OptionalInt.of(count) : OptionalInt.empty());
  }

  private static Map<UUID, Long> byFund(List<Line> lines) {
    var sums = new HashMap<UUID, Long>();
    lines.forEach(each -> sums.merge(each.fund(), each.amount(), Math::addExact));
    return sums;
  }
}
