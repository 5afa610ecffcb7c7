// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two of the committee decide, none of them for themself or for who is close; two others on an appeal; the caps hold. */
@ExtendWith(ProductExtension.class)
class CommitteeTest {

  @Test
  void twoWhoSayTheSameDecide(FoundedLocal local) {
    var aid = AidLocal.of(local);
    UUID request = aid.asked(aid.member(), 20_000);
    assertThat(aid.yes(0, request, 20_000)).isInstanceOf(Said.Noted.class);
    assertThat(aid.yes(0, request, 20_000)).as("the same one again").isInstanceOf(Said.Noted.class);
    assertThat(aid.yes(1, request, 15_000)).as("another amount").isInstanceOf(Said.Noted.class);
    assertThat(aid.no(2, request)).isInstanceOf(Said.Noted.class);
    assertThat(aid.request(request).open()).isTrue();
    assertThat(aid.yes(0, request, 15_000)).as("another opinion").isInstanceOf(Said.Decided.class);
    assertThat(aid.request(request).granted()).isEqualTo(15_000);
    assertThat(aid.request(request).state()).isEqualTo(Request.State.GRANTED);
    assertThat(aid.request(request).decision().orElseThrow().code()).hasSizeGreaterThan(5);
    assertThat(aid.no(3, request)).isInstanceOf(Said.Over.class);
  }

  @Test
  void twoWhoSayNoGiveAReason(FoundedLocal local) {
    var aid = AidLocal.of(local);
    UUID request = aid.asked(aid.member(), 20_000);
    aid.no(0, request);
    assertThat(aid.says(1, request, new Opinion.Saying.No(Because.FUND, "Come back in March")))
        .isInstanceOf(Said.Decided.class);
    var decision = aid.request(request).decision().orElseThrow();
    assertThat(decision.because()).contains(Because.FUND);
    assertThat(decision.answer()).isEqualTo("Come back in March");
    assertThat(decision.granted()).isZero();
  }

  @Test
  void nobodyDecidesForThemselfOrWhoIsClose(FoundedLocal local) {
    var aid = AidLocal.of(local);
    var one = aid.committee().getFirst();
    UUID own = aid.asked(one, 10_000);
    assertThat(aid.waits(0, own)).isFalse();
    assertThat(aid.waits(1, own)).isTrue();
    assertThatThrownBy(() -> aid.yes(0, own, 10_000)).isInstanceOf(IllegalArgumentException.class);

    var member = aid.member();
    UUID request = aid.asked(member, 10_000);
    aid.yes(2, request, 10_000);
    aid.as(aid.committee().get(2), () -> {
      AidLocal.part(Committee.class).excludeOneself(aid.committee().get(2).id(), aid.request(request));
      return true;
    });
    assertThat(aid.waits(2, request)).isFalse();
    assertThat(aid.yes(1, request, 10_000)).as("the word of who is close is gone").isInstanceOf(Said.Noted.class);
    assertThatThrownBy(() -> aid.yes(2, request, 10_000)).isInstanceOf(IllegalArgumentException.class);
    assertThat(aid.yes(3, request, 10_000)).isInstanceOf(Said.Decided.class);
    UUID later = aid.asked(member, 5_000);
    assertThat(aid.waits(2, later)).as("it stays").isFalse();
    assertThat(aid.waits(3, later)).isTrue();
  }

  @Test
  void aWordEndsWithTheOffice(FoundedLocal local) {
    var aid = AidLocal.of(local);
    UUID request = aid.asked(aid.member(), 10_000);
    aid.yes(0, request, 10_000);
    local.write(() -> {
      var mandates = AidLocal.part(Mandates.class);
      mandates.inForce(aid.committee().getFirst().id())
          .stream()
          .filter(mandate -> mandate.role() == Role.AID_COMMITTEE)
          .forEach(mandate -> mandates.end(mandate.id()));
      return true;
    });
    assertThat(aid.yes(1, request, 10_000)).isInstanceOf(Said.Noted.class);
    assertThat(aid.yes(2, request, 10_000)).isInstanceOf(Said.Decided.class);
  }

  @Test
  void anAppealIsDecidedOnceByTwoOthers(FoundedLocal local) {
    var aid = AidLocal.of(local);
    var member = aid.member();
    UUID request = aid.asked(member, 20_000);
    aid.no(2, request);
    aid.yes(0, request, 5_000);
    aid.yes(1, request, 5_000);
    assertThat(aid.request(request).granted()).isEqualTo(5_000);
    var requests = AidLocal.part(Requests.class);
    UUID appeal = aid.as(member, () -> requests.appeal(request, "It was more")).orElseThrow();
    assertThat(aid.as(member, () -> requests.appeal(request, "Once more"))).isEmpty();
    assertThat(aid.request(appeal).asked()).isEqualTo(15_000);
    assertThat(aid.request(appeal).wish().orElseThrow().told().category()).contains(Category.RENT);
    assertThat(List.of(aid.waits(0, appeal), aid.waits(1, appeal), aid.waits(2, appeal), aid.waits(3, appeal)))
        .containsExactly(false, false, true, true);
    assertThatThrownBy(() -> aid.yes(0, appeal, 1_000)).isInstanceOf(IllegalArgumentException.class);
    aid.yes(2, appeal, 15_000);
    assertThat(aid.yes(3, appeal, 15_000)).isInstanceOf(Said.Decided.class);
    assertThat(aid.as(member, () -> requests.appeal(appeal, "And again"))).isEmpty();
  }

  @Test
  void nothingIsLeftToAppealAgainstAfterAMonthOrAWholeYes(FoundedLocal local) {
    var aid = AidLocal.of(local);
    var requests = AidLocal.part(Requests.class);
    var glad = aid.member();
    UUID whole = aid.granted(glad, 5_000);
    assertThat(aid.as(glad, () -> requests.appeal(whole, ""))).isEmpty();
    var late = aid.member();
    UUID refused = aid.asked(late, 5_000);
    aid.no(0, refused);
    aid.no(1, refused);
    assertThat(local.<Boolean>read(() -> requests.mayAppeal(aid.request(refused)))).isTrue();
    Product.shared().clock().advance(Duration.ofDays(31));
    assertThat(aid.as(late, () -> requests.appeal(refused, ""))).isEmpty();
  }

  @Test
  void grantsNoMoreThanRulesAndFundAllow(FoundedLocal local) {
    var aid = AidLocal.of(local);
    var member = aid.member();
    UUID much = aid.asked(member, 40_000);
    assertThat(aid.yes(0, much, 30_001)).isEqualTo(new Said.TooMuch(30_000));
    aid.yes(0, much, 30_000);
    aid.yes(1, much, 30_000);
    UUID second = aid.asked(member, 30_000);
    assertThat(aid.yes(0, second, 20_001)).as("the half year").isEqualTo(new Said.TooMuch(20_000));
    aid.granted(aid.member(), 30_000);
    aid.granted(aid.member(), 30_000);
    UUID last = aid.asked(aid.member(), 20_000);
    assertThat(aid.yes(0, last, 10_001)).as("what is promised is not there any more")
        .isEqualTo(new Said.TooMuch(10_000));
    assertThat(aid.yes(0, last, 10_000)).isInstanceOf(Said.Noted.class);
  }

  @Test
  void bothCapsHalveWhileTheFundIsLow(FoundedLocal local) {
    var aid = AidLocal.of(local, new AidRules(30_001, 50_001, 0, 100_001, 0, 0, 72, false, false));
    UUID request = aid.asked(aid.member(), 30_000);
    assertThat(aid.yes(0, request, 15_001)).isEqualTo(new Said.TooMuch(15_000));
    aid.comesIn(org.groundwork.ledger.FundKind.HARDSHIP, UsedFor.CASH, 1);
    assertThat(aid.yes(0, request, 30_000)).isInstanceOf(Said.Noted.class);
  }

  @Test
  void whoIsInAHurryIsDecidedWithinADayUpToTheLimit(FoundedLocal local) {
    var aid = AidLocal.of(local);
    var told = new Request.Told(Optional.of(Category.MEDICINE), Taken.NOTHING, "", "");
    var member = aid.member();
    assertThat(aid.asks(member, new NewWish(10_001, PayWay.CASH, true, Optional.empty(), told)))
        .isEqualTo(new Asked.TooMuchForADay(10_000));
    UUID slow = aid.asked(aid.member(), 1_000);
    UUID urgent = ((Asked.Yes) aid.asks(member, new NewWish(10_000, PayWay.CASH, true, Optional.empty(), told)))
        .request();
    assertThat(aid.request(urgent).wish().orElseThrow().dueAt()).isBefore(AidLocal.now().plus(Duration.ofHours(25)));
    assertThat(aid.request(slow).wish().orElseThrow().dueAt()).isAfter(AidLocal.now().plus(Duration.ofHours(71)));
    assertThat(local.read(() -> AidLocal.part(Committee.class).waiting(aid.committee().getFirst().id())))
        .extracting(each -> each.request().id())
        .containsExactly(urgent, slow);
  }

  @Test
  void theTreasurerPaysOnceAndTheBooksNameNobody(FoundedLocal local) {
    var aid = AidLocal.of(local);
    UUID request = aid.granted(aid.member(), 12_345);
    var treasurer = aid.treasurer();
    var payments = AidLocal.part(AidPayments.class);
    assertThat(local.read(payments::waiting)).singleElement().satisfies(payable -> {
      assertThat(payable.amount()).isEqualTo(12_345);
      assertThat(payable.to()).isEqualTo(aid.request(request).decision().orElseThrow().code());
    });
    for (int twice = 0; twice < 2; twice++) {
      assertThat(aid.as(treasurer, () -> payments.pay(request, request, PaidFrom.CASH, AidLocal.today())))
          .isInstanceOf(PaidOut.Yes.class);
    }
    assertThat(aid.balance(UsedFor.HARDSHIP_AID)).isEqualTo(12_345);
    assertThat(aid.balance(UsedFor.CASH)).isEqualTo(100_000 - 12_345);
    assertThat(local.read(payments::waiting)).isEmpty();
    assertThat(aid.faults()).isEmpty();
  }

  @Test
  void whatWasTakenBackIsNotPaid(FoundedLocal local) {
    var aid = AidLocal.of(local);
    var member = aid.member();
    UUID request = aid.granted(member, 30_000);
    assertThat(aid.<Boolean>as(member, () -> AidLocal.part(Requests.class).withdraw(request))).isTrue();
    assertThat(aid.as(aid.treasurer(), () -> AidLocal.part(AidPayments.class)
        .pay(request, request, PaidFrom.CASH,
            AidLocal.today())))
        .isInstanceOf(PaidOut.Gone.class);
    assertThat(aid.balance(UsedFor.HARDSHIP_AID)).isZero();
    assertThat(local.<Long>read(() -> AidLocal.part(AidFund.class).free())).isEqualTo(100_000);
  }
}
