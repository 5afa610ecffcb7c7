// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.internal.camt;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.groundwork.statements.BadFile;
import org.groundwork.statements.internal.xml.Node;
import org.jspecify.annotations.Nullable;

/** Days in ISO 20022: a date, or a date and time of which the day is kept as the bank writes it, in its own zone. */
final class CamtDates {
  private CamtDates() {}

  /** The day in an element with {@code Dt} or {@code DtTm}; null if there is none. */
  static @Nullable LocalDate of(Node choice) throws BadFile {
    Node date = choice.has("Dt") ? choice.at("Dt") : choice.at("DtTm");
    return date.name().isEmpty() ? null : day(date);
  }

  /** The day in an element; null if it is empty. */
  static @Nullable LocalDate day(Node date) throws BadFile {
    String text = date.text();
    if (text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text.substring(0, Math.min(10, text.length())));
    } catch (DateTimeException none) {
      throw BadFile.at(date.line(), date.column(), "\"" + text.substring(0, Math.min(40, text.length()))
          + "\" is no date as in 2026-11-27");
    }
  }
}
