// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.groundwork.Groundwork;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole product on a free port with data of its own, which goes away with it. */
final class RunningProduct implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final Path data;

  private RunningProduct(ConfigurableApplicationContext context, Path data) {
    this.context = context;
    this.data = data;
  }

  static RunningProduct empty(String... settings) {
    try {
      Path data = Files.createTempDirectory("groundwork-e2e");
      var application = new SpringApplication(Groundwork.class);
      var arguments = new java.util.ArrayList<>(List.of("--server.port=0", "--groundwork.data=" + data));
      arguments.addAll(List.of(settings));
      return new RunningProduct(application.run(arguments.toArray(String[]::new)), data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String address() {
    var server = java.util.Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer(), "it serves");
    return "http://localhost:" + server.getPort();
  }

  <T> T bean(Class<T> type) { return context.getBean(type); }

  @Override
  public void close() {
    context.close();
    try (var files = Files.walk(data)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
