// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys as people enter them. */
class StripeKeyTest {

  @Test
  void sayWhetherRealMoneyMovesAndNothingOfThemselves() {
    var live = StripeKey.read("rk_live_abcdefgh1234").orElseThrow();
    assertThat(live.live()).isTrue();
    assertThat(live.toString()).doesNotContain("abcdefgh");
    assertThat(StripeKey.read("sk_test_abcdefgh1234").orElseThrow().live()).isFalse();
    assertThat(StripeKey.end(live.secret())).isEqualTo("1234");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sk_", "pk_live_abcdefgh1234", "sk_live_short", "sk_prod_abcdefgh1234",
      " sk_live_abcdefgh1234",
      "sk_live_abcdefgh1234\n", "sk_live_abcdefgh-234", "whsec_abcdefgh1234"})
  void areRefusedWhereTheyAreNone(String typed) { assertThat(StripeKey.read(typed)).isEmpty(); }

  @Test
  void thatSignMessagesLookOtherwise() {
    assertThat(StripeKey.signs("whsec_abcdefgh1234")).isTrue();
    assertThat(StripeKey.signs("sk_live_abcdefgh1234")).isFalse();
    assertThat(StripeKey.signs("whsec_")).isFalse();
  }
}
