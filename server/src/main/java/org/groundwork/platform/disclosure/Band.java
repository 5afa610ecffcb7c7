// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.disclosure;

import java.util.Locale;

/** What stands for a number of people: nothing below five, a few, more than ten, more than fifty. */
public enum Band {
  /** Below five, or in too small a network: shown as nothing, like no people at all. */
  NONE,
  /** 5 to 10. */
  FEW,
  /** 11 to 50. */
  TEN,
  /** 51 and more. */
  FIFTY;

  /** Homes or jobs a network must have, so that a band in it points at nobody. */
  public static final long LEAST_SIZE = 50;

  /**
   * The band of so many people.
   *
   * @param persons distinct and confirmed by an organiser
   * @param size homes or jobs of the network they belong to
   */
  static Band of(long persons, long size) {
    if (size < LEAST_SIZE || persons < 5) {
      return NONE;
    }
    if (persons <= 10) {
      return FEW;
    }
    return persons <= 50 ? TEN : FIFTY;
  }

  /** As in the database, in {@code data-band} and in the message key {@code disclosure.band.<word>}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
