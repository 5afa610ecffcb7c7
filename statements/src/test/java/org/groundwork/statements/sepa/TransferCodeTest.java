// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.sepa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransferCodeTest {
  private static final String IBAN = "DE02 1203 0000 0000 2020 51";
  private static final String REFERENCE = CreditorReference.of("12345678");

  @Test
  void saysOneThingOnEachLine() {
    assertThat(TransferCode.of("Mieter*innen Köln & Süd", IBAN, Optional.of(new BigDecimal("12.5")), REFERENCE))
        .isEqualTo("BCD\n002\n1\nSCT\n\nMieter.innen Koeln + Sued\nDE02120300000000202051\nEUR12.50\n\n" + REFERENCE);
    assertThat(TransferCode.of("A", IBAN, Optional.empty(), REFERENCE.substring(0, 4) + " " + REFERENCE.substring(4)))
        .isEqualTo("BCD\n002\n1\nSCT\n\nA\nDE02120300000000202051\n\n\n" + REFERENCE);
  }

  @Test
  void isNeverLongerThanACodeMayBe() {
    String longest = TransferCode.of("ß".repeat(70), "MT84MALT011000012345MTLCAST001S",
        Optional.of(new BigDecimal("999999999.99")), CreditorReference.of("A".repeat(21)));
    assertThat(longest.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(331);
    assertThat(longest.lines().toList().get(5)).hasSize(70);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.001", "-1", "1000000000", "12.345"})
  void refusesAmountsThatNoTransferHas(String amount) {
    assertThatThrownBy(() -> TransferCode.of("A", IBAN, Optional.of(new BigDecimal(amount)), REFERENCE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesNobodyAndNumbersThatCannotBe() {
    assertThatThrownBy(() -> TransferCode.of(" ", IBAN, Optional.empty(), REFERENCE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TransferCode.of("A", "DE03120300000000202051", Optional.empty(), REFERENCE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TransferCode.of("A", IBAN, Optional.empty(), "RF00123"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
