// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.groundwork.ledger.UsedFor;
import org.groundwork.support.FakeStripeAccount.Told;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The door for messages of Stripe: it believes what is signed, and tells nobody anything. */
@ExtendWith(ProductExtension.class)
class CardHookTest {
  private static long now() { return Product.shared().clock().instant().getEpochSecond(); }

  private static Told paid(CardLocal here) {
    here.stripe.pay(here.dues(here.member(), 1_000));
    return here.stripe.told().getLast();
  }

  private static int kept(CardLocal here) {
    return here.local.read(() -> CardLocal.part(JdbcClient.class)
        .sql("select count(*)::integer from cards.event where local_id = ?")
        .param(here.local.id().value())
        .query(Integer.class)
        .single());
  }

  @Test
  void aMessageThatIsSignedIsKeptOnceAndWorkedOff(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    Told told = paid(here);
    assertThat(here.send(told)).isEqualTo(200);
    assertThat(here.send(told)).isEqualTo(200);
    CardLocal.await(() -> here.balance(UsedFor.PAID_AHEAD) == -1_000);
    assertThat(kept(here)).isEqualTo(1);
  }

  @Test
  void whatIsNotSignedForThisLocalIsRefusedAndNothingIsKept(FoundedLocal founded, FoundedLocal other) {
    var here = CardLocal.of(founded);
    var there = CardLocal.of(other);
    there.local.write(() -> {
      CardLocal.part(CardAccounts.class).sign("whsec_theirs00000001");
      return true;
    });
    String body = CardLocal.json(paid(here));
    String right = CardLocal.signature(body, CardLocal.SIGNS, now());
    assertThat(here.send(body, "whsec_guessed0000001")).isEqualTo(400);
    assertThat(here.send(body, Optional.of(CardLocal.signature(body, CardLocal.SIGNS, now() - 301)))).isEqualTo(400);
    assertThat(here.send(body.replace("evt_", "evt_0"), Optional.of(right))).isEqualTo(400);
    assertThat(here.send(body.substring(0, body.length() / 2), Optional.of(right))).isEqualTo(400);
    assertThat(here.send(body, "whsec_theirs00000001")).isEqualTo(400);
    assertThat(CardLocal.send(there.local.handle(), body, Optional.of(right))).isEqualTo(200); // the former one, for a day
    for (String header : List.of("", "t=", "t=abc,v1=00", "v1=" + right, "t=" + now(), "t=" + now() + ",v1=",
        right.replace("v1=", "v0="), "t=99999999999999999999,v1=00", "x".repeat(4_000))) {
      assertThat(here.send(body, Optional.of(header))).as(header).isEqualTo(400);
    }
    assertThat(here.send(body, Optional.empty())).isEqualTo(400);
    assertThat(CardLocal.send("0123456789", body, Optional.of(right))).isEqualTo(400);
    assertThat(CardLocal.send("no-such-local", body, Optional.of(right))).isEqualTo(400);
    assertThat(kept(here)).isZero();
    assertThat(here.account().foreign()).isZero();
  }

  @Test
  void aLocalWithoutItAnswersAsOneThatIsNotThere(FoundedLocal founded) {
    String body = "{}";
    assertThat(CardLocal.send(founded.handle(), body, Optional.of(CardLocal.signature(body, CardLocal.SIGNS, now()))))
        .isEqualTo(400);
  }

  @Test
  void whatIsSignedAndNoMessageIsRefused(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    String body = CardLocal.json(paid(here));
    for (String bad : List.of("", "{", "[]", "null", "{}", "\u0000",
        body.replace("\"livemode\":true", "\"livemode\":\"no\""),
        body.replace("evt_", "evt-"), "[".repeat(5_000), "{\"id\":\"evt_1\"}")) {
      assertThat(here.send(bad, CardLocal.SIGNS)).as(bad).isEqualTo(400);
    }
    assertThat(here.send("{\"a\":\"" + "x".repeat(CardHook.LARGEST) + "\"}", CardLocal.SIGNS)).isEqualTo(400);
    assertThat(here.send("x".repeat(1 << 20), CardLocal.SIGNS)).isEqualTo(400);
    assertThat(kept(here)).isZero();
  }

  @Test
  void messagesOfTheOtherModeOrAnotherAccountAreRefusedAndCounted(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    String body = CardLocal.json(paid(here));
    String live = body.replaceFirst("\"livemode\":true", "\"livemode\":false");
    assertThat(live).isNotEqualTo(body);
    assertThat(here.send(live, CardLocal.SIGNS)).isEqualTo(400);
    assertThat(here.send(body.replaceFirst("\\{", "{\"account\":\"acct_other\","), CardLocal.SIGNS)).isEqualTo(400);
    assertThat(here.account().foreign()).isEqualTo(2);
    assertThat(kept(here)).isZero();
  }

  @Test
  void otherKindsAreAcknowledgedCountedAndNotKept(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    String body = CardLocal.json(paid(here)).replace("checkout.session.completed", "product.created");
    assertThat(here.send(body, CardLocal.SIGNS)).isEqualTo(200);
    assertThat(here.account().ignored()).isEqualTo(1);
    assertThat(kept(here)).isZero();
  }

  @Test
  void theFormerSecretHoldsForADay(FoundedLocal founded) {
    var here = CardLocal.of(founded);
    here.local.write(() -> {
      CardLocal.part(CardAccounts.class).sign("whsec_anotherone0001");
      return true;
    });
    String body = CardLocal.json(paid(here));
    assertThat(here.send(body, CardLocal.SIGNS)).isEqualTo(200);
    assertThat(here.send(body, "whsec_anotherone0001")).isEqualTo(200);
    Product.shared().clock().advance(Duration.ofHours(26));
    assertThat(here.send(body, CardLocal.SIGNS)).isEqualTo(400);
    assertThat(here.send(body, "whsec_anotherone0001")).isEqualTo(200);
  }
}
