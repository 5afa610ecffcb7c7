// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.groundwork.cards.CardHook;
import org.groundwork.platform.access.Limited;
import org.groundwork.platform.access.OpenRoute;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where Stripe sends its messages. Whatever is not signed for the local gets one answer, whether the local is there or not. */
@Controller
class CardHookController {
  private static final int PER_MINUTE = 600;
  private static final String SIGNATURE = "Stripe-Signature";
  private final CardHook hook;

  CardHookController(CardHook hook) { this.hook = hook; }

  @PostMapping("/hooks/cards/{hook}")
  @OpenRoute(why = "Stripe has no session; only what it signed for this local is believed, and of that only that something changed")
  @Limited(perMinute = PER_MINUTE)
  void take(@PathVariable("hook") String handle, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String signature = request.getHeader(SIGNATURE);
    byte[] body = request.getContentLengthLong() > CardHook.LARGEST
        ? new byte[0]
        : request.getInputStream().readNBytes(CardHook.LARGEST + 1);
    boolean taken = body.length > 0 && body.length <= CardHook.LARGEST && signature != null
        && hook.take(handle, body, signature);
    response.setStatus(taken ? HttpServletResponse.SC_OK : HttpServletResponse.SC_BAD_REQUEST);
  }
}
