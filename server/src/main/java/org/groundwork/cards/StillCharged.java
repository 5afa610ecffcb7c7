// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.dues.Choices;
import org.groundwork.dues.Plans;
import org.groundwork.dues.Rate;
import org.groundwork.dues.Waivers;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whose card goes on being charged although less is asked of them, or nothing: Stripe knows nothing of pauses and brackets. It
 * is said to the member and to whoever keeps the money; either can stop it. Runs inside the caller’s transaction.
 */
public final class StillCharged {
  private final JdbcClient jdbc;
  private final Plans plans;
  private final Choices choices;
  private final Waivers waivers;

  StillCharged(JdbcClient jdbc, Plans plans, Choices choices, Waivers waivers) {
    this.jdbc = jdbc;
    this.plans = plans;
    this.choices = choices;
    this.waivers = waivers;
  }

  /** Why it should perhaps stop. */
  public enum Why {
    /** They are no member any more. */
    LEFT,
    /** Nothing is asked of them until a day. */
    PAUSE,
    /** Their rate is free. */
    FREE,
    /** Their rate is less than what their card is charged. */
    LESS;

    /** As message keys have it. */
    public String key() { return name().toLowerCase(java.util.Locale.ROOT); }
  }

  /** Why what of somebody's repeats should perhaps stop; empty while nothing speaks for it. */
  public Optional<Why> why(CardIntent repeating, LocalDate today) {
    if (repeating.person().isEmpty() || !repeating.repeats() || repeating.kind() != CardIntent.Kind.DUES) {
      return Optional.empty();
    }
    UUID person = repeating.person().get();
    if (!members(Set.of(person)).contains(person)) {
      return Optional.of(Why.LEFT);
    }
    return waivers.of(person).stream().anyMatch(each -> each.covers(today))
        ? Optional.of(Why.PAUSE)
        : choices.of(person).flatMap(choice -> less(choice, repeating));
  }

  private Optional<Why> less(Choices.Choice choice, CardIntent repeating) {
    return plans.open()
        .stream()
        .flatMap(plan -> plan.rates()
            .stream()
            .filter(rate -> rate.id().equals(choice.rate()))
            .map(rate -> less(rate, rate.comesTo(plan.period(), choice.monthly().orElse(0)), plan.period().months(),
                repeating)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Why> less(Rate rate, long asked, int months, CardIntent repeating) {
    if (rate.free()) {
      return Optional.of(Why.FREE);
    }
    // what is asked in a month, against what the card is charged in one
    return Math.multiplyExact(asked, (long) repeating.every()) < Math.multiplyExact(repeating.amount(), (long) months)
        ? Optional.of(Why.LESS)
        : Optional.empty();
  }

  private Set<UUID> members(Collection<UUID> people) {
    return jdbc.sql("""
        select m.person_id from roll.api_member m where m.local_id = ? and m.person_id in (select unnest(?::uuid[]))""")
        .params(CardScope.local(), people.toArray(UUID[]::new))
        .query(UUID.class)
        .list()
        .stream()
        .collect(Collectors.toSet());
  }
}
