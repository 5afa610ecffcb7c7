// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

/**
 * What somebody needs so that they can come.
 *
 * @param childcare somebody who looks after their children
 * @param ride somebody who drives them
 * @param access something at the place; what it is they tell whoever asks them, and nobody writes it down
 * @param language the one in which they follow, as typed; empty for none
 */
public record Needs(boolean childcare, boolean ride, boolean access, String language) {
  /** Nothing. */
  public static final Needs NONE = new Needs(false, false, false, "");

  /** Whether there is anything. */
  public boolean any() { return childcare || ride || access || !language.isEmpty(); }

  /**
   * Which needs an action asks about.
   *
   * @param access whatever somebody may need at the place
   */
  public record Asked(boolean childcare, boolean ride, boolean access, boolean language) {
    /** None. */
    public static final Asked NOTHING = new Asked(false, false, false, false);

    /** Whether anything is asked. */
    public boolean any() { return childcare || ride || access || language; }
  }

  /** How many need what. */
  public record Count(int childcare, int ride, int access, int language) {
    /** Whether anybody needs anything. */
    public boolean any() { return childcare + ride + access + language > 0; }
  }
}
