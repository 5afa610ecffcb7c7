// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The words after {@code serve}. */
class ServeOptionsTest {
  private static Map<String, Object> settings(String... words) {
    return ((ServeOptions.Serve) ServeOptions.read(words)).properties();
  }

  private static String refusal(String... words) { return ((ServeOptions.Misused) ServeOptions.read(words)).why(); }

  @Test
  void readsAValueAfterASpaceOrAnEqualsSign() {
    assertThat(
        settings("serve", "--port", "81", "--listen=0.0.0.0", "--data=here", "--public-url", "https://a.example/"))
        .containsOnly(Map.entry("server.port", "81"), Map.entry("server.address", "0.0.0.0"),
            Map.entry("groundwork.data", "here"), Map.entry("groundwork.public-url", "https://a.example"));
  }

  @Test
  void keepsADemonstrationApart() {
    assertThat(settings("serve", "--demo")).containsEntry("groundwork.data", "var/demo");
    assertThat(settings("serve", "--demo", "--data", "here")).containsEntry("groundwork.data", "here");
    assertThat(settings("serve", "--empty")).containsEntry("groundwork.data", "var/data")
        .containsEntry("groundwork.empty", "true");
    assertThat(refusal("serve", "--demo", "--empty")).contains("exclude each other");
  }

  @Test
  void takesTheMoneyOfADemonstration() {
    assertThat(settings("serve", "--demo", "--currency", "EUR"))
        .containsEntry("groundwork.demonstration.currency", "EUR");
    assertThat(refusal("serve", "--currency", "euro")).contains("three capital letters");
    assertThat(refusal("serve", "--currency", "XAU")).contains("not XAU");
  }

  @Test
  void takesTheLastOfAnOptionGivenTwice() {
    assertThat(settings("serve", "--data", "first", "--data", "second")).containsEntry("groundwork.data", "second");
  }

  @Test
  void refusesWhatItDoesNotUnderstand() {
    assertThat(refusal("serve", "--prt", "1")).contains("knows no option --prt");
    assertThat(refusal("serve", "extra")).contains("knows no option extra");
    assertThat(refusal("serve", "--demo=yes")).contains("takes no value");
    assertThat(refusal("serve", "--port")).isEqualTo("--port needs a value");
    assertThat(refusal("serve", "--port", "--demo")).isEqualTo("--port needs a value");
    assertThat(refusal("serve", "--data=")).isEqualTo("--data needs a value");
    assertThat(refusal("serve", "--port", "65536")).contains("0 to 65535");
    assertThat(refusal("serve", "--listen", "999.1.1.1")).contains("an address of this machine");
    assertThat(refusal("serve", "--public-url", "ftp://a.example")).contains("https://example.org");
    assertThat(refusal("start")).contains("serve");
  }
}
