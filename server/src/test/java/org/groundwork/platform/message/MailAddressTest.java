// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a mail address. */
class MailAddressTest {

  @ParameterizedTest
  @CsvSource({"ana@example.org, ana@example.org", "' Ana@Example.ORG ', Ana@example.org",
      "a.b+c@sub.example.org, a.b+c@sub.example.org", "ana@müller.example, ana@xn--mller-kva.example"})
  void isKeptInOneSpelling(String typed, String kept) {
    assertThat(MailAddress.parse(typed).orElseThrow().value()).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ana", "@example.org", "ana@", "ana@@example.org",
      "ana@example.org\r\nBcc: b@example.org",
      "ana@example.org, b@example.org", "ana b@example.org", "\"ana\"@example.org", "ana@[192.0.2.1]",
      ".ana@example.org",
      "ana@-example.org", "ana@example..org", "<ana@example.org>", "ana\u0000@example.org"})
  void isRefusedWhereItCouldBeSomethingElse(String typed) { assertThat(MailAddress.parse(typed)).isEmpty(); }

  @Test
  void isFoundAgainHoweverItsLettersWereTyped() {
    assertThat(MailAddress.parse("ANA@example.org").orElseThrow().key()).isEqualTo("ana@example.org");
  }

  @Test
  void doesNotTurnUpInALog() {
    assertThat(MailAddress.parse("ana@example.org").orElseThrow()).hasToString("MailAddress");
  }

  @Test
  void isNotMadeFromAnotherSpelling() {
    assertThatIllegalArgumentException().isThrownBy(() -> new MailAddress("ana@EXAMPLE.org"));
  }
}
