// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench.linkage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Invented words that occur as unevenly as names do: the n-th is drawn in proportion to 1 / (n + 10). */
final class NamePool {
  private static final String[] STARTS = {"B", "BR", "C", "CH", "D", "F", "G", "GR", "H", "J", "K", "KL", "L", "M", "N",
      "P", "R", "S", "SH", "ST", "T", "TR", "V", "W", "Y", "Z", ""};
  private static final String[] VOWELS = {"A", "E", "I", "O", "U", "AI", "EE", "OU"};
  private static final String[] ENDS = {"", "", "N", "R", "L", "S", "M", "TH", "CK", "ND"};
  private static final int FLAT = 10;
  private final List<String> words;
  private final double[] upTo;

  NamePool(int size, long seed) {
    var random = new Random(seed);
    var seen = new HashSet<String>();
    words = new ArrayList<>(size);
    while (words.size() < size) {
      String word = word(random, 2 + random.nextInt(2));
      if (word.length() >= 3 && seen.add(word)) {
        words.add(word);
      }
    }
    upTo = new double[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += 1.0 / (i + FLAT);
      upTo[i] = sum;
    }
  }

  private static String word(Random random, int syllables) {
    var word = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      word.append(STARTS[random.nextInt(STARTS.length)])
          .append(VOWELS[random.nextInt(VOWELS.length)])
          .append(ENDS[random.nextInt(ENDS.length)]);
    }
    return word.toString();
  }

  /** A word, common ones more often. */
  String draw(RandomGenerator random) {
    double at = random.nextDouble() * upTo[upTo.length - 1];
    int low = 0;
    int high = upTo.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (upTo[middle] < at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return words.get(low);
  }
}
