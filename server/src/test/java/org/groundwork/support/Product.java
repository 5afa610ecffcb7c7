// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.groundwork.Groundwork;
import org.groundwork.platform.database.DatabaseAccess;
import org.groundwork.platform.database.DatabaseRole;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole application on a port of its own with a database of its own, started when a test first asks and shared by
 * every test of this JVM. Tests keep apart by founding locals of their own. Its data is deleted when the JVM ends.
 */
public final class Product {
  private static final AtomicInteger FOUNDED = new AtomicInteger();

  private static final class Shared {
    static final Product PRODUCT = start();
  }

  private final ConfigurableApplicationContext context;
  private final TestClock clock;
  private final URI url;

  private Product(ConfigurableApplicationContext context, TestClock clock) {
    this.context = context;
    this.clock = clock;
    var server = Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer());
    url = URI.create("http://127.0.0.1:" + server.getPort());
  }

  /** The product of this JVM; the first call takes some seconds. */
  public static Product shared() {
    return Shared.PRODUCT;
  }

  private static Product start() {
    Path data = directory();
    var clock = new TestClock();
    var application = new SpringApplication(Groundwork.class);
    application.setRegisterShutdownHook(false);
    application.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(new TestWiring(clock)));
    var context = application.run("--server.port=0", "--server.address=127.0.0.1", "--groundwork.data=" + data,
        "--logging.level.org.groundwork=warn", "--groundwork.cards.api=" + FakeStripe.shared().url());
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(context, data)));
    return new Product(context, clock);
  }

  private static Path directory() {
    try {
      // reachable for the user the database server runs as where it cannot run as ours; keys inside stay our own
      return Files.createTempDirectory("groundwork-test",
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stop(ConfigurableApplicationContext context, Path data) {
    context.close();
    try (var files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it answers. */
  public URI url() { return url; }

  /** The product's clock, which tests set forward. */
  public TestClock clock() { return clock; }

  /** A part of the running product. */
  public <T> T bean(Class<T> type) { return context.getBean(type); }

  /** Every part of the running product of one type. */
  public <T> Map<String, T> beans(Class<T> type) {
    return context.getBeansOfType(type);
  }

  /** Somebody who has never been here. */
  public Visitor visitor() { return new Visitor(url); }

  /** Founds a local through the services, with a founder whose name is made up. */
  public FoundedLocal found() {
    return found("Founder " + FOUNDED.incrementAndGet());
  }

  /** Founds a local through the services. */
  public FoundedLocal found(String founder) {
    return FoundedLocal.throughServices(this, founder);
  }

  /** Founds a local the way people do, page by page; the visitor is left signed in on the recovery sheet's page. */
  public FoundedLocal foundThroughPages(String founder, String pin) {
    return FoundedLocal.throughPages(this, founder, pin);
  }

  /** A connection to the database as one of its roles, outside the product's pools. The caller closes it. */
  public Connection connection(DatabaseRole role) {
    var access = bean(DatabaseAccess.class);
    try {
      return DriverManager.getConnection(access.url(), role.roleName(), access.password(role));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
