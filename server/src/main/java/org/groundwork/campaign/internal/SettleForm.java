// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Settling;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** What became of one demand, as typed. */
public record SettleForm(@Nullable String version, @Nullable String result, @Nullable String value,
    @Nullable String why) {
  /** What is chosen for a demand that is still open after all. */
  public static final String OPEN = "open";
  private static final int LONGEST = 1000;

  static SettleForm of(long version, Campaign.Demand demand) {
    var outcome = demand.outcome();
    return new SettleForm(Long.toString(version), outcome.map(one -> one.result().key()).orElse(""),
        outcome.flatMap(Campaign.Outcome::value)
            .map(money -> money.written(Locale.ROOT).replaceAll("[^0-9.]", ""))
            .orElse(""),
        "");
  }

  SettleForm over(long now) { return new SettleForm(Long.toString(now), result, value, why); }

  long readVersion() { return version != null && version.matches("\\d{1,18}") ? Long.parseLong(version) : -1; }

  /** How an amount is read. */
  interface Amounts {
    Optional<Money> read(String typed);
  }

  /**
   * What is said; empty if nothing was chosen.
   *
   * @param before what was said before
   * @param goesOn whether the demand may be open after all
   */
  Optional<Settling.Said> read(FormErrors errors, Optional<Campaign.Outcome> before, boolean goesOn, Amounts amounts) {
    var how = Stream.of(Campaign.Result.values()).filter(one -> one.key().equals(result)).findFirst();
    boolean open = goesOn && before.isPresent() && OPEN.equals(result);
    if (how.isEmpty() && !open) {
      errors.refuse("result", "outcome.choose");
    }
    var money = money(errors, how.filter(Campaign.Result::won).isPresent(), amounts);
    String reason = errors.optional("why", why, LONGEST);
    var outcome = how.map(one -> new Campaign.Outcome(one, money));
    if (before.isPresent() && !before.equals(outcome) && reason.isEmpty()) {
      errors.refuse("why", "settle.why.needed");
    }
    return errors.any()
        ? Optional.empty()
        : Optional.of(new Settling.Said(outcome, Optional.of(reason).filter(text -> !text.isEmpty())));
  }

  private Optional<Money> money(FormErrors errors, boolean won, Amounts amounts) {
    String sum = errors.optional("value", value, 30);
    if (sum.isEmpty()) {
      return Optional.empty();
    }
    var money = amounts.read(sum);
    if (money.isEmpty()) {
      errors.refuse("value", "form.amount");
    } else if (!won) {
      errors.refuse("value", "outcome.nothing-won");
    }
    return money;
  }
}
