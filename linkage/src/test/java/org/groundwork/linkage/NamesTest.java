// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
    Dr. Malka Aaryaberg; AARYABERG MALKA
    AARYABERG, MALKA; AARYABERG MALKA
    John Q. Public Jr.; JOHN PUBLIC
    R'Anastasiya Adrei; ADREI RANASTASIYA
    José Núñez; JOSE NUNEZ
    Jean-Pierre Roy; JEAN PIERRE ROY
    N/A; ''
    SAME; ''
    """)
  void bringsPersonsIntoOneForm(String written, String key) { assertThat(Names.person(written)).isEqualTo(key); }

  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
    HSC MANAGEMENT CORP; HSC MANAGEMENT
    H.S.C. MANAGEMENT CORP.; HSC MANAGEMENT
    The Wavecrest Mgmt. Team, Ltd.; WAVECREST MANAGEMENT TEAM
    C & C APARTMENT MANAGEMENT, LLC; C AND C APARTMENT MANAGEMENT
    C+C APARTMENT MGMT LLC; C AND C APARTMENT MANAGEMENT
    137 WEST 29TH STREET LLC; 137 W 29 ST
    none; ''
    """)
  void bringsCompaniesIntoOneForm(String written, String key) { assertThat(Names.company(written)).isEqualTo(key); }

  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
    FRIEDA SUZUKI; FRIEDA SUZZUKI
    FRIEDA HALILI; FREIDA HALILI
    CATTANEO ZALA; CATTANEO ZELA
    ANNAMARIA ROSSI; ANNA MARIA ROSSI
    """)
  void forgivesASlipOfThePen(String one, String other) { assertThat(Names.similarPersons(one, other)).isTrue(); }

  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
    LEE ANN; LEE DAN
    FRIEDA SUZUKI; FRIEDA HALILI
    KONUL SAT; KONUL SIM
    """)
  void keepsDifferentPeopleApart(String one, String other) { assertThat(Names.similarPersons(one, other)).isFalse(); }

  @Test
  void keepsCompaniesApartThatDifferInANumber() {
    assertThat(Names.similarCompanies("128 MAIN HOLDINGS", "129 MAIN HOLDINGS")).isFalse();
    assertThat(Names.similarCompanies("WAVECREST MANAGEMENT", "WAVECREST MANAGMENT")).isTrue();
  }

  @Test
  void survivesNamesOfAnyScriptAndOfNothing() {
    assertThat(Names.person("Ελένη Παπαδοπούλου")).isEqualTo("ΕΛΕΝΗ ΠΑΠΑΔΟΠΟΥΛΟΥ");
    assertThat(Names.person("...")).isEmpty();
    assertThat(Names.company("")).isEmpty();
  }
}
