// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

/** What became of what was to be entered. Nothing was written unless it says so. */
public sealed interface Entered {
  /** It is in the books. */
  record Yes(UUID entry) implements Entered {}

  /** The same was entered before, as this. */
  record Already(UUID entry) implements Entered {}

  /** The month is closed. */
  record Closed(YearMonth month) implements Entered {}

  /** The books begin later. */
  record TooEarly(LocalDate opened) implements Entered {}

  /** An account or a fund is closed. */
  record Gone() implements Entered {}

  /**
   * More would leave a fund than is in it and was promised to nobody else.
   *
   * @param has what is in it, less what was promised, in minor units
   */
  record TooLittle(UUID fund, long has) implements Entered {}
}
