// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.organizing.Outcome;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Site;

/**
 * The doors of a site, without a name: where somebody was, and where nobody was yet.
 *
 * @param columns labels of the columns
 * @param written a conversation just written down
 * @param unplaced whether people of the site have no door, and are found on the list of the site's people
 */
public record DoorsPage(Site site, List<String> columns, List<Row> rows, Optional<Written> written,
    boolean unplaced) implements View {

  /** A floor or department. */
  public record Row(String label, List<Optional<Door>> doors) {}

  /**
   * One door.
   *
   * @param last what came of the last knock, if there was one
   * @param known whether somebody is known there who is not on the boss's side
   * @param boss whether only the boss's side is known there
   * @param back whether somebody said to come back, and nobody has
   */
  public record Door(UUID unit, String label, Optional<Outcome> last, boolean known, boolean boss, boolean back) {
    /** How the square looks. */
    public String state() {
      if (boss) {
        return "boss";
      }
      return last.filter(outcome -> outcome == Outcome.TALKED).isPresent() ? "talked" : known ? "known" : "unknown";
    }
  }
}
