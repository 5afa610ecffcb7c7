// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class TokensTest {
  private final Tokens tokens = new Tokens(new SecureRandom());

  @Test
  void readsAWrittenCodeHoweverItWasCopied() {
    assertThat(Tokens.asPrinted(" 7k4m-p2qx OIl0 ")).isEqualTo("7K4MP2QX0110");
  }

  @Test
  void makesCodesThatSurviveBeingWrittenDown() {
    String code = tokens.written(20);
    assertThat(code).hasSize(20).matches("[0-9A-HJKMNP-TV-Z]+");
    assertThat(Tokens.asPrinted(code.toLowerCase(java.util.Locale.ROOT))).isEqualTo(code);
  }
}
