// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.e2e;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

/** A phone's own passkey store, played by the browser: it agrees to everything it is asked. */
final class Authenticator {
  private Authenticator() {}

  /** Gives the page's browser a store that keeps passkeys and verifies its owner. */
  static void addTo(BrowserContext context, Page page) {
    var cdp = context.newCDPSession(page);
    cdp.send("WebAuthn.enable");
    var options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    for (String able : new String[]{"hasResidentKey", "hasUserVerification", "isUserVerified",
        "automaticPresenceSimulation"}) {
      options.addProperty(able, true);
    }
    var asked = new JsonObject();
    asked.add("options", options);
    cdp.send("WebAuthn.addVirtualAuthenticator", asked);
  }
}
