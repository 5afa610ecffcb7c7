// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Source;
import org.groundwork.ledger.UsedFor;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several people at once. */
@ExtendWith(ProductExtension.class)
class SpendingRacesTest {
  private static final int MANY = 6;

  @Test
  void twoAtOnceNeverTakeMoreThanAnAppropriationLets(FoundedLocal local) throws Exception {
    var kitty = Kitty.with(local, 1_000_000);
    UUID appropriation = kitty.appropriated(150_000);
    var bills = IntStream.range(0, MANY)
        .mapToObj(i -> kitty.asks(kitty.treasurer(), kitty.bill("Shop " + i, 60_000)))
        .toList();
    List<Decided> decided = atOnce(bills.stream()
        .map(id -> (Callable<Decided>) () -> kitty.approves(kitty.one(), id, Optional.of(appropriation)))
        .toList());
    assertThat(decided).filteredOn(Decided.Done.class::isInstance).hasSize(2);
    assertThat(decided).filteredOn(each -> each.equals(new Decided.TooLittleLeft(30_000))).hasSize(MANY - 2);
    assertThat(local.read(() -> Kitty.part(Appropriations.class).find(appropriation)).orElseThrow().left())
        .isEqualTo(30_000);
    assertThat(kitty.balance(UsedFor.BILLS)).isEqualTo(-120_000);
  }

  @Test
  void onePaymentSaidByManyAtOnceIsOneInTheBooks(FoundedLocal local) throws Exception {
    var kitty = Kitty.with(local, 10_000);
    UUID id = kitty.asks(kitty.member(), kitty.laidOut(kitty.member(), 1_000));
    kitty.approves(kitty.one(), id);
    List<Decided> decided = atOnce(Collections.nCopies(MANY, () -> kitty.pays(kitty.treasurer(), id)));
    assertThat(decided).filteredOn(Decided.Done.class::isInstance).hasSize(1);
    assertThat(kitty.balance(UsedFor.CASH)).isEqualTo(9_000);
  }

  @Test
  void aYesAndAWithdrawalAtOnceAreOneOfTheTwo(FoundedLocal local) throws Exception {
    var kitty = Kitty.with(local, 100_000);
    for (int round = 0; round < 5; round++) {
      long before = kitty.held(FundKind.GENERAL);
      UUID id = kitty.asks(kitty.member(), kitty.laidOut(kitty.member(), 1_000));
      long seen = kitty.now(id).version();
      List<Decided> decided = atOnce(List.of(
          () -> kitty.as(kitty.one(), () -> Kitty.part(Approvals.class).approve(id, seen, Optional.empty())),
          () -> kitty.as(kitty.member(), () -> Kitty.part(Payouts.class).withdraw(id))));
      assertThat(decided).filteredOn(Decided.Done.class::isInstance).hasSize(1);
      boolean owed = kitty.now(id).stage() instanceof Stage.Approved;
      assertThat(before - kitty.held(FundKind.GENERAL)).isEqualTo(owed ? 1_000 : 0);
    }
  }

  @Test
  void anotherModuleThatAsksTwiceAtOnceOwesOnce(FoundedLocal local) throws Exception {
    var kitty = Kitty.with(local, 10_000);
    var asked = new NewPayout(NewPayout.Kind.OTHER, 1_000, kitty.fund(FundKind.GENERAL), kitty.paint(),
        new Payee.Member(kitty.member().id()), "A refund", Way.CASH, "", "", Optional.empty(), true,
        Optional.of(new Source("refund", UUID.randomUUID())));
    List<Payouts.Owed> owed = atOnce(Collections.nCopies(MANY,
        () -> kitty.as(kitty.treasurer(), () -> Kitty.part(Payouts.class).owe(asked, Optional.empty()))));
    assertThat(owed).hasSize(MANY).allMatch(owed.getFirst()::equals);
    assertThat(kitty.balance(UsedFor.BILLS)).isEqualTo(-1_000);
  }

  /** Whatever is asked, said yes to, taken back and paid, in whatever order and by several at once. */
  @Test
  void noFundGoesBelowNothingAndTheBooksStayInOrder(FoundedLocal local) throws Exception {
    var kitty = Kitty.with(local, 20_000);
    kitty.comesIn(FundKind.STRIKE, 5_000);
    var random = new Random(20261127);
    var ids = new ArrayList<UUID>();
    for (int i = 0; i < 24; i++) {
      var by = List.of(kitty.member(), kitty.one(), kitty.two()).get(i % 3);
      ids.add(kitty.asks(by, kitty.laidOut(by, 500 + random.nextInt(2_500),
          i % 4 == 0 ? FundKind.STRIKE : FundKind.GENERAL)));
    }
    var acts = new ArrayList<Callable<Decided>>();
    for (int times = 0; times < 5; times++) {
      ids.forEach(id -> {
        acts.add(() -> kitty.approves(random.nextBoolean() ? kitty.one() : kitty.two(), id, Optional.empty()));
        acts.add(() -> kitty.pays(kitty.treasurer(), id));
        acts.add(() -> random.nextInt(4) == 0
            ? kitty.as(kitty.treasurer(), () -> Kitty.part(Approvals.class).takeBack(id, "again"))
            : kitty.approves(kitty.treasurer(), id));
      });
    }
    Collections.shuffle(acts, random);
    atOnce(acts);
    assertThat(kitty.held(FundKind.GENERAL)).isNotNegative();
    assertThat(kitty.held(FundKind.STRIKE)).isNotNegative();
    assertThat(kitty.faults()).isEmpty();
    long owed = ids.stream()
        .map(kitty::now)
        .filter(each -> each.stage() instanceof Stage.Approved)
        .mapToLong(Payout::amount)
        .sum();
    assertThat(-kitty.balance(UsedFor.OWED_TO_MEMBERS)).as("what the books owe is what is said yes to and not paid")
        .isEqualTo(owed);
  }

  private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
    try (var threads = Executors.newFixedThreadPool(MANY)) {
      var results = new ArrayList<T>();
      for (var each : threads.invokeAll(work)) {
        results.add(each.get());
      }
      return results;
    }
  }
}
