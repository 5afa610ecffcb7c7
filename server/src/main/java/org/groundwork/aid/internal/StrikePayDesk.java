// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.aid.StrikeBatch;
import org.groundwork.aid.StrikePay;
import org.groundwork.aid.StrikeShare;
import org.groundwork.campaign.Campaigns;
import org.groundwork.roll.People;
import org.groundwork.strike.Strike;
import org.groundwork.strike.Strikes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages of strike pay have in common. Runs inside a transaction. */
@Component
class StrikePayDesk {
  private final Strikes strikes;
  private final Campaigns campaigns;
  private final StrikePay pay;
  private final AidDesk desk;

  StrikePayDesk(Strikes strikes, Campaigns campaigns, StrikePay pay, AidDesk desk) {
    this.strikes = strikes;
    this.campaigns = campaigns;
    this.pay = pay;
    this.desk = desk;
  }

  /** The strikes of work whose books are kept, the latest first. */
  List<PaidStrike> all() {
    return strikes.kept().stream().filter(strike -> strike.rent().isEmpty()).map(this::paid).toList();
  }

  /** One of them; any other is as if it were not there. */
  PaidStrike one(UUID step) {
    return strikes.of(step).filter(strike -> strike.rent().isEmpty()).map(this::paid).orElseThrow(AidDesk::notFound);
  }

  private PaidStrike paid(Strike strike) {
    String title = campaigns.byId(strike.campaign()).map(campaign -> campaign.core().title()).orElse("");
    return new PaidStrike(strike, title, pay.rule(strike.step()));
  }

  /** A batch of a strike; any other is as if it were not there. */
  StrikeBatch batch(UUID step, UUID batch) {
    return pay.batches(one(step).step())
        .stream()
        .filter(each -> each.id().equals(batch))
        .findFirst()
        .orElseThrow(AidDesk::notFound);
  }

  /** The last day that can be paid for: no day to come, and none after the end. */
  LocalDate lastDay(Strike strike) {
    return strike.lastDay(desk.today().minusDays(1)); // a day is paid once it is over
  }

  /** A day until which is paid, as it stands in an address; the last that can be if it says nothing else. */
  LocalDate until(Strike strike, @Nullable String typed) {
    LocalDate last = lastDay(strike);
    try {
      LocalDate day = typed == null || typed.length() != 10 ? last : LocalDate.parse(typed);
      return day.isAfter(last) || day.isBefore(strike.begun()) ? last : day;
    } catch (java.time.format.DateTimeParseException notADay) {
      return last;
    }
  }

  /** The same people with their names, in the order of names. */
  List<NamedShare> named(List<StrikeShare> shares) {
    Map<UUID, People.Known> known = desk.known(shares.stream().map(StrikeShare::person).toList());
    return shares.stream()
        .map(share -> new NamedShare(name(known, share.person()), share))
        .sorted(Comparator.comparing(NamedShare::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  private static String name(Map<UUID, People.Known> known, UUID person) {
    return Optional.ofNullable(known.get(person)).map(People.Known::name).orElse("");
  }
}
