// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which parts of a site may be shown alone. */
class PartCountTest {

  @Test
  void putsSmallPartsTogether() {
    assertThat(
        PartCount.merged(List.of(PartCount.of("1", 2, 4), PartCount.of("Night", 7, 20), PartCount.of("2", 3, 6))))
        .containsExactly(PartCount.of("Night", 7, 20), new PartCount(List.of("1", "2"), 5, 10));
  }

  @Test
  void hidesOneSmallPartBehindTheSmallestLargeOne() {
    assertThat(PartCount.merged(List.of(PartCount.of("Office", 1, 3), PartCount.of("Day", 9, 30),
        PartCount.of("Night", 7, 20))))
        .containsExactly(PartCount.of("Day", 9, 30), new PartCount(List.of("Office", "Night"), 8, 23));
  }

  @Test
  void showsAHouseOfSixAsAWholeOnly() {
    assertThat(PartCount.merged(List.of(PartCount.of("1", 1, 2), PartCount.of("2", 0, 2), PartCount.of("3", 2, 2))))
        .containsExactly(new PartCount(List.of("1", "2", "3"), 3, 6));
  }

  @Test
  void leavesLargePartsAloneAndEmptyOnesOut() {
    assertThat(PartCount.merged(List.of(PartCount.of("Day", 9, 10), PartCount.of("Roof", 0, 0))))
        .containsExactly(PartCount.of("Day", 9, 10));
    assertThat(PartCount.merged(List.of())).isEmpty();
  }

  @Test
  void neverShowsAPartOfFewerThanTenBesideAnother() {
    var random = new java.util.SplittableRandom(7);
    for (int round = 0; round < 2000; round++) {
      var parts = java.util.stream.IntStream.range(0, random.nextInt(1, 8))
          .mapToObj(at -> PartCount.of("P" + at, 0, random.nextInt(0, 25)))
          .toList();
      var shown = PartCount.merged(parts);
      assertThat(shown.size() <= 1 || shown.stream().allMatch(part -> part.of() >= PartCount.LEAST)).isTrue();
      assertThat(shown.stream().mapToInt(PartCount::of).sum())
          .isEqualTo(parts.stream().mapToInt(PartCount::of).sum());
    }
  }
}
