// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.internal;

import org.groundwork.platform.access.PublicAddress;
import org.groundwork.platform.access.SetupCode;
import org.groundwork.platform.web.Installation;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Prints the address once the server answers, with the set-up code where one is needed and, where others can reach the
 * server without https, what is off.
 */
@Component
class Announcement {
  private final PublicAddress address;
  private final Installation installation;
  private final SetupCode setup;

  Announcement(PublicAddress address, Installation installation, SetupCode setup) {
    this.address = address;
    this.installation = installation;
    this.setup = setup;
  }

  /** After {@link PublicAddress} has heard of the port. */
  @EventListener
  @Order
  void ready(ServletWebServerInitializedEvent event) {
    if ("management".equals(event.getApplicationContext().getServerNamespace())) {
      return;
    }
    int port = event.getWebServer().getPort();
    System.out.println("Groundwork answers at " + address.origin()
        .orElseGet(() -> "http://localhost:" + port + ", and at port " + port + " of every address of this machine"));
    setup.printed().ifPresent(code -> System.out.println("Set-up code for founding a local: " + code));
    if (!installation.secure()) {
      System.out.println("Without https passkeys and use without signal are off, and others on the network can read"
          + " what is typed. A proxy with https in front and --public-url https://… change that.");
    }
  }
}
