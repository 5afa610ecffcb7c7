// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/** The product does not start with a text that another would replace unseen. */
class LanguagesTest {
  private static Resource bundle(String name, String text) {
    return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {
      @Override
      public String getFilename() { return name; }
    };
  }

  @Test
  void refusesAKeyThatStandsTwiceInOneBundle() {
    var doubled = bundle("dues_en.properties", "dues.title=Dues\ndues.sum=Sum\ndues.title : Fees\n");
    assertThatThrownBy(() -> new Languages(List.of(bundle("roll_en.properties", "roll.title=People\n"), doubled)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("dues_en.properties", "dues.title", "twice");
  }

  @Test
  void refusesAKeyThatStandsInTwoBundlesAndNamesBoth() {
    assertThatThrownBy(() -> new Languages(List.of(bundle("dues_en.properties", "title=Dues\n"),
        bundle("roll_en.properties", "title=People\n"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("dues_en.properties", "roll_en.properties", "title");
  }

  @Test
  void takesTheSameKeyOfTwoLanguages() {
    var languages = new Languages(
        List.of(bundle("dues_en.properties", "title=Dues\n"), bundle("dues_es.properties", "title=Cuotas\n")));
    assertThat(languages.text(Locale.ENGLISH, "title")).isEqualTo("Dues");
    assertThat(languages.text(Locale.forLanguageTag("es"), "title")).isEqualTo("Cuotas");
    assertThat(new Languages().available()).contains(Locale.ENGLISH, Locale.forLanguageTag("es"));
  }
}
