// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.web.View;

/** Papers with a date, the next one first. */
public record PapersPage(List<Row> papers) implements View {

  /**
   * One paper.
   *
   * @param daysLeft negative once the day has passed
   * @param owner who answers for it
   */
  public record Row(UUID id, UUID grievance, String title, LocalDate dueOn, long daysLeft, String owner) {

    /** How loud it is: nothing far ahead, {@code soon} within two weeks, {@code late} after its day. */
    public String alarm() {
      return daysLeft < 0 ? "late" : daysLeft <= 14 ? "soon" : "";
    }
  }
}
