// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names with a schema in a migration, comments and literals left out. */
record MigrationText(String plain) {
  private static final Pattern NOISE = Pattern.compile("--[^\\n]*|/\\*.*?\\*/|'(?:[^']|'')*'", Pattern.DOTALL);
  private static final Pattern NAME = Pattern
      .compile("(\\breferences\\s+)?(?<![.a-z0-9_])([a-z_][a-z0-9_]*)\\.([a-z_][a-z0-9_]*)(?![.a-z0-9_])");

  /**
   * A name of the form {@code schema.name}.
   *
   * @param asForeignKey whether a foreign key points at it
   */
  record Name(String schema, String name, boolean asForeignKey) {}

  static MigrationText of(String text) {
    return new MigrationText(NOISE.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT));
  }

  Stream<Name> names() {
    return NAME.matcher(plain).results().map(m -> new Name(m.group(2), m.group(3), m.group(1) != null));
  }
}
