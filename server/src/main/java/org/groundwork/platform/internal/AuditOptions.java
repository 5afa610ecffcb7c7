// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What stands after {@code audit}. */
sealed interface AuditOptions {
  String USAGE = """
      usage: groundwork audit verify [--data DIR] [--local HANDLE] [--against FILE]
             groundwork audit verify --file FILE
             groundwork audit head [--data DIR] [--local HANDLE]
             groundwork audit export --to FILE [--data DIR] [--local HANDLE]
      verify checks every log and prints, for each local, ok or the first seal that does not fit; --against also
      compares with the heads that "head" or "export" wrote earlier; --file checks an exported file without a database.""";

  /** What is done with the logs. */
  enum Act {
    VERIFY, HEAD, EXPORT
  }

  /**
   * Work on the database of an installation.
   *
   * @param external address of an external database, empty for our own
   * @param file the file to compare with or to write
   */
  record InDatabase(Act act, Path data, Optional<String> local, Optional<Path> file, String external)
      implements
        AuditOptions {}

  /** Check an exported file. */
  record VerifyFile(Path file) implements AuditOptions {}

  /** Not understood. */
  record Misused(String why) implements AuditOptions {}

  /** Asked how it is used. */
  record Help() implements AuditOptions {}

  /** Reads the words after {@code audit}. The external database comes from the environment, as for {@code serve}. */
  static AuditOptions read(List<String> words) {
    if (words.contains("--help")) {
      return new Help();
    }
    if (words.isEmpty() || !List.of("verify", "head", "export").contains(words.getFirst())) {
      return new Misused("audit needs to know what to do: verify, head or export");
    }
    Act act = Act.valueOf(words.getFirst().toUpperCase(Locale.ROOT));
    var asked = new Asked(act);
    for (int at = 1; at < words.size(); at += 2) {
      if (at + 1 == words.size()) {
        return new Misused(words.get(at) + " needs a value");
      }
      if (!asked.take(words.get(at), words.get(at + 1))) {
        return new Misused("audit " + words.getFirst() + " knows no option " + words.get(at));
      }
    }
    return asked.options();
  }

  /** Options as they are read. */
  final class Asked {
    private final Act act;
    private Path data = Path.of("var/data");
    private Optional<String> local = Optional.empty();
    private Optional<Path> file = Optional.empty();
    private boolean offline;

    Asked(Act act) { this.act = act; }

    boolean take(String option, String value) {
      switch (option) {
        case "--data" -> data = Path.of(value);
        case "--local" -> local = Optional.of(value);
        case "--to", "--against", "--file" -> {
          if (act != (option.equals("--to") ? Act.EXPORT : Act.VERIFY)) {
            return false;
          }
          file = Optional.of(Path.of(value));
          offline = option.equals("--file");
        }
        default -> {
          return false;
        }
      }
      return true;
    }

    AuditOptions options() {
      if (act == Act.EXPORT && file.isEmpty()) {
        return new Misused("audit export needs --to FILE");
      }
      if (offline) {
        return new VerifyFile(file.orElseThrow());
      }
      String external = Optional.ofNullable(System.getenv("GROUNDWORK_DATABASE_URL")).orElse("");
      return new InDatabase(act, data.toAbsolutePath(), local, file, external);
    }
  }
}
