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
      "Sand & Sons Co", "River Realty", "State University", "The Housing Authority", "the LLC", "118 Street",
      "Inmobiliaria Pérez", "Grupo Norte", "Telefónica S.A.", "Hausverwaltung Müller", "Wohnbau AG",
      "Müller GmbH & Co. KG", "SARL Dupont", "Costruzioni S.p.A.", "Imóveis Ltda", "Dom sp. z o.o.", "ООО Ромашка",
      "北京房产有限公司", "شركة العقار", "Acme Property Management", "City Lettings", "Elm Street Estate Agents",
      "Fundación Vivienda", "Ayuntamiento de Ejemplo", "Elm Apartments", "The Water Board", "Holdings, LLC"})
  void refusesACompanyAlone(String typed) {
    assertThat(WhoCanSayYes.read(typed, "", false)).isEqualTo(new WhoCanSayYes.Refused("firm-alone"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"A. Example", "Marco", "Inca Salas", "Agnes Corporal", "Sinclair Coles", "李伟",
      "María José de la Cruz", "Maria Sa", "Kim Co", "MARIA SA", "Paulo Sá", "Lena Ag", "Melissa Bank", "Hans As",
      "John Smith 3rd", "Dean of the College, Anna Ruiz", "Anna Ruiz, manager", "O’Neill Patrick", "Nguyễn Thị Hoa",
      "Сергей Иванов", "محمد علي", "Trust Okafor", "J. P. Company-Jones", "Grace Housingham"})
  void takesAPerson(String typed) {
    assertThat(WhoCanSayYes.read(typed, " ", false)).isEqualTo(new WhoCanSayYes.Somebody(typed, Optional.empty()));
  }

  @Test
  void refusesAFirmWithNobodyInFrontOfIt() {
    assertThat(WhoCanSayYes.read(" ", "118 Street LLC", false)).isEqualTo(new WhoCanSayYes.Refused("firm-alone"));
    assertThat(WhoCanSayYes.read("", "", false)).isEqualTo(new WhoCanSayYes.Refused("nobody"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Rosa Díaz, Elm Holdings LLC", "Elm Realty Corp / Marco Stein", "Marco Stein of Elm Realty",
      "Ana Ruiz de Inmobiliaria Sol"})
  void asksForThePersonAloneWhereAFirmStandsBeside(String typed) {
    assertThat(WhoCanSayYes.read(typed, "", false)).isEqualTo(new WhoCanSayYes.Refused("firm-in-name"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"the landlord", "Landlord", "our boss", "el casero", "la dueña", "der Vermieter",
      "The owner"})
  void asksForANameWhereOnlyARoleStands(String typed) {
    assertThat(WhoCanSayYes.read(typed, "", false)).isEqualTo(new WhoCanSayYes.Refused("role"));
  }

  @Test
  void allowsNotToKnowYet() {
    assertThat(WhoCanSayYes.read("", "118 Street LLC", true))
        .isEqualTo(new WhoCanSayYes.NotKnownYet(Optional.of("118 Street LLC")));
  }
}
