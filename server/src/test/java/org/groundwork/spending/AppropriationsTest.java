// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.FundKind;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Much money leaves a fund only under a decision. */
@ExtendWith(ProductExtension.class)
class AppropriationsTest {

  @Test
  void muchMoneyLeavesOnlyUnderADecisionThatASecondOfficerConfirmed(FoundedLocal local) {
    var kitty = Kitty.with(local, 500_000);
    UUID bill = kitty.asks(kitty.treasurer(), kitty.bill("Van hire", 60_000));
    assertThat(kitty.approves(kitty.one(), bill)).isEqualTo(new Decided.NoAppropriation(60_000));
    UUID decision = kitty.recorded(100_000, FundKind.GENERAL);
    assertThat(kitty.approves(kitty.one(), bill, Optional.of(decision))).isInstanceOf(Decided.OtherAppropriation.class);
    assertThat(kitty.as(kitty.one(), () -> Kitty.part(Appropriations.class).confirm(decision)))
        .isInstanceOf(Decided.AnotherPerson.class);
    assertThat(kitty.as(kitty.two(), () -> Kitty.part(Appropriations.class).confirm(decision)))
        .isInstanceOf(Decided.Done.class);
    assertThat(kitty.approves(kitty.one(), bill, Optional.of(decision))).isInstanceOf(Decided.Done.class);
    var now = local.read(() -> Kitty.part(Appropriations.class).find(decision)).orElseThrow();
    assertThat(now.used()).isEqualTo(60_000);
    assertThat(now.left()).isEqualTo(40_000);
  }

  @Test
  void aDecisionAboutOneFundLetsNothingOutOfAnother(FoundedLocal local) {
    var kitty = Kitty.with(local, 500_000);
    kitty.comesIn(FundKind.STRIKE, 500_000);
    UUID ofStrike = kitty.recorded(100_000, FundKind.STRIKE);
    kitty.as(kitty.two(), () -> Kitty.part(Appropriations.class).confirm(ofStrike));
    UUID bill = kitty.asks(kitty.treasurer(), kitty.bill("Van hire", 60_000));
    assertThat(kitty.approves(kitty.one(), bill, Optional.of(ofStrike)))
        .isInstanceOf(Decided.OtherAppropriation.class);
  }

  @Test
  void severalPapersUnderTheLimitNeedADecisionTogether(FoundedLocal local) {
    var kitty = Kitty.with(local, 500_000);
    UUID one = kitty.asks(kitty.treasurer(), kitty.bill("Van hire", 30_000));
    assertThat(kitty.approves(kitty.one(), one)).isInstanceOf(Decided.Done.class);
    UUID two = kitty.asks(kitty.treasurer(), kitty.bill("Van hire", 30_000));
    assertThat(kitty.approves(kitty.one(), two)).isEqualTo(new Decided.NoAppropriation(60_000));
  }

  @Test
  void nothingLeavesUnderADecisionThatIsClosedAndATakenBackYesGivesItsShareBack(FoundedLocal local) {
    var kitty = Kitty.with(local, 500_000);
    UUID decision = kitty.appropriated(100_000);
    UUID bill = kitty.asks(kitty.treasurer(), kitty.bill("Van hire", 90_000));
    kitty.approves(kitty.one(), bill, Optional.of(decision));
    UUID more = kitty.asks(kitty.treasurer(), kitty.bill("Tent", 90_000));
    assertThat(kitty.approves(kitty.one(), more, Optional.of(decision))).isEqualTo(new Decided.TooLittleLeft(10_000));
    kitty.as(kitty.treasurer(), () -> Kitty.part(Approvals.class).takeBack(bill, "the van broke down"));
    assertThat(kitty.approves(kitty.one(), more, Optional.of(decision))).isInstanceOf(Decided.Done.class);
    kitty.as(kitty.two(), () -> Kitty.part(Appropriations.class).close(decision));
    UUID last = kitty.asks(kitty.treasurer(), kitty.bill("Chairs", 1_000));
    assertThat(kitty.approves(kitty.one(), last, Optional.of(decision))).isInstanceOf(Decided.OtherAppropriation.class);
  }

  /** What was said yes to keeps the limit that held then, whatever two agree on afterwards. */
  @Test
  void aPaymentKeepsTheLimitOfItsYes(FoundedLocal local) {
    var kitty = Kitty.with(local, 100_000);
    UUID before = kitty.asks(kitty.treasurer(), kitty.bill("Van hire", 30_000));
    kitty.approves(kitty.one(), before);
    var changes = Kitty.part(RulesChanges.class);
    assertThat(kitty.as(local.founder(), () -> changes.ask(new Rules(5_000, 40_000, 50_000, 10_000, 0))))
        .isEqualTo(RulesChanges.Asked.YES);
    assertThat(kitty.as(local.founder(), () -> changes.ask(new Rules(1, 1, 1, 1, 0)))).as("one at a time")
        .isEqualTo(RulesChanges.Asked.WAITS);
    UUID change = local.read(changes::waiting).orElseThrow().id();
    assertThat(kitty.as(local.founder(), () -> changes.agree(change))).isInstanceOf(Decided.AnotherPerson.class);
    assertThat(kitty.as(kitty.one(), () -> changes.agree(change))).isInstanceOf(Decided.Done.class);
    assertThat(kitty.as(kitty.one(), () -> changes.agree(change))).isInstanceOf(Decided.Meanwhile.class);
    assertThat(kitty.pays(kitty.treasurer(), before)).isEqualTo(new Decided.NotReleased(30_000));
    UUID after = kitty.asks(kitty.treasurer(), kitty.bill("Tents", 30_000));
    kitty.approves(kitty.one(), after);
    assertThat(kitty.pays(kitty.treasurer(), after)).isInstanceOf(Decided.Done.class);
    assertThat(kitty.as(local.founder(), () -> changes.ask(new Rules(1, 1, 1, 1, 0)))).as("of limits that are no more")
        .isEqualTo(RulesChanges.Asked.CHANGED);
    UUID asked = local.founder().id();
    local.write(() -> {
      Kitty.part(SpendingForgotten.class).forget(asked);
      return true;
    });
    assertThat(local.read(() -> changes.latest(5))).singleElement()
        .satisfies(each -> assertThat(each.askedBy()).isEmpty());
  }

  /** Nothing is listed for somebody who cannot do it, whatever became of the limits since the yes. */
  @Test
  void whatWaitsIsPartedByTheLimitOfItsYes(FoundedLocal local) {
    var kitty = Kitty.with(local, 200_000);
    UUID above = kitty.asks(kitty.treasurer(), kitty.bill("Van hire", 30_000));
    UUID below = kitty.asks(kitty.treasurer(), kitty.bill("Tents", 20_000));
    kitty.approves(kitty.one(), above);
    kitty.approves(kitty.one(), below);
    for (Rules limits : List.of(new Rules(5_000, 40_000, 50_000, 10_000, 0),
        new Rules(5_000, 10_000, 50_000, 10_000, 1))) {
      assertThat(local.write(() -> Kitty.part(RuleBook.class).change(limits))).isTrue();
      assertThat(waits(kitty, kitty.treasurer(), WaitingPayouts.Part.PAY)).as("limit %s", limits.release())
          .containsExactly(below);
      assertThat(waits(kitty, kitty.two(), WaitingPayouts.Part.RELEASE)).as("limit %s", limits.release())
          .containsExactly(above);
    }
    kitty.releases(kitty.two(), above);
    assertThat(waits(kitty, kitty.treasurer(), WaitingPayouts.Part.PAY)).containsExactly(above, below);
    UUID own = kitty.asks(kitty.two(), kitty.bill("Chairs", 30_000));
    kitty.approves(kitty.one(), own);
    assertThat(kitty.releases(kitty.treasurer(), own)).isInstanceOf(Decided.Done.class);
    assertThat(waits(kitty, kitty.treasurer(), WaitingPayouts.Part.PAY)).as("who released it does not pay it")
        .containsExactly(above, below);
    assertThat(waits(kitty, local.person(Role.MEMBER, Role.TREASURER), WaitingPayouts.Part.PAY))
        .containsExactly(above, below, own);
  }

  private static List<UUID> waits(Kitty kitty, FoundedLocal.Person reader, WaitingPayouts.Part part) {
    return kitty.as(reader, () -> Kitty.part(WaitingPayouts.class)
        .some(Callers.actor(), part, Optional.empty())
        .stream()
        .map(Payout::id)
        .toList());
  }

  @Test
  void limitsAreChangedOnceByWhoSawThem(FoundedLocal local) {
    var kitty = Kitty.with(local, 100_000);
    var first = local.read(() -> Kitty.part(RuleBook.class).now());
    assertThat(first).isEqualTo(new Rules(5_000, 25_000, 50_000, 10_000, 0));
    assertThat(local.write(() -> Kitty.part(RuleBook.class).change(new Rules(1, 2, 3, 4, 0)))).isTrue();
    assertThat(local.write(() -> Kitty.part(RuleBook.class).change(new Rules(9, 9, 9, 9, 0)))).isFalse();
    assertThat(local.read(() -> Kitty.part(RuleBook.class).now())).isEqualTo(new Rules(1, 2, 3, 4, 1));
    UUID bill = kitty.asks(kitty.treasurer(), kitty.bill("Van hire", 4));
    assertThat(kitty.approves(kitty.one(), bill)).isInstanceOf(Decided.NoAppropriation.class);
  }
}
