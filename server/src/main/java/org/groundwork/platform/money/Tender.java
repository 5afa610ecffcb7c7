// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.money;

import com.ibm.icu.text.CurrencyMetaInfo;
import com.ibm.icu.text.CurrencyMetaInfo.CurrencyFilter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The money one can pay with somewhere. Java knows every code there ever was, also abolished ones, precious metals and
 * codes for tests; which are tender, and where since and until when, is in the currency data of Unicode (CLDR).
 */
public final class Tender {
  private Tender() {}

  /** The ISO 4217 codes that are tender somewhere on a day, in alphabetical order. */
  public static List<String> on(LocalDate day) {
    Set<String> known = Currency.getAvailableCurrencies()
        .stream()
        .map(Currency::getCurrencyCode)
        .collect(Collectors.toSet());
    var noon = java.util.Date.from(day.atTime(12, 0).toInstant(ZoneOffset.UTC));
    return CurrencyMetaInfo.getInstance()
        .currencies(CurrencyFilter.onDate(noon).withTender())
        .stream()
        .filter(known::contains)
        .distinct()
        .sorted()
        .toList();
  }
}
