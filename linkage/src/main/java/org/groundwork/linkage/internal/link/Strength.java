// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

/** How strong each kind of evidence is, per mille, and where it stops being evidence. */
final class Strength {
  static final int CONFIRMED = 1000;
  static final int OFFICER_AT_PLACE = 970;
  static final int OFFICER_AND_COMPANY = 960;
  static final int OFFICER_AND_AGENT = 940;
  static final int SPELLING_AT_PLACE = 900;
  static final int SPELLING_AND_COMPANY = 880;
  static final int COMPANY_AT_PLACE = 900;
  static final int OFFICER = 850;
  static final int COMPANY = 700;
  static final int OFFICE = 800;
  static final int BUILDING = 700;
  /** What each further unrelated owner at an address takes away. */
  static final int PER_STRANGER = 30;

  /** Unrelated owners at one office from which on it is an agent's. */
  static final int OWNERS_AT_OFFICE = Integer.getInteger("ka", 6);
  /** The same for a building with several units. */
  static final int OWNERS_IN_BUILDING = Integer.getInteger("kb", 4);
  /** Groups of sites that may name one person, if the name is rare. */
  static final int GROUPS_OF_PERSON = Integer.getInteger("kp", 8);
  /** The same if the name is common. */
  static final int GROUPS_OF_COMMON_NAME = Integer.getInteger("kn", 2);
  /** Groups of sites that may name one company. */
  static final int GROUPS_OF_COMPANY = Integer.getInteger("kc", 3);

  /** Expected namesakes per thousand from which on a name is common. */
  static final long COMMON_NAME = Integer.getInteger("lam", 500);

  private Strength() {}
}
