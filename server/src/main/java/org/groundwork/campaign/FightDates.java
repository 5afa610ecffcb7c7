// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** Port: what has a place and a time in a fight, for its story. Asked in a reading transaction of the local. */
public interface FightDates {

  /**
   * Something that is to come.
   *
   * @param zone in which its hour is said
   * @param path within the local, without a leading slash
   */
  record Date(String title, Instant starts, ZoneId zone, String path) {}

  /** What is to come in a fight, the earliest first. */
  List<Date> of(UUID campaign);

  /** Where whoever runs the fight plans something for it: within the local, without a leading slash. */
  String planning(UUID campaign);
}
