// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.groundwork.platform.web.Ui;
import org.groundwork.platform.web.View;
import org.groundwork.target.LoadedRegisters;

/**
 * What the last import of a register came to, with the rows it did not use.
 *
 * @param next query of the next page of rows
 */
public record RegisterPage(LoadedRegisters.Loaded register, LocalDate on, List<LoadedRegisters.Refused> refused,
    Optional<String> next) implements View {

  /** Why a row was not used, in the reader's language where that is known. */
  public String why(Ui ui, LoadedRegisters.Refused row) {
    return row.reason()
        .map(reason -> ui.t("register.reason." + reason, row.arguments().toArray()))
        .orElse(row.english());
  }
}
