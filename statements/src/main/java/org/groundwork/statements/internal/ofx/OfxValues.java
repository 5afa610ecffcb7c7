// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.internal.ofx;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.groundwork.statements.BadFile;
import org.groundwork.statements.Money;

/** Amounts and days as OFX writes them. */
final class OfxValues {
  private OfxValues() {}

  /** A comma may stand before decimals as well as a point; nothing may stand between digits. */
  static Money money(Tag tag, String currency) throws BadFile {
    try {
      return Money.of(tag.value().replace(',', '.'), currency);
    } catch (IllegalArgumentException wrong) {
      throw tag.bad(String.valueOf(wrong.getMessage()));
    }
  }

  /** The day, as the bank writes it in its own zone. */
  static LocalDate day(Tag tag) throws BadFile {
    try {
      return LocalDate.parse(tag.value().substring(0, Math.min(8, tag.value().length())),
          DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeException none) {
      throw tag.bad(tag.name() + " is no date as in 20261127");
    }
  }
}
