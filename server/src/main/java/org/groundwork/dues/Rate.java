// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A bracket of a scale.
 *
 * @param name whom it is for, in the local's words
 * @param isDefault whether it stands for whoever has not chosen
 */
public record Rate(UUID id, UUID plan, int place, String name, Asked asked, boolean isDefault) {
  /** The most for a period, in minor units. */
  public static final long MOST = 1_000_000_000_000L;

  /** What is asked for a period. */
  public sealed interface Asked {}

  /** So much, in minor units; 1 … {@link #MOST}. */
  public record Amount(long minor) implements Asked {}

  /** A part of what somebody says they have in a month, in hundredths of a percent; 1 … 10,000. */
  public record Percent(int perMyriad) implements Asked {}

  /** Nothing, and no less of a say. */
  public record Free(FreeFor why) implements Asked {}

  /** Why somebody pays nothing. */
  public enum FreeFor {
    NO_WORK, NO_HOUSING, STUDENT, PRISONER, OTHER;

    /** As forms and the database have it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason of a key; empty if there is none. */
    public static Optional<FreeFor> known(String key) {
      return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
  }

  /** Whether it asks for nothing. */
  public boolean free() { return asked instanceof Free; }

  /** Whether whoever chooses it has to say what they have in a month. */
  public boolean asksIncome() {
    return asked instanceof Percent;
  }

  /**
   * What it comes to for a period, in minor units. A percentage is rounded down: to the member's favour.
   *
   * @param monthly what somebody says they have in a month, in minor units; only a percentage needs it
   */
  public long comesTo(Period period, long monthly) {
    return switch (asked) {
      case Amount(long minor) -> minor;
      case Free _ -> 0;
      case Percent(int part) -> BigInteger.valueOf(monthly)
          .multiply(BigInteger.valueOf((long) part * period.months()))
          .divide(BigInteger.valueOf(10_000))
          .min(BigInteger.valueOf(MOST))
          .longValueExact();
    };
  }
}
