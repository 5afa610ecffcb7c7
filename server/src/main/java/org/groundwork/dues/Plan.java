// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A scale of dues that is in force.
 *
 * @param dueDays how many days after a period begins its dues are due; 0 … 60
 * @param graceDays how long after that nobody is in arrears; 0 … 180
 * @param isDefault whether members who have not chosen belong to it
 * @param rates in their order, 1 … {@value #MOST_RATES}
 * @param howToPay in the local's words, at most {@value #LONGEST_HOW} characters; may be empty
 * @param shares which parts of what comes in go to which funds; together at most 1000 ‰, the rest is the general fund's
 */
public record Plan(UUID id, String name, Period period, Asks asks, int dueDays, int graceDays, boolean isDefault,
    String howToPay, List<Rate> rates, List<Share> shares, long version) {
  /** The most rates of a scale. */
  public static final int MOST_RATES = 12;
  /** The longest words on how to pay. */
  public static final int LONGEST_HOW = 500;

  /** Copies its lists. */
  public Plan {
    rates = List.copyOf(rates);
    shares = List.copyOf(shares);
  }

  /** By what people place themselves on the scale. */
  public enum Asks {
    INCOME, HOURS, RENT, ROLE, NOTHING;

    /** As forms and the database have it. */
    public String key() { return name().toLowerCase(Locale.ROOT); }

    /** What a key means; empty if it is none. */
    public static Optional<Asks> known(String key) {
      return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
  }

  /** A fund's part of what comes in, in thousandths; 1 … 1000. */
  public record Share(UUID fund, int perMille) {}

  /** When the dues of the period that begins on a day are due. */
  public LocalDate dueOn(LocalDate begins) {
    return begins.plusDays(dueDays);
  }

  /** What stands for whoever has not chosen; empty where the scale has no such rate. */
  public Optional<Rate> defaultRate() {
    return rates.stream().filter(Rate::isDefault).findFirst();
  }
}
