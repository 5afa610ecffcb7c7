// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Numbers of accounts, as people and banks write them. */
class AccountNumbersTest {
  @Test
  void knowsOurAccountHoweverTheBankWritesIt() {
    assertThat(AccountNumbers.same("DE02 1203 0000 0000 2020 51", "DE02120300000000202051")).isTrue();
    assertThat(AccountNumbers.same("DE02120300000000202051", "12030000/0000202051EUR")).isTrue();
    assertThat(AccountNumbers.same("DE02120300000000202051", "12030000/202051")).isTrue();
    assertThat(AccountNumbers.same("", "DE02120300000000202051")).isTrue();
    assertThat(AccountNumbers.same("DE02120300000000202051", "")).isTrue();
  }

  @Test
  void knowsAnotherAccount() {
    assertThat(AccountNumbers.same("DE02120300000000202051", "DE02500105170137075030")).isFalse();
    assertThat(AccountNumbers.same("DE02120300000000202051", "12030000/202052")).isFalse();
    assertThat(AccountNumbers.same("DE02120300000000202051", "51")).isFalse();
  }
}
