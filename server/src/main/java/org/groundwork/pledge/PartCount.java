// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many of one or several parts of a site are in, as it may be shown. A part of fewer than {@link #LEAST} would say who
 * it is; such parts are shown together.
 *
 * @param parts what they are called, one or several
 * @param in homes or people that are in
 * @param of homes or people of the chart
 */
public record PartCount(List<String> parts, int in, int of) {
  /** Below so many homes or people a part is not shown alone. */
  public static final int LEAST = 10;

  public PartCount { parts = List.copyOf(parts); }

  /** One part. */
  public static PartCount of(String part, int in, int of) {
    return new PartCount(List.of(part), in, of);
  }

  /**
   * The parts as they may be shown: the large ones alone, the small ones as one; where the small ones are too few even
   * together, the smallest of the large ones is put to them, so that nobody finds them by subtraction. What cannot be made
   * large enough is the whole site, whose count is shown anyway.
   */
  public static List<PartCount> merged(List<PartCount> parts) {
    var large = new ArrayList<>(parts.stream().filter(part -> part.of() >= LEAST).toList());
    var small = new ArrayList<>(parts.stream().filter(part -> part.of() < LEAST && part.of() > 0).toList());
    if (small.isEmpty()) {
      return large;
    }
    while (small.stream().mapToInt(PartCount::of).sum() < LEAST && !large.isEmpty()) {
      var next = large.stream().min(Comparator.comparingInt(PartCount::of)).orElseThrow();
      large.remove(next);
      small.add(next);
    }
    small.sort(Comparator.comparingInt(parts::indexOf));
    large.add(new PartCount(small.stream().flatMap(part -> part.parts().stream()).toList(),
        small.stream().mapToInt(PartCount::in).sum(), small.stream().mapToInt(PartCount::of).sum()));
    return large;
  }
}
