// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.groundwork.support.AtOnce;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several at once: one decision, one payment, and never more than caps and fund allow. */
@ExtendWith(ProductExtension.class)
class AidRacesTest {

  @Test
  void twoYesAtOnceAreOneDecision(FoundedLocal local) throws Exception {
    var aid = AidLocal.of(local);
    for (int round = 0; round < 4; round++) {
      UUID request = aid.asked(aid.member(), 10_000);
      var said = AtOnce
          .all(List.<Callable<Said>>of(() -> aid.yes(0, request, 10_000), () -> aid.yes(1, request, 10_000),
              () -> aid.yes(2, request, 10_000)));
      assertThat(said).filteredOn(Said.Decided.class::isInstance).hasSize(1);
      assertThat(said).filteredOn(Said.Noted.class::isInstance).hasSize(1);
      assertThat(said).filteredOn(Said.Over.class::isInstance).hasSize(1);
      assertThat(local.read(() -> AidLocal.part(Committee.class).opinions(request)))
          .filteredOn(Opinion::counted)
          .hasSize(2);
    }
  }

  @Test
  void yesAndNoAtOnceAreOneDecision(FoundedLocal local) throws Exception {
    var aid = AidLocal.of(local);
    UUID request = aid.asked(aid.member(), 10_000);
    aid.yes(0, request, 10_000);
    aid.no(1, request);
    var said = AtOnce.all(List.<Callable<Said>>of(() -> aid.yes(2, request, 10_000), () -> aid.no(3, request)));
    assertThat(said).filteredOn(Said.Decided.class::isInstance).hasSize(1);
    assertThat(said).filteredOn(Said.Over.class::isInstance).hasSize(1);
  }

  @Test
  void theFundIsNeverPromisedTwice(FoundedLocal local) throws Exception {
    var chance = new Random(5);
    var aid = AidLocal.of(local);
    var requests = new ArrayList<UUID>();
    for (int at = 0; at < 8; at++) {
      UUID request = aid.asked(aid.member(), 20_000 + 100L * chance.nextInt(90));
      aid.yes(0, request, aid.request(request).asked());
      requests.add(request);
    }
    AtOnce.all(requests.stream()
        .<Callable<Said>>map(request -> () -> aid.yes(1, request, aid.request(request).asked()))
        .toList());
    long granted = requests.stream().mapToLong(request -> aid.request(request).granted()).sum();
    assertThat(granted).isBetween(70_000L, 100_000L);
    assertThat(local.<Long>read(() -> AidLocal.part(AidFund.class).free())).isEqualTo(100_000 - granted);
  }

  @Test
  void theCapOfAPersonHoldsWhenTwoRequestsAreDecidedAtOnce(FoundedLocal local) throws Exception {
    var aid = AidLocal.of(local);
    var member = aid.member();
    UUID first = aid.asked(member, 40_000);
    aid.yes(0, first, 20_000);
    aid.yes(1, first, 20_000);
    UUID appeal = aid.as(member, () -> AidLocal.part(Requests.class).appeal(first, "")).orElseThrow();
    aid.rules(new AidRules(50_000, 50_000, 0, 0, 0, 0, 72, false, false));
    aid.yes(2, appeal, 20_000);
    aid.as(member, () -> AidLocal.part(org.springframework.jdbc.core.simple.JdbcClient.class)
        .sql("update aid.request set state = 'withdrawn' where local_id = ? and id = ?")
        .params(local.id().value(), appeal)
        .update());
    UUID second = aid.asked(member, 30_000);
    aid.as(member, () -> AidLocal.part(org.springframework.jdbc.core.simple.JdbcClient.class)
        .sql("update aid.request set state = 'open' where local_id = ? and id = ?")
        .params(local.id().value(), appeal)
        .update());
    aid.yes(0, second, 30_000);
    var said = AtOnce.all(List.<Callable<Said>>of(() -> aid.yes(1, second, 30_000), () -> aid.yes(3, appeal, 20_000)));
    assertThat(said).filteredOn(Said.Decided.class::isInstance).hasSize(1);
    assertThat(said).filteredOn(Said.TooMuch.class::isInstance).hasSize(1);
    assertThat(local.<Long>read(() -> AidLocal.part(Eligibility.class).before(member.id())))
        .isLessThanOrEqualTo(50_000);
  }

  @Test
  void whoAsksTwiceAtOnceAsksOnce(FoundedLocal local) throws Exception {
    var aid = AidLocal.of(local);
    var member = aid.member();
    var asked = AtOnce.all(List.<Callable<Asked>>of(() -> aid.asks(member, AidLocal.wish(1_000)),
        () -> aid.asks(member, AidLocal.wish(2_000)), () -> aid.asks(member, AidLocal.wish(3_000))));
    assertThat(asked).filteredOn(Asked.Yes.class::isInstance).hasSize(1);
    assertThat(local.read(() -> AidLocal.part(Requests.class).of(member.id()))).hasSize(1);
  }

  @Test
  void aGrantIsPaidOnceAndTakenBackOrPaid(FoundedLocal local) throws Exception {
    var aid = AidLocal.of(local);
    var treasurer = aid.treasurer();
    var member = aid.member();
    UUID request = aid.granted(member, 10_000);
    Callable<Boolean> pay = () -> aid.as(treasurer, () -> AidLocal.part(AidPayments.class)
        .pay(request, request, PaidFrom.CASH,
            AidLocal.today())) instanceof PaidOut.Yes;
    Callable<Boolean> back = () -> aid.as(member, () -> AidLocal.part(Requests.class).withdraw(request));
    var done = AtOnce.all(List.of(pay, back, pay, pay));
    boolean paid = aid.request(request).state() == Request.State.PAID;
    assertThat(done.get(1)).isNotEqualTo(paid);
    assertThat(aid.balance(UsedFor.HARDSHIP_AID)).isEqualTo(paid ? 10_000 : 0);
    assertThat(aid.held(FundKind.HARDSHIP)).isEqualTo(paid ? 90_000 : 100_000);
    assertThat(aid.faults()).isEmpty();
  }
}
