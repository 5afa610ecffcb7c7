// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.files.Pictures;
import org.groundwork.spending.Decided;
import org.groundwork.spending.FundMove;
import org.groundwork.spending.FundMoves;
import org.groundwork.support.AtOnce;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Upload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was granted stays in the fund until it is paid, whoever else wants it. */
@ExtendWith(ProductExtension.class)
class AidPromisesTest {

  /** A bill out of the hardship fund. */
  private static Entered takes(AidLocal aid, long amount) {
    return aid.local().write(() -> {
      var books = AidLocal.part(Books.class);
      UUID fund = AidLocal.fund(FundKind.HARDSHIP);
      return AidLocal.part(Ledger.class)
          .enter(new NewEntry(AidLocal.today(), "a bill", Optional.empty(),
              List.of(new Line(books.account(UsedFor.FEES).id(), fund, amount),
                  new Line(books.account(UsedFor.CASH).id(), fund, -amount))));
    });
  }

  private static PaidOut pays(AidLocal aid, UUID request, PaidFrom from) {
    return aid.as(aid.local().founder(), () -> AidLocal.part(AidPayments.class)
        .pay(request, request, from, AidLocal.today()));
  }

  @Test
  void nothingElseTakesWhatWasGranted(FoundedLocal local) {
    var aid = AidLocal.of(local);
    UUID request = aid.granted(aid.member(), 30_000);
    UUID fund = local.read(() -> AidLocal.fund(FundKind.HARDSHIP));
    assertThat(takes(aid, 70_001)).isEqualTo(new Entered.TooLittle(fund, 70_000));
    assertThat(takes(aid, 70_000)).isInstanceOf(Entered.Yes.class);
    assertThat(takes(aid, 1)).isEqualTo(new Entered.TooLittle(fund, 0));
    assertThat(pays(aid, request, PaidFrom.CASH)).as("the promise itself").isInstanceOf(PaidOut.Yes.class);
    assertThat(aid.held(FundKind.HARDSHIP)).isZero();
    assertThat(aid.faults()).isEmpty();
  }

  @Test
  void whatIsWithdrawnIsFreeAgainAndOtherFundsAreAsTheyWere(FoundedLocal local) {
    var aid = AidLocal.of(local);
    var member = aid.member();
    UUID request = aid.granted(member, 30_000);
    assertThat(takes(aid, 80_000)).isInstanceOf(Entered.TooLittle.class);
    aid.<Boolean>as(member, () -> AidLocal.part(Requests.class).withdraw(request));
    assertThat(takes(aid, 80_000)).isInstanceOf(Entered.Yes.class);
  }

  @Test
  void aMoveToAnotherFundLeavesIt(FoundedLocal local) {
    var aid = AidLocal.of(local);
    aid.granted(aid.member(), 30_000);
    UUID move = aid.as(aid.treasurer(), () -> {
      UUID cash = AidLocal.part(Books.class).account(UsedFor.CASH).id();
      return AidLocal.part(FundMoves.class)
          .ask(new FundMove.New(cash, AidLocal.fund(FundKind.HARDSHIP), AidLocal.fund(FundKind.GENERAL), 49_000, "x"));
    });
    assertThat(takes(aid, 30_000)).isInstanceOf(Entered.Yes.class);
    assertThat(aid.<Decided>as(aid.treasurer(), () -> AidLocal.part(FundMoves.class).approve(move, Optional.empty())))
        .isInstanceOfSatisfying(Decided.NotEntered.class,
            not -> assertThat(not.why()).isInstanceOf(Entered.TooLittle.class));
  }

  @Test
  void grantsAndBillsAtOnceNeverTakeTheSameMoney(FoundedLocal local) throws Exception {
    var aid = AidLocal.of(local);
    var requests = new ArrayList<UUID>();
    var work = new ArrayList<Callable<Object>>();
    for (int at = 0; at < 6; at++) {
      UUID request = aid.asked(aid.member(), 20_000);
      aid.yes(0, request, 20_000);
      requests.add(request);
      work.add(() -> aid.yes(1, request, 20_000));
      work.add(() -> takes(aid, 15_000));
    }
    long bills = AtOnce.all(work).stream().filter(Entered.Yes.class::isInstance).count();
    long granted = requests.stream().mapToLong(request -> aid.request(request).granted()).sum();
    assertThat(aid.held(FundKind.HARDSHIP)).isEqualTo(100_000 - 15_000L * bills).isGreaterThanOrEqualTo(granted);
    assertThat(granted + 15_000L * bills).as("and nearly all of it was used").isGreaterThan(80_000);
    for (UUID request : requests) {
      if (aid.request(request).state() == Request.State.GRANTED) {
        assertThat(pays(aid, request, PaidFrom.CASH)).as("every grant is paid").isInstanceOf(PaidOut.Yes.class);
      }
    }
    assertThat(aid.faults()).isEmpty();
  }

  @Test
  void whereABankTookMoneyBackNoPromiseWaitsForTheOthers(FoundedLocal local) {
    var aid = AidLocal.of(local);
    UUID first = aid.granted(aid.member(), 30_000);
    UUID second = aid.granted(aid.member(), 30_000);
    aid.goesBack(FundKind.HARDSHIP, 50_000);
    assertThat(takes(aid, 1)).as("nothing is free").isInstanceOf(Entered.TooLittle.class);
    assertThat(pays(aid, first, PaidFrom.CASH)).as("there is 500, and 600 was granted").isInstanceOf(PaidOut.Yes.class);
    assertThat(pays(aid, second, PaidFrom.CASH)).isInstanceOf(PaidOut.Refused.class);
    assertThat(aid.held(FundKind.HARDSHIP)).isEqualTo(20_000);
  }

  @Test
  void theBoxPaysNoMoreThanIsInIt(FoundedLocal local) {
    var aid = AidLocal.of(local);
    UUID request = aid.granted(aid.member(), 30_000);
    aid.toBank(FundKind.HARDSHIP, 70_001);
    assertThat(pays(aid, request, PaidFrom.CASH)).isInstanceOf(PaidOut.NotInTheBox.class);
    assertThat(aid.request(request).state()).isEqualTo(Request.State.GRANTED);
    assertThat(aid.treasurer()
        .visitor()
        .post(aid.path("/payments/" + request), "from", "cash", "payment",
            request.toString())
        .body()).contains("the cash box has less than that");
    assertThat(pays(aid, request, PaidFrom.BANK)).isInstanceOf(PaidOut.Yes.class);
  }

  @Test
  void aBillIsNotPaidOutOfTheHardshipFund(FoundedLocal local) {
    var aid = AidLocal.of(local);
    UUID fund = local.read(() -> AidLocal.fund(FundKind.HARDSHIP));
    var treasurer = aid.treasurer().visitor();
    UUID strike = local.read(() -> AidLocal.fund(FundKind.STRIKE));
    for (String form : List.of("spending/bills/new", "spending/new")) {
      assertThat(treasurer.get(local.path(form)).body()).contains(strike.toString()).doesNotContain(fund.toString());
      assertThat(treasurer.upload(local.path(form), new Upload("files", "bill.png", Pictures.png(20, 20)), "once",
          UUID.randomUUID().toString(), "amount", "5", "what", "Paint", "fund", fund.toString()).body())
          .contains("fund-error");
    }
  }
}
