// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import com.ibm.icu.text.DateFormat;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Currency;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.groundwork.ledger.AccountKind;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.Ui;
import org.groundwork.treasury.Span;

/** Amounts and months as the reader's language writes them, for the templates of this module. */
public final class Shown {
  private Shown() {}

  /** An amount in minor units. */
  public static String money(Ui ui, Currency currency, long minor) {
    return ui.money(new Money(minor, currency));
  }

  /** The same among others in a column. */
  public static String inColumn(Ui ui, Currency currency, long minor) {
    return ui.inColumn(new Money(minor, currency));
  }

  /** A month with its year. */
  public static String month(Ui ui, YearMonth month) { return month(ui.locale(), month); }

  static String month(Locale locale, YearMonth month) {
    var format = DateFormat.getInstanceForSkeleton("yMMMM", locale);
    format.setTimeZone(com.ibm.icu.util.TimeZone.GMT_ZONE);
    return format.format(Date.from(month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  /** A fingerprint in parts, between which a line may end. */
  public static List<String> parts(String fingerprint) {
    return List.of(fingerprint.split("(?<=\\G.{8})"));
  }

  /** A month by itself, 1 to 12. */
  public static String monthName(Ui ui, int month) {
    return Month.of(month).getDisplayName(TextStyle.FULL_STANDALONE, ui.locale());
  }

  /** What accounts can be about, by the words of forms. */
  public static Map<String, String> kinds(Ui ui) {
    var kinds = new LinkedHashMap<String, String>();
    for (AccountKind kind : AccountKind.values()) {
      kinds.put(kind.key(), ui.t("treasury.account." + kind.key()));
    }
    return kinds;
  }

  /** The same as {@link #span} within a sentence. */
  public static String within(Ui ui, Span span) {
    return span.first().equals(span.last())
        ? month(ui, span.first())
        : ui.t("treasury.span.within", month(ui, span.first()), month(ui, span.last()));
  }

  /** Months from the first to the last; one month by itself. */
  public static String span(Ui ui, Span span) {
    return span.first().equals(span.last())
        ? month(ui, span.first())
        : ui.t("treasury.span", month(ui, span.first()), month(ui, span.last()));
  }
}
