// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.groundwork.platform.files.FileStore;
import org.groundwork.strike.Notice;

/**
 * A paper to answer, as a page shows it.
 *
 * @param daysLeft negative once its day has passed
 */
public record PaperRow(Notice notice, long daysLeft, List<FileStore.Kept> files) {

  public PaperRow { files = List.copyOf(files); }

  static PaperRow of(Notice notice, LocalDate today, List<FileStore.Kept> files) {
    return new PaperRow(notice, ChronoUnit.DAYS.between(today, notice.answerBy()), files);
  }

  /** How loud it is: {@code late} under three days, {@code soon} within two weeks; nothing for one answered. */
  public String alarm() {
    if (notice.answered().isPresent() || notice.crossed().isPresent()) {
      return "";
    }
    return daysLeft < 3 ? "late" : daysLeft <= 14 ? "soon" : "";
  }
}
