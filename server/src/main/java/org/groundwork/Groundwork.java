// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork;

import java.nio.file.Path;
import java.util.List;
import org.groundwork.platform.start.Commands;
import org.groundwork.platform.start.DataDirectory;
import org.groundwork.platform.start.ServeOptions;
import org.groundwork.platform.start.StartFailure;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** The application. Its modules are the packages beside this class, each introduced by its {@code package-info}. */
@SpringBootApplication(exclude = {DataSourceAutoConfiguration.class, DataSourceInitializationAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class, FlywayAutoConfiguration.class,
    UserDetailsServiceAutoConfiguration.class})
public class Groundwork {

  /** Runs one command: {@code serve} and its options, or one of the table. */
  public static void main(String[] arguments) {
    var command = Commands.named(arguments.length == 0 ? "" : arguments[0]);
    if (command.isPresent()) {
      System.exit(command.get().run(List.of(arguments).subList(1, arguments.length), System.out, System.err));
    }
    var options = ServeOptions.read(arguments);
    switch (options) {
      case ServeOptions.Serve serve -> serve(serve);
      case ServeOptions.Misused(String why) -> {
        System.err.println("groundwork: " + why);
        System.err.println("\"./groundwork help serve\" lists its options.");
        System.exit(2);
      }
    }
  }

  private static void serve(ServeOptions.Serve options) {
    var refused = DataDirectory.prepare(Path.of(String.valueOf(options.properties().get("groundwork.data"))));
    if (refused.isPresent()) {
      System.err.println("groundwork: " + refused.get());
      System.exit(1);
    }
    var application = new SpringApplication(Groundwork.class);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setLogStartupInfo(false);
    String[] settings = options.properties()
        .entrySet()
        .stream()
        .map(e -> "--" + e.getKey() + "=" + e.getValue())
        .toArray(String[]::new);
    try {
      application.run(settings);
    } catch (RuntimeException failure) {
      System.err.println("groundwork: " + StartFailure.sentence(failure));
      System.exit(StartFailure.status(failure));
    }
  }
}
