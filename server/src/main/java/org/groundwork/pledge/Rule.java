// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import java.util.OptionalInt;

/**
 * When a call is met: how many must be in over all, and which share of every part.
 *
 * @param eachPart whole percent of every part that has a denominator, 1 to 100; absent where only the whole counts
 */
public record Rule(Overall overall, OptionalInt eachPart) {
  public Rule {
    if (eachPart.isPresent()) {
      bounded(eachPart.getAsInt());
    }
  }

  /** How many it takes over all. */
  public sealed interface Overall {
    /** So many homes or people. */
    record Least(int number) implements Overall {
      public Least {
        if (number < 1) {
          throw new IllegalArgumentException("a threshold is at least one");
        }
      }
    }

    /** So many percent of the chart, rounded up, and at least one. */
    record Share(int percent) implements Overall {
      public Share { bounded(percent); }
    }

    /** Nobody has said how many; such a call is never met. */
    record Unsaid() implements Overall {}
  }

  /** How many are needed on a chart of {@code of} homes or people; absent where nobody has said. */
  public OptionalInt needed(int of) {
    return switch (overall) {
      case Overall.Least(int number) -> OptionalInt.of(number);
      case Overall.Share(int percent) -> OptionalInt.of(Math.max(1, (int) (((long) percent * of + 99) / 100)));
      case Overall.Unsaid _ -> OptionalInt.empty();
    };
  }

  /** Whether a part in which {@code have} of {@code of} are in holds; one without a denominator does. */
  public boolean holds(int have, int of) {
    return eachPart.isEmpty() || 100L * have >= (long) eachPart.getAsInt() * of;
  }

  private static void bounded(int percent) {
    if (percent < 1 || percent > 100) {
      throw new IllegalArgumentException("a share is 1 to 100 percent");
    }
  }
}
