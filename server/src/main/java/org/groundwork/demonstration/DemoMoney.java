// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.groundwork.demonstration.DemoTown.Cast;
import org.groundwork.dues.Choices;
import org.groundwork.dues.NewPayment;
import org.groundwork.dues.Payments;
import org.groundwork.dues.Period;
import org.groundwork.dues.Plan;
import org.groundwork.dues.Plans;
import org.groundwork.dues.Rate;
import org.groundwork.dues.Runs;
import org.groundwork.dues.Waivers;
import org.groundwork.dues.Way;
import org.groundwork.gifts.Caps;
import org.groundwork.gifts.GiftClass;
import org.groundwork.gifts.Gifts;
import org.groundwork.gifts.NewGift;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.tenancy.Locals;

/** The money of the demonstration: books of five months, a scale, dues of two periods, what was paid and spent. */
final class DemoMoney {
  /** Whose gift two officers have to look at: it is the owner's own company. */
  static final String OTHER_SIDE = "118 Elm Street LLC";
  private static final int MONTHS = 4;
  private final DemoTown town;
  private final Locals locals;
  private final Kept kept;
  private final Dues dues;
  private final DemoShared shared;

  DemoMoney(DemoTown town, Locals locals, Kept kept, Dues dues, DemoShared shared) {
    this.town = town;
    this.locals = locals;
    this.kept = kept;
    this.dues = dues;
    this.shared = shared;
  }

  /** The books. */
  record Kept(DemoLedger ledger, Gifts gifts, Caps caps) {}

  /** What members owe and pay. */
  record Dues(Plans plans, Choices choices, Runs runs, Payments payments, Waivers waivers, DemoRounds rounds) {}

  /** Plays it, as whoever keeps the money and within one transaction. */
  void play(Cast cast) {
    LocalDate today = town.today();
    LocalDate began = today.minusMonths(MONTHS).withDayOfMonth(1);
    kept.ledger()
        .books()
        .open(new Book(locals.profile().currency(), Month.JANUARY, began), cast.language(),
            new Books.FundNames(say(cast, "general"), say(cast, "strike"), say(cast, "hardship")));
    DemoLedger ledger = kept.ledger();
    ledger.enter(began, say(cast, "opening"), List.of(ledger.line(UsedFor.CASH, FundKind.GENERAL, 12_000),
        ledger.line(UsedFor.BANK, FundKind.GENERAL, 84_000), ledger.line(UsedFor.BANK, FundKind.STRIKE, 150_000),
        ledger.line(UsedFor.OPENING, FundKind.GENERAL, -96_000),
        ledger.line(UsedFor.OPENING, FundKind.STRIKE, -150_000)));
    ledger.spent(today.minusDays(70), say(cast, "room"), "5100", UsedFor.BANK, 6_000);
    ledger.spent(today.minusDays(33), say(cast, "paint"), "5000", UsedFor.BANK, 3_450);
    ledger.spent(today.minusDays(12), say(cast, "bus"), "5200", UsedFor.BANK, 18_000);
    gifts(cast, today);
    members(cast, today);
    shared.play(cast, began);
    dues.rounds().play(cast);
  }

  private void gifts(Cast cast, LocalDate today) {
    kept.caps()
        .set(List.of(new Caps.Cap(1, OptionalLong.of(10_000), OptionalInt.empty()),
            new Caps.Cap(12, OptionalLong.empty(), OptionalInt.of(3))));
    give(GiftClass.OTHER_UNIONS, say(cast, "union"), "", today.minusDays(50), 30_000);
    give(GiftClass.GRANTS, say(cast, "foundation"), say(cast, "behind"), today.minusDays(95), 60_000);
    give(GiftClass.GRANTS, OTHER_SIDE, say(cast, "behind"), today.minusDays(2), 25_000);
  }

  private void give(GiftClass of, String giver, String origin, LocalDate on, long amount) {
    kept.gifts()
        .give(new NewGift(of, Optional.empty(), giver, origin, on, amount,
            kept.ledger().books().account(UsedFor.BANK).id(),
            kept.ledger().fund(FundKind.GENERAL), Optional.empty(), "", false, false));
  }

  private void members(Cast cast, LocalDate today) {
    Plan plan = dues.plans().find(dues.plans().begin(scale(cast))).orElseThrow();
    choose(cast, plan, "Juan", 1, today);
    choose(cast, plan, "Maria", 2, today);
    choose(cast, plan, "Fatima", 4, today);
    LocalDate period = plan.period().begins(today);
    pays(cast, "Maria", today.minusDays(20), 1_000, Way.CASH);
    pays(cast, "Juan", today.minusDays(18), 4_000, Way.TRANSFER);
    pays(cast, "Rosa", today.minusDays(3), 500, Way.CASH);
    dues.runs().start(plan, period.minusMonths(1));
    dues.runs().start(plan, period);
    dues.waivers().ask(cast.of("Old Tom"), period, period.plusMonths(3).minusDays(1), say(cast, "tom"));
  }

  private Plans.Draft scale(Cast cast) {
    return new Plans.Draft(town.text(cast, "dues.proposed.name"), Period.MONTH, Plan.Asks.INCOME, 14, 60,
        say(cast, "how"), List.of(bracket(cast, "more", new Rate.Amount(2_000), false),
            bracket(cast, "most", new Rate.Amount(1_000), true), bracket(cast, "less", new Rate.Amount(500), false),
            bracket(cast, "no-work", new Rate.Free(Rate.FreeFor.NO_WORK), false),
            bracket(cast, "no-housing", new Rate.Free(Rate.FreeFor.NO_HOUSING), false),
            bracket(cast, "student", new Rate.Free(Rate.FreeFor.STUDENT), false)),
        List.of(new Plan.Share(kept.ledger().fund(FundKind.STRIKE), 200),
            new Plan.Share(kept.ledger().fund(FundKind.HARDSHIP), 100)));
  }

  private Plans.Bracket bracket(Cast cast, String key, Rate.Asked asked, boolean usual) {
    return new Plans.Bracket(Optional.empty(), town.text(cast, "dues.proposed." + key), asked, usual);
  }

  private void choose(Cast cast, Plan plan, String who, int place, LocalDate today) {
    dues.choices().choose(cast.of(who), plan, plan.rates().get(place - 1).id(), OptionalLong.empty(), today);
  }

  private void pays(Cast cast, String who, LocalDate on, long amount, Way way) {
    dues.payments().take(NewPayment.of(cast.of(who), on, amount, way));
  }

  private String say(Cast cast, String key) { return town.text(cast, "demonstration.money." + key); }
}
