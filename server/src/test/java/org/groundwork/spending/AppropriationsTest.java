// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.FundKind;
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
    assertThat(kitty.as(local.founder(), () -> changes.ask(new Rules(5_000, 40_000, 50_000, 10_000, 0)))).isTrue();
    assertThat(kitty.as(local.founder(), () -> changes.ask(new Rules(1, 1, 1, 1, 0)))).as("one at a time").isFalse();
    UUID change = local.read(changes::waiting).orElseThrow().id();
    assertThat(kitty.as(local.founder(), () -> changes.agree(change))).isInstanceOf(Decided.AnotherPerson.class);
    assertThat(kitty.as(kitty.one(), () -> changes.agree(change))).isInstanceOf(Decided.Done.class);
    assertThat(kitty.as(kitty.one(), () -> changes.agree(change))).isInstanceOf(Decided.Meanwhile.class);
    assertThat(kitty.pays(kitty.treasurer(), before)).isEqualTo(new Decided.NotReleased(30_000));
    UUID after = kitty.asks(kitty.treasurer(), kitty.bill("Tents", 30_000));
    kitty.approves(kitty.one(), after);
    assertThat(kitty.pays(kitty.treasurer(), after)).isInstanceOf(Decided.Done.class);
    assertThat(kitty.as(local.founder(), () -> changes.ask(new Rules(1, 1, 1, 1, 0)))).as("of limits that are no more")
        .isFalse();
    UUID asked = local.founder().id();
    local.write(() -> {
      Kitty.part(SpendingForgotten.class).forget(asked);
      return true;
    });
    assertThat(local.read(() -> changes.latest(5))).singleElement()
        .satisfies(each -> assertThat(each.askedBy()).isEmpty());
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
