// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.internal;

import org.groundwork.platform.access.SetupCode;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints the address, and the set-up code where one is needed, once the server answers. */
@Component
class Announcement {
  private final String listen;
  private final String publicUrl;
  private final SetupCode setup;

  Announcement(@Value("${server.address}") String listen, @Value("${groundwork.public-url}") String publicUrl,
      SetupCode setup) {
    this.listen = listen;
    this.publicUrl = publicUrl;
    this.setup = setup;
  }

  @EventListener
  void ready(ServletWebServerInitializedEvent event) {
    if ("management".equals(event.getApplicationContext().getServerNamespace())) {
      return;
    }
    String host = listen.equals("127.0.0.1") ? "localhost" : listen;
    System.out.println("Groundwork answers at "
        + (publicUrl.isEmpty() ? "http://" + host + ":" + event.getWebServer().getPort() : publicUrl));
    setup.printed().ifPresent(code -> System.out.println("Set-up code for founding a local: " + code));
  }
}
