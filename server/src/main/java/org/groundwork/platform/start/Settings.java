// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Every setting the product reads, as the table in {@code docs/operations.md} describes it. A test compares both with the
 * code that reads settings.
 */
public final class Settings {

  /**
   * One setting.
   *
   * @param name as in {@code application.properties}
   * @param fallback what holds where nothing is set; may be empty
   * @param secret whether its value must be kept from others
   */
  public record Setting(String name, String fallback, boolean secret) {

    /** The environment variable that sets it. */
    public String variable() {
      return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
  }

  /** A name under which a setting is not, or no longer, found, and what to use instead. */
  record Moved(String name, String instead) {}

  private static final List<Setting> KNOWN = List.of(open("groundwork.data", "var/data"),
      open("groundwork.demonstration", "false"), open("groundwork.demonstration.currency", "USD"),
      open("groundwork.empty", "false"), open("groundwork.public-url", ""),
      secret("groundwork.database.url"), open("groundwork.access.passkeys", "required"),
      open("groundwork.limits.address-header", ""), open("groundwork.limits.factor", "1"),
      open("groundwork.mail.host", ""), open("groundwork.mail.port", "587"), open("groundwork.mail.user", ""),
      secret("groundwork.mail.password"), open("groundwork.mail.from", ""), open("groundwork.mail.name", ""),
      open("groundwork.mail.tls", "starttls"), open("groundwork.mail.hold", "false"),
      open("groundwork.metrics.port", "0"),
      open("groundwork.files.megabytes-per-local", "4096"), open("groundwork.reinforcement.calls-a-week", "2"),
      open("groundwork.reinforcement.wave-minutes", "20"), open("groundwork.reinforcement.rapid-hours", "6"),
      open("groundwork.cards.api", ""));

  private static final List<Moved> MOVED = List.of(
      new Moved("groundwork.port", "use --port or the setting server.port"),
      new Moved("groundwork.listen", "use --listen or the setting server.address"));

  /** Variables of the launcher, which the product does not read. */
  private static final List<String> LAUNCHER = List.of("GROUNDWORK_JDK", "GROUNDWORK_JDK_DIRS", "GROUNDWORK_HEAP",
      "GROUNDWORK_DATA", "GROUNDWORK_CHROMIUM", "GROUNDWORK_PICTURES", "GROUNDWORK_NO_INSTALL", "GROUNDWORK_NO_AOT");

  private Settings() {}

  private static Setting open(String name, String fallback) { return new Setting(name, fallback, false); }

  private static Setting secret(String name) { return new Setting(name, "", true); }

  /** The settings, in the order of the documentation. */
  public static List<Setting> known() { return KNOWN; }

  /** The launcher's own variables, in the order of the documentation. */
  public static List<String> launcher() {
    return LAUNCHER;
  }

  /** What is wrong with a setting of that name, given in a file or on a command line; empty if it is known. */
  static Optional<String> complaint(String name) {
    if (!name.startsWith("groundwork.")) {
      return Optional.empty();
    }
    if (KNOWN.stream().anyMatch(setting -> plain(setting.name()).equals(plain(name)))) {
      return Optional.empty();
    }
    return Optional.of(unknown(name, name));
  }

  /** {@link #complaint} for an environment variable. */
  static Optional<String> complaintOfVariable(String variable) {
    if (!variable.startsWith("GROUNDWORK_") || LAUNCHER.contains(variable)
        || KNOWN.stream().anyMatch(setting -> setting.variable().equals(variable))) {
      return Optional.empty();
    }
    return Optional.of(unknown(variable, variable));
  }

  private static String unknown(String said, String name) {
    String instead = MOVED.stream()
        .filter(moved -> plain(moved.name()).equals(plain(name)))
        .map(moved -> "; " + moved.instead())
        .findFirst()
        .orElse("; the settings are listed in docs/operations.md, \"Settings\"");
    return "There is no setting " + said + instead + ".";
  }

  /** However a name is written in a file or a variable. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[._-]", "");
  }
}
