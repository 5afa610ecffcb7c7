// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.util.List;
import java.util.UUID;
import org.groundwork.platform.web.Texts;
import org.groundwork.roll.Csv;
import org.groundwork.target.LoadedRegisters;
import org.springframework.stereotype.Component;

/** The rows of a register that were not used, as a file for a spreadsheet. As many as are kept, so a few megabytes at most. */
@Component
class RefusedRows {
  private static final int AT_ONCE = 1_000;
  private final LoadedRegisters registers;

  RefusedRows(LoadedRegisters registers) { this.registers = registers; }

  /** All that are kept, in the order of files and lines. Runs inside the caller's transaction. */
  byte[] file(UUID register, Texts.In texts) {
    var csv = new Csv(true);
    csv.row(List.of(texts.t("registers.refused.column.file"), texts.t("registers.refused.column.line"),
        texts.t("registers.refused.column.reason")));
    var rows = registers.refused(register, "", -1, AT_ONCE);
    while (!rows.isEmpty()) {
      for (var row : rows) {
        csv.row(List.of(row.file(), Long.toString(row.line()), why(texts, row)));
      }
      rows = registers.refused(register, rows.getLast().file(), rows.getLast().line(), AT_ONCE);
    }
    return csv.file();
  }

  private static String why(Texts.In texts, LoadedRegisters.Refused row) {
    return row.reason()
        .map(reason -> texts.t("register.reason." + reason, row.arguments().toArray()))
        .orElse(row.english());
  }
}
