// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Refuses a start with a setting nobody reads: a misspelt {@code GROUNDWORK_DATABASE_URL} would otherwise start on an
 * empty database of our own without a word. Runs after the files were read and logging is as the settings say.
 */
final class SettingsCheck implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

  @Override
  public void initialize(ConfigurableApplicationContext context) { check(context.getEnvironment()); }

  /** @throws BadSetting with a sentence */
  static void check(ConfigurableEnvironment environment) {
    environment.getPropertySources()
        .stream()
        .flatMap(source -> source instanceof EnumerablePropertySource<?> listed ? complaints(listed) : Stream.empty())
        .findFirst()
        .ifPresent(sentence -> {
          throw new BadSetting(sentence);
        });
  }

  /** Java's own properties are not a way to give settings; the build and the tests use them. */
  private static Stream<String> complaints(EnumerablePropertySource<?> source) {
    boolean variables = source.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
    if (source.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME)) {
      return Stream.empty();
    }
    return Arrays.stream(source.getPropertyNames())
        .map(name -> variables ? Settings.complaintOfVariable(name) : Settings.complaint(name))
        .flatMap(Optional::stream);
  }

  @Override
  public int getOrder() { return Ordered.HIGHEST_PRECEDENCE; }
}
