// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Charts of accounts that come with the program, as data: a row an account, with its name in each language. */
final class Charts {
  /** An account that a local begins with. */
  record Row(String code, AccountKind kind, Optional<UsedFor> usedFor, String name) {}

  private static final String SMALL_LOCAL = "/ledger/small-local.csv";

  private Charts() {}

  /** What a small local begins with, in a language; in English if there is no other. */
  static List<Row> smallLocal(Locale language) {
    try (InputStream in = Objects.requireNonNull(Charts.class.getResourceAsStream(SMALL_LOCAL))) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      int found = List.of(lines.getFirst().split(";", -1)).indexOf(language.getLanguage());
      int column = found < 0 ? 3 : found;
      return lines.stream().skip(1).map(line -> line.split(";", -1)).map(cells -> row(cells, column)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String[] cells, int name) {
    return new Row(cells[0], AccountKind.of(cells[1]),
        cells[2].isEmpty() ? Optional.empty() : Optional.of(UsedFor.of(cells[2])), cells[name]);
  }
}
