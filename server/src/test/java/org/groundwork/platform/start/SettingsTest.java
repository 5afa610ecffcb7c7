// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Every setting is known, described and, where nobody reads it, refused. */
class SettingsTest {
  private static final Pattern READ = Pattern.compile("\\$\\{(groundwork\\.[a-z.-]+)(?::([^}]*))?}");

  /** The project's directory, wherever the build runs the test. */
  private static Path root() {
    Path at = Path.of("").toAbsolutePath();
    return Files.exists(at.resolve("groundwork")) ? at : at.resolve("..").normalize();
  }

  private static Map<String, String> known() {
    return Settings.known().stream().collect(Collectors.toMap(Settings.Setting::name, Settings.Setting::fallback));
  }

  /** What {@code @Value} in the code asks for, with the fallback it gives or the one of application.yaml. */
  private static Map<String, String> readByCode() throws IOException {
    var found = new HashMap<String, String>();
    try (var files = Files.walk(root().resolve("server/src/main/java"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        READ.matcher(Files.readString(file)).results().forEach(read -> {
          String fallback = read.group(2) == null ? known().getOrDefault(read.group(1), "") : read.group(2);
          assertThat(found.merge(read.group(1), fallback, (a, b) -> b)).as(read.group(1)).isEqualTo(fallback);
        });
      }
    }
    return found;
  }

  @Test
  void knowsExactlyWhatTheCodeReads() throws IOException { assertThat(readByCode()).isNotEmpty().isEqualTo(known()); }

  @Test
  void describesExactlyWhatItKnows() throws IOException {
    var rows = Files.readAllLines(root().resolve("docs/operations.md"))
        .stream()
        .filter(line -> line.startsWith("| `groundwork."))
        .map(line -> List.of(line.split("\\s*\\|\\s*", -1)).subList(1, 6))
        .toList();
    assertThat(rows.stream().map(List::getFirst))
        .containsExactlyElementsOf(Settings.known().stream().map(setting -> "`" + setting.name() + "`").toList());
    for (int at = 0; at < rows.size(); at++) {
      var setting = Settings.known().get(at);
      assertThat(rows.get(at).get(1)).isEqualTo("`" + setting.variable() + "`");
      assertThat(rows.get(at).get(2)).as(setting.name())
          .isEqualTo(setting.fallback().isEmpty() ? "" : "`" + setting.fallback() + "`");
      assertThat(rows.get(at).get(3)).as(setting.name()).isEqualTo(setting.secret() ? "yes" : "");
      assertThat(rows.get(at).get(4)).as(setting.name() + " is explained").isNotBlank();
    }
  }

  @Test
  void knowsTheVariablesOfTheLauncher() throws IOException {
    String launcher = Files.readString(root().resolve("groundwork"));
    var described = Pattern.compile("^#   (GROUNDWORK_[A-Z_]+)", Pattern.MULTILINE)
        .matcher(launcher)
        .results()
        .map(found -> found.group(1))
        .toList();
    assertThat(Settings.launcher()).containsExactlyInAnyOrderElementsOf(described);
  }

  private static void check(String source, Map<String, Object> settings) {
    var environment = new StandardEnvironment();
    environment.getPropertySources()
        .replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                source.equals("environment") ? settings : Map.of()));
    if (!source.equals("environment")) {
      environment.getPropertySources().addFirst(new MapPropertySource(source, settings));
    }
    SettingsCheck.check(environment);
  }

  @Test
  void refusesASettingNobodyReads() {
    assertThatThrownBy(() -> check("file", Map.of("groundwork.databse.url", "x"))).isInstanceOf(BadSetting.class)
        .hasMessage("There is no setting groundwork.databse.url; the settings are listed in docs/operations.md, "
            + "\"Settings\".");
    assertThatThrownBy(() -> check("environment", Map.of("GROUNDWORK_DATABSE_URL", "x")))
        .hasMessageContaining("GROUNDWORK_DATABSE_URL");
  }

  @Test
  void saysWhatToUseInsteadOfOneThatIsElsewhere() {
    assertThatThrownBy(() -> check("environment", Map.of("GROUNDWORK_PORT", "80"))).hasMessageContaining("--port");
    assertThatThrownBy(() -> check("file", Map.of("groundwork.listen", "::1"))).hasMessageContaining("--listen");
  }

  @Test
  void takesEveryWayOfWritingAKnownOneAndLeavesOthersAlone() {
    check("file", Map.of("groundwork.public-url", "a", "groundwork.publicUrl", "b", "server.port", "1"));
    check("environment", Map.of("GROUNDWORK_PUBLIC_URL", "a", "GROUNDWORK_JDK", "b", "PATH", "c"));
    check(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME, Map.of("groundwork.docs.write", "true"));
  }

  @Test
  void tellsNoSecretInItsTable() {
    assertThat(Settings.known().stream().filter(Settings.Setting::secret).map(Settings.Setting::name))
        .containsExactly("groundwork.database.url", "groundwork.mail.password");
  }
}
