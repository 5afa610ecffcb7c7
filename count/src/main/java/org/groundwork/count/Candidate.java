// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

/**
 * Somebody, or something, that can be chosen.
 *
 * @param number counts from one, in the order of the ballot paper
 * @param name as people read it; never empty
 * @param kind whether it can be elected
 */
public record Candidate(int number, String name, Kind kind) {
  /** Whether somebody can be elected. */
  public enum Kind {
    STANDING,
    /** Nobody can be elected by preferences for it: the papers read as if it were not there. */
    WITHDRAWN,
    /**
     * Whoever voters wrote in without their being candidates, all together. Their votes are counted and shown, and cannot
     * elect: where candidates go out one after the other they go out first, and nobody is elected before.
     */
    WRITE_INS
  }

  /**
   * @throws IllegalArgumentException when the number is not within 1 … {@value Ballots#MOST_CANDIDATES} or the name is blank
   */
  public Candidate {
    if (number < 1 || number > Ballots.MOST_CANDIDATES) {
      throw new IllegalArgumentException("a candidate's number is " + number);
    }
    if (name.isBlank()) {
      throw new IllegalArgumentException("candidate " + number + " has no name");
    }
  }

  /** Somebody who stands, or has withdrawn. */
  public Candidate(int number, String name, boolean withdrawn) {
    this(number, name, withdrawn ? Kind.WITHDRAWN : Kind.STANDING);
  }

  /** Whether the papers read as if it were not there. */
  public boolean withdrawn() { return kind == Kind.WITHDRAWN; }

  /** The same, withdrawn. */
  public Candidate withdraw() { return new Candidate(number, name, Kind.WITHDRAWN); }
}
