// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongSetTest {
  @Test
  void knowsWhatItHasSeen() {
    var random = new Random(3);
    var set = new LongSet();
    var plain = new HashSet<Long>();
    for (int times = 0; times < 200_000; times++) {
      // Half of them share their low bits, so that they want the same place.
      long number = times % 2 == 0 ? random.nextInt(50_000) : (long) random.nextInt(2_000) << 32;
      assertThat(set.add(number)).isEqualTo(plain.add(number));
    }
    assertThat(plain.size()).isGreaterThan(45_000);
  }
}
