// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.groundwork.ballot.internal.group.Element;
import org.groundwork.ballot.internal.group.Group;

/**
 * The exponents of powers of g that are not above a limit, by Shanks's baby and giant steps: the square root of the limit in
 * time for each, and once in memory, up to a limit of 2^40; above it the time grows with the limit, and memory does not.
 */
public final class DiscreteLog {
  private static final int CHUNK = 256;
  /** So many baby steps are kept at most, in about a hundred megabytes; where the limit is large, giant steps are more. */
  private static final long MOST_STEPS = 1 << 20;
  private final Group group;
  private final long limit;
  private final long steps;
  private final Map<String, Integer> baby = new HashMap<>();
  private final Element giant;

  /**
   * For exponents from 0 to a limit.
   *
   * @param limit below 2^53
   */
  public DiscreteLog(Group group, long limit) {
    this.group = group;
    this.limit = limit;
    this.steps = Math.min(MOST_STEPS, BigInteger.valueOf(limit).sqrt().longValue() + 1);
    Element at = group.one();
    var chunk = new ArrayList<Element>(CHUNK);
    for (int i = 0; i < steps; i++) {
      chunk.add(at);
      at = group.times(at, group.g());
      if (chunk.size() == CHUNK || i == steps - 1) {
        List<String> texts = group.write(chunk);
        for (int k = 0; k < texts.size(); k++) {
          baby.put(texts.get(k), i - texts.size() + 1 + k);
        }
        chunk.clear();
      }
    }
    this.giant = group.inverse(group.power(group.g(), BigInteger.valueOf(steps)));
  }

  /** The exponent; empty if it is above the limit. */
  public OptionalLong of(Element power) {
    Element at = power;
    for (long i = 0; i <= limit; i += steps) {
      Integer found = baby.get(group.write(at));
      if (found != null) {
        return i + found <= limit ? OptionalLong.of(i + found) : OptionalLong.empty();
      }
      at = group.times(at, giant);
    }
    return OptionalLong.empty();
  }
}
