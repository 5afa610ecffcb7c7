// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.aid.StrikeRule;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** What a day is paid with, as it is typed. */
public record StrikeRuleForm(@Nullable String perDay, @Nullable String daysAWeek, @Nullable String anyDay) {
  private static final int WEEK = 7;

  static StrikeRuleForm blank() { return new StrikeRuleForm("", "5", ""); }

  static StrikeRuleForm of(StrikeRule rule, Currency currency, Locale locale) {
    return new StrikeRuleForm(Typed.plain(rule.perDay(), currency, locale), Integer.toString(rule.daysAWeek()),
        rule.anyDay() ? "yes" : "");
  }

  Optional<StrikeRule> read(FormErrors errors, UUID step, Currency currency, Locale locale) {
    var sum = new Typed(errors, currency, locale).amount("perDay", perDay, 1, StrikeRule.MOST);
    int days = errors.number("daysAWeek", daysAWeek, 1, WEEK);
    return errors.any() || sum.isEmpty()
        ? Optional.empty()
        : Optional.of(new StrikeRule(step, sum.getAsLong(), days, "yes".equals(anyDay)));
  }
}
