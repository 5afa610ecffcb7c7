// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExternalAddressTest {
  @Test
  void dropsUserAndPasswordAndKeepsTheRest() {
    assertThat(ExternalAddress
        .withoutCredentials("jdbc:postgresql://db:5433/groundwork?user=gw_owner&sslmode=verify-full&password=a%26b"))
        .isEqualTo("jdbc:postgresql://db:5433/groundwork?sslmode=verify-full&logServerErrorDetail=false");
  }

  @Test
  void letsNobodyTurnDetailOfErrorsBackOn() {
    assertThat(ExternalAddress.withoutCredentials("jdbc:postgresql://db/groundwork?logServerErrorDetail=true"))
        .isEqualTo("jdbc:postgresql://db/groundwork?logServerErrorDetail=false");
  }

  @Test
  void takesAnAddressWithoutParameters() {
    assertThat(ExternalAddress.withoutCredentials("jdbc:postgresql://db/groundwork"))
        .isEqualTo("jdbc:postgresql://db/groundwork?logServerErrorDetail=false");
  }
}
