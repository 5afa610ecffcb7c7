// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Domains as people type them. */
class DomainNameTest {

  @ParameterizedTest
  @CsvSource({"firma.example, firma.example", "FIRMA.Example., firma.example",
      "https://www.firma.example/who?x=1, firma.example",
      "ana@mail.firma.example, mail.firma.example", "@firma.example, firma.example",
      "http://firma.example:8080, firma.example",
      "müller.example, xn--mller-kva.example"})
  void readsADomain(String typed, String domain) { assertThat(DomainName.of(typed)).contains(domain); }

  @ParameterizedTest
  @ValueSource(strings = {"", "firma", "firma..example", "-firma.example", "fir ma.example", "<script>", "127.0.0.1",
      "a.b.c.d.e.f.g.h.i.j.k.l.m.example", "javascript:alert(1)"})
  void refusesWhatIsNone(String typed) { assertThat(DomainName.of(typed)).isEmpty(); }

  @Test
  void refusesADomainOfMoreCharactersThanThereCanBe() {
    assertThat(DomainName.of("a".repeat(64) + ".example")).isEmpty();
    assertThat(DomainName.of(("a".repeat(60) + ".").repeat(5) + "example")).isEmpty();
  }

  @Test
  void knowsWhatLiesAbove() {
    assertThat(DomainName.withThoseAbove("a.b.firma.example")).containsExactly("a.b.firma.example", "b.firma.example",
        "firma.example");
  }
}
