// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.groundwork.aid.AidRules;
import org.groundwork.aid.NewWish;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** The rules of the fund as they are typed. */
public record RulesForm(@Nullable String perRequest, @Nullable String perHalfYear, @Nullable String emergency,
    @Nullable String lowBelow, @Nullable String intervalDays, @Nullable String tenureDays,
    @Nullable String decideHours, @Nullable String arrears, @Nullable String others) {
  private static final int YEAR = 366;
  private static final int LEAST_HOURS = 24;
  private static final int MOST_HOURS = 720;

  static RulesForm blank() { return new RulesForm("", "", "", "", "30", "0", "72", "", ""); }

  static RulesForm of(AidRules rules, Currency currency, Locale locale) {
    return new RulesForm(Typed.plain(rules.perRequest(), currency, locale),
        Typed.plain(rules.perHalfYear(), currency, locale), Typed.plain(rules.emergency(), currency, locale),
        Typed.plain(rules.lowBelow(), currency, locale), Integer.toString(rules.intervalDays()),
        Integer.toString(rules.tenureDays()), Integer.toString(rules.decideHours()),
        rules.arrearsCount() ? "yes" : "", rules.othersToo() ? "yes" : "");
  }

  Optional<AidRules> read(FormErrors errors, Currency currency, Locale locale) {
    var typed = new Typed(errors, currency, locale);
    long request = typed.amount("perRequest", perRequest, 1, NewWish.MOST).orElse(0);
    long halfYear = typed.amount("perHalfYear", perHalfYear, 1, NewWish.MOST).orElse(0);
    long day = typed.amount("emergency", emergency, 0, NewWish.MOST).orElse(0);
    long low = typed.amount("lowBelow", lowBelow, 0, NewWish.MOST).orElse(0);
    int interval = errors.number("intervalDays", intervalDays, 0, YEAR);
    int tenure = errors.number("tenureDays", tenureDays, 0, YEAR);
    int hours = errors.number("decideHours", decideHours, LEAST_HOURS, MOST_HOURS);
    boolean readable = !errors.any();
    if (readable && halfYear < request) {
      errors.refuse("perHalfYear", "aid.rules.half-year.less");
    }
    if (readable && day > request) {
      errors.refuse("emergency", "aid.rules.emergency.more");
    }
    return errors.any()
        ? Optional.empty()
        : Optional.of(new AidRules(request, halfYear, day, low, interval, tenure, hours, "yes".equals(arrears),
            "yes".equals(others)));
  }
}
