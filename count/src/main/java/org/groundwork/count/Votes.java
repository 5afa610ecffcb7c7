// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import java.math.BigDecimal;

/**
 * An exact number of votes, or a value of one paper, in units of its last decimal.
 *
 * @param units may be negative where a difference is meant
 * @param decimals 0 … 9
 */
public record Votes(long units, int decimals) implements Comparable<Votes> {
  /** None. */
  public static Votes none(int decimals) { return new Votes(0, decimals); }

  /** A whole number. */
  public static Votes whole(long papers) { return new Votes(papers, 0); }

  /** As an exact decimal number, with as many decimals as are kept. */
  public BigDecimal exact() {
    return BigDecimal.valueOf(units, decimals);
  }

  @Override
  public int compareTo(Votes other) { return exact().compareTo(other.exact()); }

  /** With its decimals, as in 12.34500. */
  @Override
  public String toString() { return exact().toPlainString(); }
}
