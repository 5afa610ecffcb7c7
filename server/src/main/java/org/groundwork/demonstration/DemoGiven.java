// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.demonstration.DemoTown.Cast;
import org.groundwork.gifts.GiftClass;
import org.groundwork.gifts.Gifts;
import org.groundwork.gifts.Given;
import org.groundwork.gifts.NewGift;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;

/**
 * What members gave beside dues in the demonstration: five in one month, so that all members read a sum; one since, above the
 * cap; bread from a bakery; and a gift that somebody wants others to look at. On days of former months, so it is played before
 * any of them is closed.
 */
final class DemoGiven {
  private static final String FOOD = "5300";
  private static final int MANY = 2;
  private final DemoTown town;
  private final DemoLedger ledger;
  private final Gifts gifts;

  DemoGiven(DemoTown town, DemoLedger ledger, Gifts gifts) {
    this.town = town;
    this.ledger = ledger;
    this.gifts = gifts;
  }

  /** Plays it, as whoever keeps the money and within one transaction. */
  void play(Cast cast) {
    LocalDate many = town.today().minusMonths(MANY).withDayOfMonth(1);
    List.of("Zofia", "Cedric", "Kofi", "Hanne", "Tariq").forEach(who -> member(cast, who, many.plusDays(13), 2_000));
    member(cast, "Li Wei", town.today().minusDays(9), 14_000);
    give(new NewGift(GiftClass.GIFTS_IN_KIND, Optional.empty(), say(cast, "bakery"), "", town.today().minusDays(3),
        4_800,
        ledger.account(FOOD), ledger.fund(FundKind.GENERAL), Optional.empty(), say(cast, "bread"), false, false));
    give(new NewGift(GiftClass.CROWD_FUNDING, Optional.empty(), "", "", town.today().minusDays(40), 11_300, cash(),
        ledger.fund(FundKind.STRIKE), Optional.empty(), say(cast, "hat"), false, false));
    give(new NewGift(GiftClass.GRANTS, Optional.empty(), say(cast, "council"), say(cast, "council.origin"),
        town.today().minusDays(6), 40_000, cash(), ledger.fund(FundKind.GENERAL), Optional.empty(),
        say(cast, "council.note"),
        false,
        true));
  }

  private void member(Cast cast, String who, LocalDate on, long amount) {
    give(new NewGift(GiftClass.MEMBERS_GIFTS, Optional.of(cast.of(who)), "", "", on, amount, cash(),
        ledger.fund(FundKind.GENERAL), Optional.empty(), "", true, false));
  }

  private void give(NewGift gift) {
    Given given = gifts.give(gift);
    if (!(given instanceof Given.Taken || given instanceof Given.Held || given instanceof Given.PartHeld)) {
      throw new IllegalStateException("the demonstration refuses a gift: " + given);
    }
  }

  private UUID cash() { return ledger.books().account(UsedFor.CASH).id(); }

  private String say(Cast cast, String key) { return town.text(cast, "demonstration.given." + key); }
}
