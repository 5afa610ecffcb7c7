// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

/**
 * What marks that are not one candidate a rank mean to a rule.
 *
 * @param several what several candidates on one rank mean
 * @param skips how many ranks in a row may be skipped before the paper ends; {@link #ANY} for as many as there are
 * @param endsAtRepeat whether a candidate marked again ends the paper; otherwise the later mark is as if not there
 */
public record Marks(Several several, int skips, boolean endsAtRepeat) {
  /** Any number of skipped ranks. */
  public static final int ANY = Integer.MAX_VALUE;
  /** A paper ends at several on one rank; skipped ranks and repeats are passed over. */
  public static final Marks USUAL = new Marks(Several.END, ANY, false);

  /** What several candidates on one rank mean. */
  public enum Several {
    /** The paper ends there. */
    END,
    /** The rank is passed over. */
    PASS,
    /** The rank is passed over unless only one of them still continues, which it then goes to; with two it ends. */
    END_IF_SEVERAL_CONTINUE,
    /** They are equal: the paper counts as every order of them, in equal parts. */
    SHARE
  }

  /** These, for a rule that counts a paper for one candidate at a time. */
  Marks forOneAtATime() {
    if (several == Several.SHARE) {
      throw new IllegalArgumentException("this rule cannot share a paper among equal candidates");
    }
    return this;
  }

  /** @throws IllegalArgumentException when the number of skips is negative */
  public Marks {
    if (skips < 0) {
      throw new IllegalArgumentException("0 or more ranks in a row can be skipped, not " + skips);
    }
  }
}
