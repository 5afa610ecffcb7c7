// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * The address by which browsers reach this server, from its settings alone: what a request says of the host is never
 * believed, so nobody can have a link sent that leads elsewhere.
 */
public final class PublicAddress {
  private final String publicUrl;
  private final String listen;
  private volatile int port;

  PublicAddress(String publicUrl, String listen) {
    this.publicUrl = publicUrl;
    this.listen = listen;
  }

  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void ready(ServletWebServerInitializedEvent event) {
    if (!"management".equals(event.getApplicationContext().getServerNamespace())) {
      port = event.getWebServer().getPort();
    }
  }

  /** Scheme, host and port without a trailing slash; empty where the server listens widely and nobody said its name. */
  public Optional<String> origin() {
    if (!publicUrl.isEmpty()) {
      return Optional.of(publicUrl);
    }
    try {
      var address = InetAddress.getByName(listen);
      if (address.isAnyLocalAddress()) {
        return Optional.empty();
      }
      return Optional.of("http://" + named(address) + ":" + port);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("the address to listen on cannot be found", e);
    }
  }

  private String named(InetAddress address) {
    if (address.isLoopbackAddress()) {
      return "localhost";
    }
    return listen.contains(":") ? "[" + listen + "]" : listen;
  }

  /** The origin if browsers offer passkeys there: https, or this computer. */
  public Optional<String> passkeyOrigin() {
    return origin().filter(at -> at.startsWith("https://") || at.startsWith("http://localhost:"));
  }

  /** The domain that passkeys are bound to. */
  public Optional<String> passkeyDomain() {
    return passkeyOrigin().map(at -> URI.create(at).getHost());
  }
}
