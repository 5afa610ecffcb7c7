// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LinkCookieTest {
  private static final LinkCookie TYPED = new LinkCookie("gw-zebra", "stable", Duration.ofMinutes(30), false);
  private static final LinkCookie SENT = new LinkCookie("gw-zebra", "stable", Duration.ofMinutes(30), true);
  private final MockHttpServletRequest request = new MockHttpServletRequest();
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  private String set() { return String.valueOf(response.getHeader("Set-Cookie")); }

  @Test
  void isSentToOnePageOfOneLocalForAWhileAndToNoScript() {
    TYPED.keep("h0me", "s3cret_-", request, response);
    assertThat(set()).startsWith("gw-zebra=s3cret_-;")
        .contains("Path=/r/h0me/stable", "Max-Age=1800", "HttpOnly", "SameSite=Strict")
        .doesNotContain("Secure");
  }

  @Test
  void goesOverAnEncryptedLineOnlyWhereThereIsOne() {
    request.setSecure(true);
    TYPED.keep("h0me", "s3cret", request, response);
    assertThat(set()).contains("Secure");
  }

  @Test
  void followsTheRedirectOfALinkInAMessageOnlyWhereOneIsSent() {
    SENT.keep("h0me", "s3cret", request, response);
    assertThat(set()).contains("SameSite=Lax");
  }

  @Test
  void isForgotten() {
    TYPED.forget("h0me", request, response);
    assertThat(set()).startsWith("gw-zebra=;").contains("Max-Age=0", "Path=/r/h0me/stable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "a;b", "ü", "a\r\nb"})
  void keepsNothingThatNoSecretIs(String secret) {
    TYPED.keep("h0me", secret, request, response);
    assertThat(set()).startsWith("gw-zebra=;").contains("Max-Age=1800");
    request.setCookies(new Cookie("gw-zebra", secret));
    assertThat(TYPED.read(request)).isEmpty();
  }

  @Test
  void keepsNothingLongerThanASecret() {
    TYPED.keep("h0me", "a".repeat(200), request, response);
    assertThat(set()).contains("a".repeat(200));
    request.setCookies(new Cookie("gw-zebra", "a".repeat(201)));
    assertThat(TYPED.read(request)).isEmpty();
  }

  @Test
  void readsItsOwnAmongOthers() {
    assertThat(TYPED.read(request)).isEmpty();
    request.setCookies(new Cookie("gw-horse", "theirs"), new Cookie("gw-zebra", "ours"));
    assertThat(TYPED.read(request)).contains("ours");
  }
}
