// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {
  @ParameterizedTest
  @CsvSource({"city.mapping,city.csv,A1 A2", "employers.mapping,employers.csv,S-1 S-3"})
  void readsTheDocumentedExamples(String mapping, String register, String network) throws BadMapping {
    Path examples = Project.root().resolve("docs/linkage");
    var sources = java.util.List.of(Source.ofFile(examples.resolve(register)));
    Linked linked = Linked.of(Mapping.of(examples.resolve(mapping).toString()), sources, Verdicts.NONE);
    assertThat(linked.refusals()).isEmpty();
    assertThat(linked.networks()).containsExactly(network);
  }

  @Test
  void findsColumnsWhateverTheirCaseAndSpaces() {
    Linked linked = Linked.of("hpd-buildings", "BBL,Corp Names,business_addrs,OWNERS\n1,,,\n");
    assertThat(linked.refused()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
    name = x; 0; lacks tables
    name; 1; expected key = value
    name = x/name = y; 2; name is given twice, first in line 1
    name = x/tables = t/t.site = id/t.colour = c; 4; unknown key t.colour
    name = x/tables = t/t.site = id/separator = ab; 4; separator is one ASCII character or the word tab
    name = x/tables = t/t.site = id/encoding = nonsense-9; 4; unknown encoding nonsense-9
    name = x/tables = t/t.site = id/dates = today; 4; dates is yyyy-mm-dd, mm/dd/yyyy or dd/mm/yyyy
    name = x/tables = t/t.address = a; 0; table t needs t.site or t.key
    name = x/tables = t/t.key = k; 0; no table has a site column
    name = x/tables = t/t.site = id/side.owner = A/side.agent = A; 5; role A is on two sides
    name = x/tables = t/t.site = id/t.person.1 = p/t.person.1.office = 2; 5; there is no office 2 in table t
    """)
  void saysWhichLineOfAMappingMakesNoSense(String text, int line, String message) {
    assertThatExceptionOfType(BadMapping.class).isThrownBy(() -> Mapping.ofText("m", text.replace('/', '\n')))
        .withMessage(message)
        .matches(e -> e.line() == line);
  }

  @Test
  void saysWhatIsNeitherFileNorBuiltIn() {
    assertThatExceptionOfType(BadMapping.class).isThrownBy(() -> Mapping.of("/nonexistent"))
        .withMessage("is neither a readable file nor a built-in mapping (hpd-buildings, nyc-hpd)");
  }
}
