// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.time.LocalDate;
import java.time.Month;
import java.util.Currency;

/**
 * A local's books.
 *
 * @param yearBegins the month in which a year of the books begins
 * @param openedOn nothing is entered before this day
 */
public record Book(Currency currency, Month yearBegins, LocalDate openedOn) {}
