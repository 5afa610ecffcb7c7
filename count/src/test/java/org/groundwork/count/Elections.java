// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Elections made from a seed, with everything that a paper can hold. */
final class Elections {
  private static final String[] PIECES = {"Ana", "Zoë", "蘇業", "O'Neill", "#1", "-2", "0", "a, b", "x]", "[y", "{z}",
      "1:A>B",
      "//", "=", "(q)", ";", "\\"};

  private Elections() {}

  static Election election(Random random) {
    int count = 1 + random.nextInt(12);
    var candidates = new ArrayList<Candidate>();
    for (int number = 1; number <= count; number++) {
      candidates.add(new Candidate(number, name(random), random.nextInt(6) == 0));
    }
    var ballots = new Ballots.Builder();
    for (int paper = random.nextInt(30); paper > 0; paper--) {
      paper(random, count, ballots);
    }
    String title = random.nextBoolean() ? "" : name(random);
    return new Election(title, 1 + random.nextInt(count), candidates, ballots.build());
  }

  private static void paper(Random random, int count, Ballots.Builder ballots) {
    for (int rank = random.nextInt(count + 1); rank > 0; rank--) {
      if (random.nextInt(5) == 0) {
        ballots.skip();
        continue;
      }
      ballots.rank(1 + random.nextInt(count));
      while (random.nextInt(4) == 0) {
        ballots.same(1 + random.nextInt(count));
      }
    }
    ballots.paper(random.nextInt(8) == 0 ? 1 + random.nextInt(Ballots.MOST_WEIGHT / 100) : 1 + random.nextInt(3));
  }

  private static String name(Random random) {
    Set<String> pieces = new HashSet<>();
    for (int piece = 1 + random.nextInt(3); piece > 0; piece--) {
      pieces.add(PIECES[random.nextInt(PIECES.length)]);
    }
    return String.join(" ", pieces);
  }
}
