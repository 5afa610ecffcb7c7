// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues.internal;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;
import org.groundwork.dues.Charge;
import org.groundwork.dues.Plan;
import org.groundwork.dues.Plans;
import org.groundwork.dues.Rate;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.Languages;
import org.springframework.stereotype.Component;

/** Rates and charges as a reader reads them. Runs inside a transaction. */
@Component
class RateWords {
  private final Languages languages;
  private final Plans plans;

  RateWords(Languages languages, Plans plans) {
    this.languages = languages;
    this.plans = plans;
  }

  /** What a rate asks: so much a month, so many in a hundred, or nothing. */
  String asks(Plan plan, Rate rate, Currency currency, Locale reader) {
    return switch (rate.asked()) {
      case Rate.Amount(long minor) -> languages.text(reader, "dues.asks." + plan.period().key(),
          new Money(minor, currency).written(reader));
      case Rate.Percent(int part) -> languages.text(reader, "dues.asks.part",
          DuesTyped.written(part, 2, reader), languages.text(reader, "dues.every." + plan.period().key()));
      case Rate.Free _ -> languages.text(reader, "dues.asks.free");
    };
  }

  /** What a period is called; of a scale that is gone, the month it began. */
  String period(UUID plan, LocalDate begins, Locale reader) {
    return plans.find(plan).map(Plan::period).orElse(org.groundwork.dues.Period.MONTH).named(begins, reader);
  }

  MyDuesPage.Row row(Charge charge, LocalDate today, Locale reader) {
    String state;
    if (charge.kind() != Charge.Kind.DUE || charge.amount() == 0) {
      state = "dues.state.nothing";
    } else if (charge.open() == 0) {
      state = "dues.state.settled";
    } else if (charge.until().isBefore(today)) {
      state = "dues.state.late";
    } else {
      state = charge.due().isBefore(today) ? "dues.state.grace" : "dues.state.open";
    }
    return new MyDuesPage.Row(charge, period(charge.plan(), charge.period(), reader), state);
  }
}
