// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.e2e;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What every page is checked for is found where it is planted. */
class HandTest {
  @Test
  void refusesAFieldWithoutANameATooWidePageAndAnIdentifierTwice() {
    try (var chromium = new Chromium(); var phone = chromium.phone("en-US")) {
      assertThatCode(() -> shown(phone.newPage(), "<label>Name <input></label>")).doesNotThrowAnyException();
      assertThatThrownBy(() -> shown(phone.newPage(), "<input>")).hasMessageContaining("accessibility")
          .hasMessageContaining("label: ");
      assertThatThrownBy(() -> shown(phone.newPage(), "<p style='color:#ddd;background:#fff'>Pale</p>"))
          .hasMessageContaining("color-contrast: ");
      assertThatThrownBy(() -> shown(phone.newPage(), "<p style='width:500px'>Wide</p>"))
          .hasMessageContaining("wider than the screen");
      assertThatThrownBy(() -> shown(phone.newPage(), "<p id='one'>One</p><p id='one'>One</p>"))
          .hasMessageContaining("twice");
    }
  }

  private static void shown(com.microsoft.playwright.Page page, String body) {
    page.setContent("<!DOCTYPE html><html lang='en'><head><title>Planted</title>"
        + "<meta name='viewport' content='width=device-width'></head><body><main><h1>Planted</h1>" + body
        + "</main></body></html>");
    new Hand(page, "about:blank", "").look();
  }
}
