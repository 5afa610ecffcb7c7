// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.groundwork.dues.Choices;
import org.groundwork.dues.Plan;
import org.groundwork.dues.Plans;
import org.groundwork.dues.Rate;
import org.groundwork.roll.JoinQuestion;
import org.springframework.stereotype.Component;

/**
 * Whoever asks to join says what they can pay. Rates that are a part of somebody's income are chosen later: a stranger is not
 * asked what they have.
 */
@Component
class RateAtJoining implements JoinQuestion {
  private final DuesDesk desk;
  private final Plans plans;
  private final Choices choices;
  private final RateWords words;

  RateAtJoining(DuesDesk desk, Plans plans, Choices choices, RateWords words) {
    this.desk = desk;
    this.plans = plans;
    this.choices = choices;
    this.words = words;
  }

  @Override
  public String field() { return "rate"; }

  @Override
  public Optional<Asked> asked(Locale reader) {
    if (!desk.ready()) {
      return Optional.empty();
    }
    List<Plan> open = plans.open();
    var options = new ArrayList<Option>();
    for (Plan plan : open) {
      plan.rates()
          .stream()
          .filter(rate -> !rate.asksIncome())
          .forEach(rate -> options.add(new Option(rate.id().toString(), rate.name(),
              words.asks(plan, rate, desk.currency(), reader))));
    }
    return open.stream()
        .findFirst()
        .flatMap(plan -> plan.defaultRate()
            .map(usual -> new Asked("dues.join", "dues.join.hint." + plan.asks().key(), options,
                usual.id().toString())));
  }

  @Override
  public void joined(UUID person, String value) {
    DuesTyped.id(value)
        .ifPresent(rate -> plans.open()
            .stream()
            .filter(
                plan -> plan.rates().stream().filter(each -> !each.asksIncome()).map(Rate::id).anyMatch(rate::equals))
            .findFirst()
            .ifPresent(plan -> choices.choose(person, plan, rate, OptionalLong.empty(), desk.today())));
  }
}
