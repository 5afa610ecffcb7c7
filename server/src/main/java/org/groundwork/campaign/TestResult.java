// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a test of strength came to, over the chart as it is now. At a building a home has done it when somebody of it
 * has; at a workplace people are counted. Nobody on the boss's side is in it.
 *
 * @param have homes or people that did it
 * @param of homes or jobs of the chart
 * @param parts part by part, the weakest first
 * @param prepared people on the chart who talked through what the other side will do
 * @param people people on the chart
 * @param toAsk the people assessed 1 or 2 who did not do it, steward by steward: what the test is for
 */
public record TestResult(int have, int of, List<PartResult> parts, int prepared, int people, List<ToAsk> toAsk) {
  public TestResult {
    parts = List.copyOf(parts);
    toAsk = List.copyOf(toAsk);
  }

  /** One part of the site. */
  public record PartResult(String part, int have, int of) {
    /** Whether at least so many percent of it did it; a part in which nobody counts holds. */
    public boolean reaches(int percent) {
      return 100L * have >= (long) percent * of;
    }

    /** Its share in whole percent, rounded down. */
    public int percent() {
      return of == 0 ? 0 : (int) (100L * have / of);
    }
  }

  /** Those to ask again, of one steward; without one they are uncovered. */
  public record ToAsk(Optional<UUID> steward, List<UUID> people) {
    public ToAsk { people = List.copyOf(people); }
  }

  /** How many people are needed so that so many percent are reached, rounded up. */
  static int least(int percent, int of) {
    return (int) ((100L - 1 + (long) percent * of) / 100);
  }
}
