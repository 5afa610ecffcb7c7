// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.groundwork.dues.Payments;
import org.groundwork.gifts.Caps;
import org.groundwork.gifts.Gift;
import org.groundwork.gifts.Gifts;
import org.groundwork.ledger.ClosedMonths;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Role;
import org.groundwork.roll.PersonForgotten;
import org.groundwork.support.FakeStripe.Trouble;
import org.groundwork.support.FakeStripeAccount;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From what Stripe tells to the books: once, whatever comes twice, late, in any order or breaks off. */
@ExtendWith(ProductExtension.class)
class CardBookingTest {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  private static <T> T part(Class<T> type) { return CardLocal.part(type); }

  private static void inOrder(CardLocal here) { assertThat(here.faults()).isEmpty(); }

  @Test
  void whatIsPaidIsInTheBooksOnceWithItsFee(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    UUID person = here.member();
    String session = here.dues(person, 10_000);
    here.stripe.pay(session);
    here.hear();
    here.hear();
    long fee = FakeStripeAccount.fee(10_000);
    assertThat(here.balance(UsedFor.SERVICES)).isEqualTo(10_000 - fee);
    assertThat(here.balance(UsedFor.FEES)).isEqualTo(fee);
    assertThat(here.balance(UsedFor.PAID_AHEAD)).isEqualTo(-10_000);
    CardIntent intent = here.ofSession(session);
    assertThat(intent.state()).isEqualTo(CardIntent.State.PAID);
    assertThat(intent.url()).isEmpty();
    assertThat(here.payments(intent.id())).singleElement().satisfies(paid -> {
      assertThat(paid.state()).isEqualTo(CardPayment.State.TAKEN);
      assertThat(paid.on()).isEqualTo(CardLocal.today());
    });
    assertThat(here.local.read(() -> part(Payments.class).of(person, 10))).hasSize(1);
    inOrder(here);
  }

  @Test
  void toldManyTimesAtOnceInAnyOrderItIsInTheBooksOnce(FoundedLocal founded) throws Exception {
    var here = CardLocal.of(founded);
    long paid = 0;
    long fees = 0;
    for (int i = 1; i <= 6; i++) {
      here.stripe.pay(here.dues(here.member(), 1_000L * i));
      paid += 1_000L * i;
      fees += FakeStripeAccount.fee(1_000L * i);
    }
    String monthly = here.opened(here.begun(here.member(), CardIntent.Kind.DUES, 1, 700));
    here.stripe.pay(monthly);
    here.stripe.renew(here.stripe.first("subscription"));
    paid += 1_400;
    fees += 2 * FakeStripeAccount.fee(700);
    var messages = new ArrayList<FakeStripeAccount.Told>();
    for (int times = 0; times < 4; times++) {
      messages.addAll(here.stripe.told());
    }
    Collections.shuffle(messages, new Random(77));
    try (var threads = Executors.newFixedThreadPool(8)) {
      var sent = new ArrayList<Future<Integer>>();
      messages.forEach(each -> sent.add(threads.submit(() -> here.send(each))));
      for (Future<Integer> each : sent) {
        assertThat(each.get()).isEqualTo(200);
      }
    }
    CardLocal.await(() -> here.local.read(() -> part(CardAccounts.class).messagesWaiting()) == 0);
    assertThat(here.balance(UsedFor.SERVICES)).isEqualTo(paid - fees);
    assertThat(here.balance(UsedFor.PAID_AHEAD)).isEqualTo(-paid);
    assertThat(here.payments(here.ofSession(monthly).id())).hasSize(2);
    assertThat(here.ofSession(monthly).state()).isEqualTo(CardIntent.State.RUNNING);
    assertThat(here.ofSession(monthly).subscription()).isPresent();
    inOrder(here);
  }

  @Test
  void whatIsKilledAnywhereIsInTheBooksOnceAndNothingIsMissing(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    var chance = new Random(4_711);
    long paid = 0;
    int killed = 0;
    for (int i = 0; i < 100; i++) {
      boolean gift = i % 5 == 0;
      String name = here.stripe
          .pay(here.opened(here.begun(here.member(), gift ? CardIntent.Kind.GIFT : CardIntent.Kind.DUES,
              i % 5 == 1 ? 1 : 0, 500 + i)));
      paid += 500 + i;
      if (i % 10 == 3) {
        here.stripe.refund(name, 500 + i);
        paid -= 500 + i;
      }
      List<FakeStripeAccount.Told> told = here.stripe.told();
      for (FakeStripeAccount.Told each : told.subList(Math.max(0, told.size() - 4), told.size())) {
        CardEvent event = CardLocal.event(each);
        here.local.write(() -> part(CardWorker.Stores.class).events().take(event));
        try {
          here.local.as(here.local.founder(), () -> {
            var cut = Cut.killed(chance, 2);
            return new CardWorker(cut, part(Clock.class), part(StripeDoor.class), part(CardAccounts.class),
                part(CardWorker.Stores.class), part(CardBooking.class)).work(event, cut::run);
          });
        } catch (Cut.Killed gone) {
          killed++;
        }
      }
    }
    assertThat(killed).isGreaterThan(100);
    here.round(false);
    assertThat(here.local.read(() -> part(CardAccounts.class).messagesWaiting())).isZero();
    long gifts = here.balance(UsedFor.MEMBERS_GIFTS);
    assertThat(here.balance(UsedFor.PAID_AHEAD) + gifts).isEqualTo(-paid);
    assertThat(here.balance(UsedFor.SERVICES) + here.balance(UsedFor.FEES)).isEqualTo(paid);
    inOrder(here);
  }

  @Test
  void whatWasReallyPaidCounts(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    String session = here.dues(here.member(), 2_000);
    here.stripe.pay(session, 1_500, "usd");
    here.hear();
    assertThat(here.balance(UsedFor.PAID_AHEAD)).isEqualTo(-1_500);
    inOrder(here);
  }

  @Test
  void otherMoneyStandsAside(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    String session = here.dues(here.member(), 2_000);
    String paid = here.stripe.pay(session, 2_000, "eur");
    here.hear();
    assertThat(here.local.read(() -> part(CardPayments.class).waiting())).singleElement()
        .satisfies(each -> assertThat(each.reason()).hasValue(CardPayment.Reason.CURRENCY));
    assertThat(here.balance(UsedFor.SERVICES)).isZero();
    here.stripe.refund(paid, 2_000);
    here.hear();
    assertThat(here.local.read(() -> part(CardPayments.class).waiting())).isEmpty();
    here.stripe.settles("eur");
    String second = here.dues(here.member(), 900);
    here.stripe.pay(second);
    here.hear();
    assertThat(here.local.read(() -> part(CardPayments.class).waiting())).singleElement()
        .satisfies(each -> assertThat(each.currency()).isEqualTo("USD"));
    inOrder(here);
  }

  @Test
  void whatSomebodyPaidWhoIsForgottenIsHeld(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    UUID person = here.member();
    String session = here.dues(person, 3_000);
    here.local.write(() -> {
      Product.shared().beans(PersonForgotten.class).values().forEach(each -> each.forget(person));
      return true;
    });
    String paid = here.stripe.pay(session);
    here.hear();
    assertThat(here.balance(UsedFor.HELD)).isEqualTo(-3_000);
    assertThat(here.local.read(() -> part(Gifts.class).held())).singleElement().satisfies(gift -> {
      assertThat(gift.person()).isEmpty();
      assertThat(gift.note()).contains("deleted meanwhile");
    });
    here.stripe.refund(paid, 3_000);
    here.hear();
    assertThat(here.balance(UsedFor.HELD)).isZero();
    assertThat(here.local.read(() -> part(Gifts.class).held())).isEmpty();
    inOrder(here);
  }

  @Test
  void whatBelongsToAClosedMonthIsEnteredToday(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    UUID person = here.member();
    here.stripe.pay(here.dues(person, 4_000));
    YearMonth month = YearMonth.from(CardLocal.today());
    Product.shared().clock().advance(Duration.ofDays(40));
    assertThat(here.local.write(() -> part(ClosedMonths.class).close(month, ZONE)))
        .isEqualTo(ClosedMonths.Closing.DONE);
    here.hear();
    assertThat(here.local.read(() -> part(Payments.class).of(person, 10))).singleElement()
        .satisfies(each -> assertThat(each.on()).isEqualTo(CardLocal.today()));
    inOrder(here);
  }

  @Test
  void whatIsPaidBackWholeIsTakenBackAndTheFeeStaysSpent(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    String session = here.dues(here.member(), 5_000);
    String paid = here.stripe.pay(session);
    here.hear();
    here.stripe.refund(paid, 5_000);
    here.hear();
    here.hear();
    long fee = FakeStripeAccount.fee(5_000);
    assertThat(here.balance(UsedFor.SERVICES)).isEqualTo(-fee);
    assertThat(here.balance(UsedFor.FEES)).isEqualTo(fee);
    assertThat(here.balance(UsedFor.PAID_AHEAD)).isZero();
    assertThat(here.payments(here.ofSession(session).id())).singleElement()
        .satisfies(each -> assertThat(each.state()).isEqualTo(CardPayment.State.BACK));
    assertThat(here.local.read(() -> part(CardPayments.class).waiting())).isEmpty();
    here.stripe.refund(paid, 0); // the bank did not take it: Stripe has it again
    here.hear();
    assertThat(here.local.read(() -> part(CardPayments.class).waiting())).hasSize(1);
    inOrder(here);
  }

  @Test
  void whatIsPaidBackInPartIsTakenBackByItselfAndTheFeeStaysSpent(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    String session = here.dues(here.member(), 5_000);
    String paid = here.stripe.pay(session);
    here.hear();
    long fee = FakeStripeAccount.fee(5_000);
    for (long back : new long[]{1_200, 1_500, 1_200, 0, 1_200}) { // a bank may refuse what is paid back to it
      here.stripe.refund(paid, back);
      here.hear();
      here.hear();
      assertThat(here.balance(UsedFor.PAID_AHEAD)).isEqualTo(back - 5_000);
      assertThat(here.balance(UsedFor.SERVICES)).isEqualTo(5_000 - fee - back);
      assertThat(here.balance(UsedFor.FEES)).isEqualTo(fee);
      assertThat(here.local.read(() -> part(CardPayments.class).waiting())).isEmpty();
      inOrder(here);
    }
    here.round(true);
    assertThat(here.account().available().getAsLong() + here.account().pending().getAsLong())
        .isEqualTo(here.balance(UsedFor.SERVICES));
    here.stripe.refund(paid, 5_000);
    here.hear();
    assertThat(here.balance(UsedFor.PAID_AHEAD)).isZero();
    assertThat(here.balance(UsedFor.SERVICES)).isEqualTo(-fee);
    assertThat(here.payments(here.ofSession(session).id())).singleElement()
        .satisfies(each -> assertThat(each.state()).isEqualTo(CardPayment.State.BACK));
    inOrder(here);
  }

  @Test
  void aPartThatIsToldManyTimesAtOnceGoesBackOnce(FoundedLocal founded) throws Exception {
    var here = CardLocal.of(founded);
    String paid = here.stripe.pay(here.dues(here.member(), 5_000));
    here.hear();
    here.stripe.refund(paid, 700);
    here.stripe.refund(paid, 1_900);
    var messages = new ArrayList<FakeStripeAccount.Told>();
    for (int times = 0; times < 8; times++) {
      messages.addAll(here.stripe.told().subList(here.stripe.told().size() - 2, here.stripe.told().size()));
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var each : threads.invokeAll(messages.stream()
          .map(told -> (java.util.concurrent.Callable<Integer>) () -> here.send(told))
          .toList())) {
        assertThat(each.get()).isEqualTo(200);
      }
    }
    CardLocal.await(() -> here.local.read(() -> part(CardAccounts.class).messagesWaiting()) == 0);
    assertThat(here.balance(UsedFor.PAID_AHEAD)).isEqualTo(-3_100);
    inOrder(here);
  }

  @Test
  void aPartOfAGiftGoesBackToo(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    String paid = here.stripe.pay(here.opened(here.begun(here.member(), CardIntent.Kind.GIFT, 0, 8_000)));
    here.hear();
    here.stripe.refund(paid, 3_000);
    here.hear();
    here.hear();
    assertThat(here.balance(UsedFor.MEMBERS_GIFTS)).isEqualTo(-5_000);
    assertThat(here.balance(UsedFor.SERVICES)).isEqualTo(5_000 - FakeStripeAccount.fee(8_000));
    here.stripe.refund(paid, 8_000);
    here.hear();
    assertThat(here.balance(UsedFor.MEMBERS_GIFTS)).isZero();
    inOrder(here);
  }

  @Test
  void aPartOfWhatSomebodyPaidWhoIsForgottenWaitsForThePersonWhoKeepsTheMoney(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    UUID person = here.member();
    String paid = here.stripe.pay(here.dues(person, 5_000));
    here.hear();
    here.local.write(() -> {
      Product.shared().beans(PersonForgotten.class).values().forEach(each -> each.forget(person));
      return true;
    });
    here.stripe.refund(paid, 1_200);
    here.hear();
    CardPayment waits = here.local.read(() -> part(CardPayments.class).waiting()).getFirst();
    assertThat(waits.refunded()).isEqualTo(1_200);
    long before = here.balance(UsedFor.SERVICES);
    here.local.write(() -> {
      part(CardPayments.class).deal(waits.id());
      return true;
    });
    assertThat(here.local.read(() -> part(CardPayments.class).waiting())).isEmpty();
    here.stripe.refund(paid, 5_000); // the rest: what was entered by hand is not entered again
    here.hear();
    assertThat(here.local.read(() -> part(CardPayments.class).waiting())).hasSize(1);
    assertThat(here.balance(UsedFor.SERVICES)).isEqualTo(before);
    inOrder(here);
  }

  @Test
  void whoeverLooksEntersNothingThemself(FoundedLocal founded) throws Exception {
    var here = CardLocal.of(founded);
    var payer = founded.person(Role.MEMBER);
    String session = here.dues(payer.id(), 1_000);
    here.stripe.pay(session);
    UUID intent = here.ofSession(session).id();
    founded.as(payer, () -> part(CardWorker.class).look(intent));
    CardPayment paid = here.payments(intent).getFirst();
    assertThat(paid.state()).isEqualTo(CardPayment.State.TAKEN);
    assertThat(here.local.read(() -> part(JdbcClient.class).sql("""
        select (select e.entered_by from ledger.entry e where e.local_id = ? and e.id = ?) is null
          and (select d.changed_by from dues.payment d where d.local_id = ? and d.id = ?) is null
          and (select c.changed_by from cards.payment c where c.local_id = ? and c.id = ?) is null""")
        .params(founded.id().value(), paid.entry().orElseThrow(), founded.id().value(), paid.dues().orElseThrow(),
            founded.id().value(), paid.id())
        .query(Boolean.class)
        .single())).isTrue();
  }

  @Test
  void aDisputeThatIsLostTakesItBackAndOneThatIsWonDoesNot(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    String lost = here.stripe.dispute(here.stripe.pay(here.dues(here.member(), 6_000)));
    String won = here.stripe.dispute(here.stripe.pay(here.dues(here.member(), 7_000)));
    here.hear();
    long fees = FakeStripeAccount.fee(6_000) + FakeStripeAccount.fee(7_000) + 3_000;
    assertThat(here.balance(UsedFor.FEES)).isEqualTo(fees);
    assertThat(here.balance(UsedFor.PAID_AHEAD)).isEqualTo(-13_000);
    here.stripe.decide(lost, false);
    here.stripe.decide(won, true);
    here.hear();
    here.hear();
    assertThat(here.balance(UsedFor.PAID_AHEAD)).isEqualTo(-7_000);
    assertThat(here.balance(UsedFor.SERVICES)).isEqualTo(7_000 - fees);
    here.round(true);
    assertThat(here.account().available().getAsLong() + here.account().pending().getAsLong())
        .isEqualTo(here.balance(UsedFor.SERVICES));
    inOrder(here);
  }

  @Test
  void aGiftOverTheCapIsHeldOnceItIsPaidAndGoesBackWhole(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    UUID person = here.member();
    String session = here.opened(here.begun(person, CardIntent.Kind.GIFT, 0, 8_000));
    here.local.write(() -> {
      part(Caps.class).set(List.of(new Caps.Cap(12, OptionalLong.of(5_000), OptionalInt.empty())));
      return true;
    });
    String paid = here.stripe.pay(session);
    here.hear();
    long fee = FakeStripeAccount.fee(8_000);
    assertThat(here.balance(UsedFor.MEMBERS_GIFTS)).isEqualTo(-5_000);
    assertThat(here.balance(UsedFor.HELD)).isEqualTo(-3_000);
    assertThat(here.balance(UsedFor.SERVICES)).isEqualTo(8_000 - fee);
    here.stripe.refund(paid, 8_000);
    here.hear();
    assertThat(here.balance(UsedFor.MEMBERS_GIFTS)).isZero();
    assertThat(here.balance(UsedFor.HELD)).isZero();
    assertThat(here.local.read(() -> part(Gifts.class).of(person, 10))).hasSize(2)
        .allSatisfy(each -> assertThat(each.state()).isEqualTo(Gift.State.RETURNED));
    inOrder(here);
  }

  @Test
  void whatWasMissedIsFoundOnce(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    String session = here.dues(here.member(), 1_100);
    String other = here.dues(here.member(), 1_200);
    here.stripe.pay(session);
    here.stripe.pay(other);
    for (int i = 0; i < 130; i++) {
      here.stripe.decline(here.dues(here.member(), 600)); // more than Stripe lists on one page
    }
    Product.shared().clock().advance(Duration.ofDays(2));
    here.round(true);
    here.round(true);
    here.hear();
    assertThat(here.balance(UsedFor.PAID_AHEAD)).isEqualTo(-2_300);
    assertThat(here.ofSession(session).state()).isEqualTo(CardIntent.State.PAID);
    assertThat(here.account().seenUntil()).isAfter(Product.shared().clock().instant().minus(Duration.ofHours(2)));
    inOrder(here);
  }

  @Test
  void whereStripeKeepsNoMessageAnyMoreThePageIsAsked(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    String session = here.dues(here.member(), 1_100);
    here.stripe.pay(session);
    here.local.write(() -> {
      part(CardAccounts.class).seenUntil(Product.shared().clock().instant().plus(Duration.ofHours(1)));
      return true;
    });
    Product.shared().clock().advance(Duration.ofMinutes(30));
    here.round(true);
    assertThat(here.ofSession(session).state()).isEqualTo(CardIntent.State.PAID);
    assertThat(here.balance(UsedFor.PAID_AHEAD)).isEqualTo(-1_100);
  }

  @Test
  void renewalsAndWhatWentBackAreFoundHoweverLongNobodyAsked(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    String session = here.opened(here.begun(here.member(), CardIntent.Kind.DUES, 1, 700));
    here.stripe.pay(session);
    String once = here.stripe.pay(here.dues(here.member(), 2_000));
    here.hear();
    String subscription = here.stripe.first("subscription");
    Product.shared().clock().advance(Duration.ofDays(5));
    for (int i = 0; i < 101; i++) { // more than Stripe lists on one page
      here.stripe.renew(subscription);
    }
    here.stripe.refund(once, 500);
    Product.shared().clock().advance(Duration.ofDays(40));
    here.round(true);
    here.round(true);
    assertThat(here.payments(here.ofSession(session).id())).hasSize(100); // as many as are asked for
    assertThat(here.balance(UsedFor.PAID_AHEAD)).isEqualTo(-102 * 700 - 1_500);
    assertThat(here.ofSession(session).state()).isEqualTo(CardIntent.State.RUNNING);
    inOrder(here);
  }

  @Test
  void whileStripeIsDownMessagesWaitLongerEachTime(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    String session = here.dues(here.member(), 1_000);
    here.stripe.pay(session);
    for (Trouble trouble : List.of(Trouble.ERROR_500, Trouble.HANG_UP_BEFORE, Trouble.REVOKED)) {
      here.stripe.troubles().always(trouble);
      here.hear();
      assertThat(here.local.read(() -> part(CardAccounts.class).messagesWaiting())).isEqualTo(3);
      assertThat(here.account().trouble()).isPresent();
      assertThat(here.local.read(() -> part(CardWorker.Stores.class).events().due(10))).isEmpty();
    }
    assertThat(here.account().trouble().orElseThrow().why()).isEqualTo("key");
    here.stripe.troubles().over();
    Product.shared().clock().advance(Duration.ofMinutes(9));
    here.round(false);
    assertThat(here.local.read(() -> part(CardAccounts.class).messagesWaiting())).isZero();
    assertThat(here.account().trouble()).isEmpty();
    assertThat(here.balance(UsedFor.PAID_AHEAD)).isEqualTo(-1_000);
  }

  @Test
  void aFeeThatIsNotReckonedYetIsWaitedFor(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    here.stripe.reckons(false);
    String session = here.dues(here.member(), 1_000);
    String paid = here.stripe.pay(session);
    here.hear();
    assertThat(here.balance(UsedFor.PAID_AHEAD)).isZero();
    assertThat(here.ofSession(session).state()).isEqualTo(CardIntent.State.PENDING);
    here.stripe.reckon(paid);
    here.hear();
    assertThat(here.balance(UsedFor.PAID_AHEAD)).isEqualTo(-1_000);
    assertThat(here.balance(UsedFor.FEES)).isEqualTo(FakeStripeAccount.fee(1_000));
    assertThat(here.ofSession(session).state()).isEqualTo(CardIntent.State.PAID);
  }

  @Test
  void aCardThatIsRefusedIsSaidUntilItIsNot(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    String session = here.opened(here.begun(here.member(), CardIntent.Kind.DUES, 1, 1_000));
    here.stripe.pay(session);
    here.hear();
    String subscription = here.stripe.first("subscription");
    here.stripe.refuse(subscription);
    here.hear();
    assertThat(here.ofSession(session).trouble()).isTrue();
    assertThat(here.ofSession(session).state()).isEqualTo(CardIntent.State.RUNNING);
    here.stripe.renew(subscription);
    here.hear();
    assertThat(here.ofSession(session).trouble()).isFalse();
    assertThat(here.payments(here.ofSession(session).id())).hasSize(2);
  }

  @Test
  void whatIsNothingOfOursIsLeftAlone(FoundedLocal founded, FoundedLocal other) {
    var here = CardLocal.of(founded);
    var there = CardLocal.of(other);
    there.stripe.pay(there.dues(there.member(), 1_000));
    there.stripe.told().forEach(here::hear);
    assertThat(here.account().ignored()).isEqualTo(3);
    assertThat(here.balance(UsedFor.SERVICES)).isZero();
  }
}
