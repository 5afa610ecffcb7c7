// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

/**
 * Somebody, or something, that can be chosen.
 *
 * @param number counts from one, in the order of the ballot paper
 * @param name as people read it; never empty
 * @param withdrawn whether nobody can be elected by preferences for it: the papers read as if it were not there
 */
public record Candidate(int number, String name, boolean withdrawn) {
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

  /** The same, withdrawn. */
  public Candidate withdraw() { return new Candidate(number, name, true); }
}
