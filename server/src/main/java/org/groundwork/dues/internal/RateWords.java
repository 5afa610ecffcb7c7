// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues.internal;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.groundwork.dues.Charge;
import org.groundwork.dues.Choices;
import org.groundwork.dues.Period;
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
      case Rate.Percent(int part) -> languages.text(reader, "dues.asks.part." + plan.asks().key(),
          DuesTyped.written(part, 2, reader), languages.text(reader, "dues.every." + plan.period().key()));
      case Rate.Free _ -> languages.text(reader, "dues.asks.free");
    };
  }

  /** A free rate that is no more. */
  String gone(Choices.Gone gone, Locale reader) {
    return languages.text(reader, "dues.rate.gone.of", gone.name());
  }

  /** Charges, ready to read; in a pause none of them is overdue. */
  List<MyDuesPage.Row> rows(List<Charge> charges, LocalDate today, boolean paused, Locale reader) {
    Map<UUID, Period> lengths = plans.lengths();
    return charges.stream()
        .map(each -> new MyDuesPage.Row(each,
            each.kind() == Charge.Kind.BROUGHT
                ? languages.text(reader, "dues.brought.period")
                : lengths.getOrDefault(each.plan(), Period.MONTH).named(each.period(), reader),
            state(each, today, paused)))
        .toList();
  }

  private static String state(Charge charge, LocalDate today, boolean paused) {
    if (charge.amount() == 0) {
      return "dues.state.nothing";
    } else if (charge.open() == 0) {
      return "dues.state.settled";
    } else if (paused && charge.due().isBefore(today)) {
      return "dues.state.paused";
    } else if (charge.until().isBefore(today)) {
      return "dues.state.late";
    } else {
      return charge.due().isBefore(today) ? "dues.state.grace" : "dues.state.open";
    }
  }
}
