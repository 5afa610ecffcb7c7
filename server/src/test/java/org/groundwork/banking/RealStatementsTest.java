// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.groundwork.statements.BadFile;
import org.groundwork.statements.Line;
import org.groundwork.statements.StatementReader;
import org.groundwork.statements.Statements;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files that banks really sent, through the import as a treasurer sends them. */
@Tag("real-data")
@ExtendWith(ProductExtension.class)
class RealStatementsTest {
  private static final Path DATA = Path
      .of(Objects.requireNonNullElse(System.getenv("GROUNDWORK_DATA"), "../../shared/data"))
      .resolve("accounting");

  /** The booked lines with an amount, by currency, as the library alone reads them; empty for a file with a defect. */
  private static Optional<Map<String, List<Line>>> expected(byte[] file) throws IOException {
    var statements = new Statements();
    try {
      StatementReader.read(new java.io.ByteArrayInputStream(file), statements);
    } catch (BadFile bad) {
      return Optional.empty();
    }
    var byCurrency = new HashMap<String, List<Line>>();
    var keys = new HashSet<String>();
    statements.all()
        .stream()
        .flatMap(whole -> whole.lines().stream())
        .filter(line -> line.status() == Line.Status.BOOKED && line.amount().minor() != 0
            && line.booked().or(line::value).isPresent() && line.booked().or(line::value).get().getYear() >= 2000)
        .filter(line -> keys.add(line.amount().currency() + line.key())) // a file may hold a statement twice
        .forEach(line -> byCurrency.computeIfAbsent(line.amount().currency(), _ -> new ArrayList<>()).add(line));
    return Optional.of(byCurrency);
  }

  @Test
  void bringsInEveryFileWholeOrNotAtAll(Product product) throws IOException {
    int taken = 0;
    int refused = 0;
    for (Path path : files()) {
      byte[] file = Files.readAllBytes(path);
      var expected = expected(file);
      for (String currency : expected.map(Map::keySet)
          .filter(keys -> !keys.isEmpty())
          .orElse(java.util.Set.of("EUR"))) {
        var bank = OpenBank.of(product.found(), currency);
        var into = bank.account();
        var look = bank.look(into, Reading.TOLD, file);
        if (expected.isEmpty()) {
          assertThat(look.state()).as(path.toString()).isEqualTo(StatementImport.State.REFUSED);
          assertThat(look.wrong()).as(path.toString()).isNotEmpty();
          refused++;
        } else {
          var lines = expected.get().getOrDefault(currency, List.of());
          assertThat(look.found().fresh()).as(path.toString()).isEqualTo(lines.size());
          bank.take(look);
          assertThat(bank.open(into).stream().mapToLong(line -> line.amount().minor()).sum()).as(path.toString())
              .isEqualTo(lines.stream().mapToLong(line -> line.amount().minor()).sum());
          assertThat(bank.look(into, Reading.TOLD, file).found().fresh()).as(path.toString()).isZero();
          taken++;
        }
      }
    }
    assertThat(taken).isGreaterThan(40);
    assertThat(refused).isGreaterThan(2);
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(DATA)) {
      return all.filter(path -> path.toString().endsWith(".sta") || path.toString().endsWith("mt940.txt")
          || (path.toString().contains("/camt/") && path.toString().endsWith(".xml")))
          .sorted()
          .toList();
    }
  }
}
