// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.money.Money;
import org.groundwork.spending.Appropriation;
import org.groundwork.spending.Appropriations;
import org.groundwork.spending.Payout;
import org.groundwork.spending.Payouts;
import org.groundwork.spending.Quarter;
import org.groundwork.spending.Stage;
import org.springframework.stereotype.Component;

/**
 * The decisions under which money may leave funds, as far as the reader may know what is left of each: what one person got as
 * aid or strike pay is not told by what is left after it. Runs inside a transaction.
 */
@Component("openDecisions")
class OpenDecisions {
  private final SpendingDesk desk;
  private final Appropriations appropriations;
  private final Payouts payouts;

  OpenDecisions(SpendingDesk desk, Appropriations appropriations, Payouts payouts) {
    this.desk = desk;
    this.appropriations = appropriations;
    this.payouts = payouts;
  }

  /** One of them, and as the reader may read it. */
  record Open(Appropriation decision, PayoutPage.Under under) {}

  /** Those of some funds, asked for once for a whole page. */
  record Offered(Map<UUID, List<Open>> byFund) {
    /** For a page on which nothing is decided. */
    static final Offered NONE = new Offered(Map.of());

    Offered { byFund = Map.copyOf(byFund); }

    /** Those under which so much may leave a fund; the latest first. */
    List<PayoutPage.Under> letting(long amount, UUID fund) {
      return byFund.getOrDefault(fund, List.of())
          .stream()
          .filter(each -> each.decision().left() >= amount)
          .map(Open::under)
          .toList();
    }
  }

  /** Those that are open, of these funds. */
  Offered of(Collection<UUID> funds) {
    if (funds.isEmpty()) {
      return Offered.NONE;
    }
    Currency currency = desk.currency();
    return new Offered(appropriations.openOf(new HashSet<>(funds))
        .stream()
        .map(each -> new Open(each, under(each, currency)))
        .collect(Collectors.groupingBy(each -> each.decision().fund())));
  }

  /** What is left of it is said where every member may read that, and else to whoever sees all of the books. */
  private PayoutPage.Under under(Appropriation decision, Currency currency) {
    return new PayoutPage.Under(decision.id(), decision.purpose(),
        untold(decision) == 0 ? Optional.of(new Money(decision.left(), currency)) : Optional.empty());
  }

  /** The decision of a name, without what is left of it. */
  Optional<PayoutPage.Under> named(UUID decision) {
    return appropriations.find(decision)
        .map(each -> new PayoutPage.Under(each.id(), each.purpose(), Optional.empty()));
  }

  /**
   * What is confidential is told to members by the month, once that is over and there were enough payments: else what is
   * left after each of them would tell its amount. What other modules paid under it, such as strike pay, is told in their
   * own sums.
   */
  long untold(Appropriation decision) {
    if (seesAll()) {
      return 0;
    }
    YearMonth now = YearMonth.from(desk.today());
    Map<YearMonth, List<Payout>> months = payouts.under(decision.id())
        .stream()
        .filter(Payout::confidential)
        .collect(Collectors.groupingBy(each -> YearMonth.from(said(each))));
    long others = appropriations.uses(decision.id()).stream().mapToLong(Appropriations.Use::amount).sum();
    return others + months.entrySet()
        .stream()
        .filter(month -> !month.getKey().isBefore(now) || month.getValue().size() < Quarter.FEWEST)
        .flatMap(month -> month.getValue().stream())
        .mapToLong(Payout::amount)
        .reduce(0, Math::addExact);
  }

  /** When it was said yes to: from then on it counts as used. */
  private static LocalDate said(Payout payout) {
    return payout.stage() instanceof Stage.Paid paid ? paid.approved().on() : day(payout);
  }

  /** The day of the last that was done with it. */
  static LocalDate day(Payout payout) {
    return switch (payout.stage()) {
      case Stage.Paid paid -> paid.act().on();
      case Stage.Approved(Stage.Act yes, var _) -> yes.on();
      default -> payout.askedOn();
    };
  }

  static boolean seesAll() { return Callers.actor().mayEverywhere(Power.SEE_MONEY); }
}
