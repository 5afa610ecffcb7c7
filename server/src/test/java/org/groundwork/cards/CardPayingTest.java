// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.time.Clock;
import java.time.Duration;
import org.groundwork.gifts.Caps;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.roll.PersonForgotten;
import org.groundwork.support.FakeStripe.Trouble;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the intent to the page at Stripe, whatever breaks off in between. */
@ExtendWith(ProductExtension.class)
class CardPayingTest {
  private static <T> T part(Class<T> type) { return CardLocal.part(type); }

  private static CardPaying paying(Transactions transactions) {
    return new CardPaying(transactions, part(Clock.class), part(CardAccounts.class), part(CardIntents.class),
        new CardWorker(transactions, part(Clock.class), part(StripeDoor.class), part(CardAccounts.class),
            part(CardWorker.Stores.class), part(CardBooking.class)),
        part(Caps.class));
  }

  @Test
  void stripeIsToldASumANeutralWordAndAnIdentity(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    UUID intent = here.begun(here.member(), CardIntent.Kind.DUES, 0, 2_500);
    String session = here.opened(intent);
    String back = here.find(intent).request().backTo();
    assertThat(here.stripe.sent(session)).containsOnlyKeys("cancel_url", "client_reference_id", "expires_at",
        "line_items[0][price_data][currency]", "line_items[0][price_data][product_data][name]",
        "line_items[0][price_data][unit_amount]", "line_items[0][quantity]", "locale", "metadata[groundwork]", "mode",
        "payment_intent_data[description]", "payment_intent_data[metadata][groundwork]", "payment_method_types[0]",
        "success_url")
        .containsEntry("line_items[0][price_data][product_data][name]", "Contribution")
        .containsEntry("line_items[0][price_data][unit_amount]", "2500")
        .containsEntry("line_items[0][price_data][currency]", "usd")
        .containsEntry("client_reference_id", intent.toString())
        .containsEntry("success_url", back)
        .containsEntry("mode", "payment")
        .containsEntry("locale", "en");
    assertThat(here.find(intent).url())
        .hasValueSatisfying(url -> assertThat(url).startsWith("https://checkout.stripe.com/"));
  }

  @Test
  void whatIsKilledBetweenTheCallAndItsCommitOpensOnePage(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    var chance = new Random(8_541);
    var intents = new ArrayList<UUID>();
    int killed = 0;
    for (int i = 0; i < 100; i++) {
      UUID intent = here.begun(here.member(), CardIntent.Kind.DUES, i % 4 == 0 ? 1 : 0, 1_000 + i);
      intents.add(intent);
      // the second writing is what Stripe answered: 1 to 4 reach from before the call until behind the commit
      try {
        here.local.as(here.local.founder(), () -> paying(Cut.killed(chance, 4)).open(intent));
      } catch (Cut.Killed gone) {
        killed++;
      }
      if (i % 3 == 0) {
        here.stripe.troubles().next(Trouble.HANG_UP_AFTER, Trouble.HANG_UP_AFTER);
        here.local.as(here.local.founder(), () -> part(CardPaying.class).open(intent));
        here.stripe.troubles().over();
      }
      here.opened(intent);
      assertThat(here.stripe.made("checkout.session")).isEqualTo(i + 1);
    }
    assertThat(killed).isGreaterThan(60);
    assertThat(intents).allSatisfy(each -> assertThat(here.find(each).state()).isEqualTo(CardIntent.State.OPEN));
    assertThat(here.stripe.all("checkout.session")).extracting(each -> String.valueOf(each.get("client_reference_id")))
        .containsExactlyElementsOf(intents.stream().map(UUID::toString).toList());
  }

  @Test
  void clickedByEightAtOnceItIsOnePage(FoundedLocal founded) throws Exception {
    var here = CardLocal.of(founded);
    var wanted = here.wanted(here.member(), CardIntent.Kind.DUES, 1, 700);
    var ready = new CountDownLatch(8);
    try (var threads = Executors.newFixedThreadPool(8)) {
      var all = new ArrayList<Future<?>>();
      for (int i = 0; i < 8; i++) {
        all.add(threads.submit(() -> {
          ready.countDown();
          ready.await();
          here.local.write(() -> part(CardPaying.class).begin(wanted, CardLocal.today()));
          return here.local.as(here.local.founder(), () -> part(CardPaying.class).open(wanted.form()));
        }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
    assertThat(here.stripe.made("checkout.session")).isEqualTo(1);
    assertThat(here.find(wanted.form()).state()).isEqualTo(CardIntent.State.OPEN);
  }

  @Test
  void whereStripeIsDownNothingIsLost(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    for (Trouble trouble : List.of(Trouble.ERROR_500, Trouble.RATE_429, Trouble.HANG_UP_BEFORE, Trouble.NONSENSE,
        Trouble.REVOKED, Trouble.FORBIDDEN)) {
      UUID intent = here.begun(here.member(), CardIntent.Kind.DUES, 0, 900);
      here.stripe.troubles().always(trouble);
      var why = here.local.as(here.local.founder(), () -> part(CardPaying.class).open(intent));
      assertThat(why).as(trouble.toString()).isPresent();
      assertThat(here.find(intent).state()).as(trouble.toString()).isEqualTo(CardIntent.State.ASKED);
      assertThat(here.account().trouble()).as(trouble.toString()).isPresent();
      here.stripe.troubles().over();
      here.opened(intent);
      assertThat(here.account().trouble()).isEmpty();
    }
  }

  @Test
  void whatStripeRefusesIsSaid(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    UUID little = here.begun(here.member(), CardIntent.Kind.DUES, 0, 49);
    assertThat(here.local.as(here.local.founder(), () -> part(CardPaying.class).open(little)))
        .hasValue(StripeTrouble.Why.TOO_LITTLE);
    assertThat(here.find(little).state()).isEqualTo(CardIntent.State.REFUSED);
    assertThat(here.find(little).refusal()).hasValue("too-little");
  }

  @Test
  void whatIsTooOldForTheSameKeyIsNotAskedAgain(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    UUID intent = here.begun(here.member(), CardIntent.Kind.DUES, 0, 900);
    here.stripe.troubles().next(Trouble.HANG_UP_AFTER, Trouble.HANG_UP_AFTER);
    here.local.as(here.local.founder(), () -> part(CardPaying.class).open(intent));
    here.stripe.troubles().over();
    Product.shared().clock().advance(Duration.ofHours(24));
    here.local.as(here.local.founder(), () -> part(CardPaying.class).open(intent));
    assertThat(here.find(intent).state()).isEqualTo(CardIntent.State.EXPIRED);
    assertThat(here.stripe.made("checkout.session")).isEqualTo(1);
  }

  @Test
  void oneThatRepeatsAtATime(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    UUID person = here.member();
    UUID first = here.begun(person, CardIntent.Kind.DUES, 1, 500);
    assertThat(here.local.write(() -> part(CardPaying.class).begin(here.wanted(person, CardIntent.Kind.DUES, 3, 900),
        CardLocal.today()))).isEqualTo(new CardPaying.Begun.Repeats(first));
    String session = here.opened(first);
    assertThat(here.stripe.sent(session)).containsEntry("line_items[0][price_data][recurring][interval]", "month")
        .containsEntry("line_items[0][price_data][recurring][interval_count]", "1")
        .containsEntry("mode", "subscription");
    here.local.as(here.local.founder(), () -> part(CardPaying.class).letGo(first));
    assertThat(here.find(first).state()).isEqualTo(CardIntent.State.EXPIRED);
    assertThat(here.stripe.all("checkout.session").getFirst()).containsEntry("status", "expired");
    here.begun(person, CardIntent.Kind.DUES, 3, 900);
  }

  @Test
  void whatRepeatsEndsWithOneTapAlsoWhenStripeIsDown(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    UUID intent = here.begun(here.member(), CardIntent.Kind.DUES, 1, 500);
    here.stripe.pay(here.opened(intent));
    here.hear();
    assertThat(here.find(intent).state()).isEqualTo(CardIntent.State.RUNNING);
    here.stripe.troubles().always(Trouble.ERROR_500);
    assertThat(here.local.as(here.local.founder(), () -> part(CardPaying.class).stop(intent)))
        .hasValue(StripeTrouble.Why.UNREACHABLE);
    assertThat(here.find(intent).state()).isEqualTo(CardIntent.State.STOPPING);
    here.stripe.troubles().over();
    here.stripe.troubles().next(Trouble.HANG_UP_AFTER);
    here.local.as(here.local.founder(), () -> part(CardPaying.class).end(intent));
    here.stripe.troubles().over();
    here.round(false);
    assertThat(here.find(intent).state()).isEqualTo(CardIntent.State.STOPPED);
    assertThat(here.stripe.all("subscription").getFirst()).containsEntry("status", "canceled");
  }

  @Test
  void whatRepeatsOfSomebodyWhoIsForgottenEnds(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    UUID person = here.member();
    UUID intent = here.begun(person, CardIntent.Kind.DUES, 1, 500);
    here.stripe.pay(here.opened(intent));
    here.hear();
    String open = here.opened(here.begun(person, CardIntent.Kind.DUES, 0, 800));
    here.local.write(() -> {
      Product.shared().beans(PersonForgotten.class).values().forEach(each -> each.forget(person));
      return true;
    });
    CardLocal.await(() -> here.find(intent).state() == CardIntent.State.STOPPED
        && here.ofSession(open).state() == CardIntent.State.EXPIRED);
    assertThat(here.find(intent).person()).isEmpty();
    assertThat(here.stripe.all("subscription").getFirst()).containsEntry("status", "canceled");
    assertThat(here.local.read(() -> part(CardsForgotten.class).inUse(List.of(person)))).isFalse();
  }

  @Test
  void aGiftIsHeldToTheCapBeforeAnybodyGoesToStripe(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    here.local.write(() -> {
      part(Caps.class).set(List.of(new Caps.Cap(12, OptionalLong.of(5_000), OptionalInt.empty())));
      return true;
    });
    UUID person = here.member();
    assertThat(here.local.write(() -> part(CardPaying.class).begin(here.wanted(person, CardIntent.Kind.GIFT, 0, 5_001),
        CardLocal.today()))).isEqualTo(new CardPaying.Begun.OverCap(5_000, 12));
    here.begun(person, CardIntent.Kind.GIFT, 0, 5_000);
  }

  @Test
  void whatIsNotOfferedIsNotBegun(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    here.local.write(() -> {
      part(CardAccounts.class).offer(false);
      return true;
    });
    UUID person = here.member();
    assertThat(here.local.write(() -> part(CardPaying.class).begin(here.wanted(person, CardIntent.Kind.DUES, 0, 500),
        CardLocal.today()))).isEqualTo(new CardPaying.Begun.NotOffered());
    assertThat(here.local.read(() -> part(CardSteps.class).offer(person))).isEqualTo(Optional.empty());
  }

  @Test
  void stripeIsNeverAskedWithinATransaction(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    int before = here.stripe.asked();
    UUID intent = here.begun(here.member(), CardIntent.Kind.DUES, 0, 900);
    org.assertj.core.api.Assertions.assertThatIllegalStateException()
        .isThrownBy(() -> here.local.write(() -> part(CardPaying.class).open(intent)))
        .withMessageContaining("outside of transactions");
    assertThat(here.stripe.asked()).isEqualTo(before);
  }
}
