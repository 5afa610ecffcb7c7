// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Answers {@code GET /metrics} at this machine's own address, apart from the pages' port. A browser that was led here
 * under another host's name is refused.
 */
final class MetricsPort implements SmartLifecycle {
  private static final int OFF = 0;
  private final int wanted;
  private final Supplier<String> figures;
  private @Nullable HttpServer server;
  private @Nullable ExecutorService thread;

  /** @param wanted the port; 0 for none */
  MetricsPort(int wanted, Supplier<String> figures) {
    this.wanted = wanted;
    this.figures = figures;
  }

  @Override
  public void start() {
    if (wanted == OFF) {
      return;
    }
    try {
      var opened = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), wanted), 8);
      thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("metrics").factory());
      opened.setExecutor(thread);
      opened.createContext("/", this::answer);
      opened.start();
      server = opened;
    } catch (IOException e) {
      throw new UncheckedIOException("The port " + wanted + " of groundwork.metrics.port cannot be opened", e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
      boolean asked = exchange.getRequestMethod().equals("GET") && exchange.getRequestURI().getPath().equals("/metrics")
          && host.matches("(localhost|127\\.0\\.0\\.1)(:\\d{1,5})?");
      if (!asked) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] body = figures.get().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", Exposition.TYPE);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
      server = null;
    }
    if (thread != null) {
      thread.shutdownNow();
    }
  }

  @Override
  public boolean isRunning() { return server != null; }
}
