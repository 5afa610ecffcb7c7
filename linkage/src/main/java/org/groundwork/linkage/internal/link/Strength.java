// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

/**
 * How strong each kind of evidence is, per mille, and where it stops being evidence. The reasons are in
 * docs/SPEC-linkage.md.
 */
final class Strength {
  static final int CONFIRMED = 1000;
  static final int OFFICER_AT_PLACE = 970;
  static final int OFFICER_AND_COMPANY = 960;
  static final int OFFICER_AND_AGENT = 940;
  static final int SPELLING_AT_PLACE = 900;
  static final int COMPANY_AT_PLACE = 890;
  static final int SPELLING_AND_COMPANY = 880;
  static final int OFFICER = 850;
  static final int OFFICE = 800;
  static final int BUILDING = 700;
  /** What each further unrelated group takes away. */
  static final int PER_GROUP = 30;

  /** Unrelated groups of sites at one office up to which it may be one owner's. */
  static final int GROUPS_AT_OFFICE = 8;
  /** The same where one agent, who owns none of them, acts for most of the sites. */
  static final int GROUPS_AT_AGENT = 1;
  /** How many of an office's sites, in a hundred, one agent must act for to make it the agent's. */
  static final int AGENT_SHARE = 80;
  /** The same for a building in which at most one unit is known. */
  static final int GROUPS_IN_BUILDING = 4;
  /** Groups of sites in which one rare name may sign and be one person. */
  static final int GROUPS_OF_PERSON = 8;
  /** Expected namesakes per thousand from which on a name alone says nothing. */
  static final long COMMON_NAME = 50;
  /** Groups of sites that may name one company and be its owner's, not its clients'. */
  static final int GROUPS_OF_COMPANY = 3;
  /** How many of the smaller group's sites, per mille, two groups of signers must share to be one. */
  static final int SIGN_TOGETHER = 250;
  /** How many of a group's sites, per mille, must share a value for it to speak for the group. */
  static final int AT_HOME = 200;

  private Strength() {}
}
