// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.groundwork.support.AtOnce;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Three ways in which one person lets money out are one limit. */
@ExtendWith(ProductExtension.class)
class ByOneWordTest {
  private static final String NEW = "treasury/entries/new";

  private static PettyCash petty() { return Kitty.part(PettyCash.class); }

  /** Somebody carries a float in which nothing is yet. */
  private static UUID opened(Kitty kitty) {
    UUID fund = kitty.fund(FundKind.GENERAL);
    return kitty.as(kitty.treasurer(), () -> ((PettyDone.Done) petty().open(kitty.one().id(), fund)).id());
  }

  private static PettyDone handsOut(Kitty kitty, UUID id, long cents) {
    return kitty.as(kitty.treasurer(), () -> petty().topUp(id, cents));
  }

  private static String once(Kitty kitty, Visitor treasurer) {
    return treasurer.get(kitty.local().path(NEW + "?kind=out"))
        .body()
        .replaceAll("(?s).*?name=\"once\" value=\"([^\"]+)\".*", "$1");
  }

  private static Page byHand(Kitty kitty, Visitor treasurer, String once, String amount) {
    return treasurer.post(kitty.local().path(NEW), "kind", "out", "once", once, "on", Kitty.today().toString(), "what",
        "Paint", "amount", amount, "about", kitty.paint().toString(), "place", kitty.account(UsedFor.BANK).toString(),
        "fund", kitty.fund(FundKind.GENERAL).toString());
  }

  private static Page byHand(Kitty kitty, Visitor treasurer, String amount) {
    return byHand(kitty, treasurer, once(kitty, treasurer), amount);
  }

  private static List<SecondLook> waiting(Kitty kitty) {
    return kitty.local().read(() -> Kitty.part(SecondLooks.class).waiting(9));
  }

  @Test
  void whatLeavesInOneWayCountsInTheOthers(FoundedLocal local) {
    var kitty = Kitty.with(local, 900_000);
    var treasurer = local.withPasskey(kitty.treasurer()).visitor();
    UUID id = opened(kitty);
    kitty.leaves(10_000, true);
    assertThat(handsOut(kitty, id, 8_000)).isInstanceOf(PettyDone.Done.class);
    assertThat(byHand(kitty, treasurer, "70.01").body()).contains("amount-error",
        "With what else left by one person’s word within a week, more than $250");
    assertThat(byHand(kitty, treasurer, "70").status()).isEqualTo(303);
    assertThat(handsOut(kitty, id, 1)).isEqualTo(new PettyDone.OverLimit(25_000));
    assertThat(waiting(kitty)).as("100 and 80 and 70").isEmpty();
    kitty.leaves(500, true);
    UUID look = waiting(kitty).getFirst().id();
    assertThat(byHand(kitty, treasurer, "0.01").status()).isEqualTo(422);
    assertThat(kitty.as(kitty.two(), () -> Kitty.part(SecondLooks.class).yes(look, Optional.empty())))
        .isInstanceOf(Decided.Done.class);
    assertThat(byHand(kitty, treasurer, "0.01").status()).as("the others count still").isEqualTo(422);
    UUID mistake = local.read(() -> petty().moves(id)).getFirst().id();
    assertThat(kitty.as(kitty.treasurer(), () -> petty().undo(id, mistake, "not needed")))
        .isInstanceOf(PettyDone.Done.class);
    assertThat(byHand(kitty, treasurer, "80").status()).as("the float is back in the box").isEqualTo(303);
    assertThat(byHand(kitty, treasurer, "0.01").status()).isEqualTo(422);
    assertThat(kitty.faults()).isEmpty();
  }

  /** What a rule took, and what the members decided on, leaves the week of one person as it is. */
  @Test
  void aRuleOfTheLocalIsNobodysWord(FoundedLocal local) {
    var kitty = Kitty.with(local, 900_000);
    var treasurer = local.withPasskey(kitty.treasurer()).visitor();
    kitty.leaves(80_000, false);
    kitty.leaves(60_000, true);
    assertThat(byHand(kitty, treasurer, "250").status()).as("600 that nobody looked at").isEqualTo(422);
    UUID decision = kitty.appropriated(100_000);
    UUID look = waiting(kitty).stream().filter(each -> each.amount() == 60_000).findFirst().orElseThrow().id();
    assertThat(kitty.as(kitty.two(), () -> Kitty.part(SecondLooks.class).yes(look, Optional.of(decision))))
        .isInstanceOf(Decided.Done.class);
    assertThat(byHand(kitty, treasurer, "250").status()).isEqualTo(303);
  }

  /** All three at once: one of them goes alone, and the others do not overlook it. */
  @Test
  void threeWaysAtOnceAreOneLimit(FoundedLocal local) throws Exception {
    for (int round = 0; round < 4; round++) {
      var kitty = Kitty.with(round == 0 ? local : Product.shared().found(), 900_000);
      var treasurer = kitty.local().withPasskey(kitty.treasurer()).visitor();
      UUID id = opened(kitty);
      String once = once(kitty, treasurer);
      kitty.local().write(() -> Kitty.part(RuleBook.class).change(new Rules(5_000, 25_000, 50_000, 50_000, 0)));
      List<Boolean> alone = AtOnce.all(List.<Callable<Boolean>>of(
          () -> handsOut(kitty, id, 20_000) instanceof PettyDone.Done,
          () -> byHand(kitty, treasurer, once, "200").status() == 303,
          () -> {
            kitty.leaves(20_000, true);
            return waiting(kitty).isEmpty();
          }));
      assertThat(alone).as("round %s", round).containsOnlyOnce(true);
      assertThat(kitty.faults()).isEmpty();
    }
  }
}
