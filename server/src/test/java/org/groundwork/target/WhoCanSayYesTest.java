// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhoCanSayYesTest {

  @ParameterizedTest
  @ValueSource(strings = {"118 Street LLC", "118 STREET L.L.C.", "Elm Holdings", "Acme Inc.", "Beispiel GmbH",
      "Ejemplo, S.L.",
      "Sand & Sons Co", "River Realty", "State University", "The Housing Authority"})
  void refusesACompanyAlone(String typed) {
    assertThat(WhoCanSayYes.read(typed, "", false)).isEqualTo(new WhoCanSayYes.Refused("firm-alone"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"A. Example", "Marco", "Inca Salas", "Agnes Corporal", "Sinclair Coles", "李伟",
      "María José de la Cruz"})
  void takesAPerson(String typed) {
    assertThat(WhoCanSayYes.read(typed, " ", false)).isEqualTo(new WhoCanSayYes.Somebody(typed, Optional.empty()));
  }

  @Test
  void refusesAFirmWithNobodyInFrontOfIt() {
    assertThat(WhoCanSayYes.read(" ", "118 Street LLC", false)).isEqualTo(new WhoCanSayYes.Refused("firm-alone"));
    assertThat(WhoCanSayYes.read("", "", false)).isEqualTo(new WhoCanSayYes.Refused("nobody"));
  }

  @Test
  void allowsNotToKnowYet() {
    assertThat(WhoCanSayYes.read("", "118 Street LLC", true))
        .isEqualTo(new WhoCanSayYes.NotKnownYet(Optional.of("118 Street LLC")));
  }
}
