// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.groundwork.dues.Payments;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is tried with a key of tests moves no money, and is in no books. */
@ExtendWith(ProductExtension.class)
class CardTrialTest {
  @Test
  void whatIsTriedIsPaidAtStripeAndInNoBooks(FoundedLocal founded) {
    var here = CardLocal.tried(founded);
    UUID person = here.member();
    String session = here.dues(person, 10_000);
    here.stripe.pay(session);
    here.hear();
    CardIntent intent = here.ofSession(session);
    assertThat(intent.live()).isFalse();
    assertThat(intent.state()).isEqualTo(CardIntent.State.PAID);
    assertThat(here.balance(UsedFor.SERVICES)).isZero();
    assertThat(here.balance(UsedFor.FEES)).isZero();
    assertThat(here.payments(intent.id())).isEmpty();
    assertThat(founded.read(() -> CardLocal.part(Payments.class).of(person, 10))).isEmpty();
    var treasurer = founded.withPasskey(founded.person(Role.MEMBER, Role.TREASURER)).visitor();
    assertThat(treasurer.get(founded.path("card-payments/setup")).body()).contains("Test: no money moves");
  }

  @Test
  void goingLiveBeginsWithoutTheSecretOfTheTrial(FoundedLocal founded) {
    var here = CardLocal.tried(founded);
    assertThat(founded.read(() -> CardLocal.part(CardAccounts.class).hookSecrets())).containsExactly(CardLocal.SIGNS);
    founded.as(founded.founder(),
        () -> CardLocal.part(CardSetup.class).keep(StripeKey.read(here.stripe.key()).orElseThrow(), "Contribution"));
    assertThat(founded.read(() -> CardLocal.part(CardAccounts.class).hookSecrets())).isEmpty();
    assertThat(founded.read(() -> CardLocal.part(CardAccounts.class).find()).orElseThrow()).satisfies(account -> {
      assertThat(account.on()).isFalse();
      assertThat(account.live()).isTrue();
      assertThat(account.hookEnd()).isEmpty();
    });
  }
}
