// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.time.LocalDate;
import org.groundwork.demonstration.DemoTown.Cast;

/** What members of the demonstration give one another: gifts, hardship aid and strike pay. */
record DemoShared(DemoGiven given, DemoAid aid) {

  /**
   * Plays it, as whoever keeps the money, within one transaction and before any month is closed.
   *
   * @param began the first day of the books
   */
  void play(Cast cast, LocalDate began) {
    given.play(cast);
    aid.play(cast, began);
  }
}
