// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.OptionalLong;
import org.groundwork.platform.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums as Stripe counts them. */
class StripeSumsTest {
  private static Currency of(String code) { return Currency.getInstance(code); }

  @ParameterizedTest
  @CsvSource({"USD, 1234, 1234", "EUR, 1, 1", "HUF, 1000, 1000", "TWD, 50000, 50000", "JPY, 500, 500", "CLP, 7, 7",
      "KRW, 10, 10", "XOF, 9, 9", "ISK, 5, 500", "UGX, 5, 500", "KWD, 5120, 5120", "BHD, 10, 10", "TND, 99990, 99990",
      "MGA, 300, 3"})
  void areTheSameHereAndThere(String code, long minor, long stripes) {
    assertThat(StripeSums.toStripe(new Money(minor, of(code)))).isEqualTo(new StripeSums.Reckoned.Exact(stripes));
    assertThat(StripeSums.fromStripe(stripes, of(code))).isEqualTo(OptionalLong.of(minor));
  }

  @ParameterizedTest
  @CsvSource({"KWD, 5124, 10", "OMR, 1, 10", "JOD, 15, 10", "MGA, 50, 100"})
  void areNeverRounded(String code, long minor, long step) {
    assertThat(StripeSums.toStripe(new Money(minor, of(code)))).isEqualTo(new StripeSums.Reckoned.Uneven(step));
  }

  @ParameterizedTest
  @CsvSource({"USD, 99999999", "JPY, 99999999", "ISK, 999999", "KWD, 99999990", "MGA, 9999999900"})
  void haveAMost(String code, long most) {
    assertThat(StripeSums.toStripe(new Money(most, of(code)))).isInstanceOf(StripeSums.Reckoned.Exact.class);
    for (long more : new long[]{most + 1, most + 10, most + 100, 900_000_000_000L}) {
      var told = StripeSums.toStripe(new Money(more * 100, of(code)));
      assertThat(told).isEqualTo(new StripeSums.Reckoned.TooMuch(most));
    }
  }

  @ParameterizedTest
  @CsvSource({"IQD", "LYD", "CLF", "XAU"})
  void areUnknownWhereNobodySaidHow(String code) {
    assertThat(StripeSums.knows(of(code))).isFalse();
    assertThat(StripeSums.toStripe(new Money(100, of(code)))).isEqualTo(new StripeSums.Reckoned.Unknown());
    assertThat(StripeSums.fromStripe(100, of(code))).isEmpty();
  }

  @Test
  void thatAreNoWholeMinorUnitsAreNone() {
    assertThat(StripeSums.fromStripe(501, of("ISK"))).isEmpty();
    assertThat(StripeSums.fromStripe(500, of("ISK"))).hasValue(5);
  }

  @Test
  void oneNameHasOneIdentity() {
    var one = CardPayment.identity("card-payment", "acct_1", "pi_1");
    assertThat(CardPayment.identity("card-payment", "acct_1", "pi_1")).isEqualTo(one);
    assertThat(one.version()).isEqualTo(8);
    assertThat(one.variant()).isEqualTo(2);
    assertThat(CardPayment.identity("card-payment", "acct_1p", "i_1")).isNotEqualTo(one);
  }
}
