// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.groundwork.statements.BadFile;
import org.groundwork.statements.CsvMapping;
import org.groundwork.statements.CsvStatements;
import org.groundwork.statements.StatementReader;
import org.groundwork.statements.StatementSink;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;

/** Reads a file of an import, in the way that was chosen for it. */
public final class Reading {
  /** The format is told by what stands in the file. */
  public static final String TOLD = "told";
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final CsvMappings mappings;
  private final StatementFiles files;
  private final Locals locals;

  Reading(JdbcClient jdbc, Transactions transactions, CsvMappings mappings, StatementFiles files, Locals locals) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.mappings = mappings;
    this.files = files;
    this.locals = locals;
  }

  /** Reads all of it. No transaction. */
  void read(UUID imported, StatementSink sink) throws BadFile, IOException {
    String way = transactions.read(() -> jdbc.sql("select reading from banking.import where local_id = ? and id = ?")
        .params(BankScope.local(), imported)
        .query(String.class)
        .single());
    try (InputStream in = files.open(imported)) {
      if (way.equals(TOLD)) {
        StatementReader.read(in, sink);
      } else {
        CsvStatements.read(in.readAllBytes(), mapping(way), sink);
      }
    }
  }

  private CsvMapping mapping(String way) throws BadFile {
    if (CsvMapping.PRESETS.contains(way)) {
      return preset(way);
    }
    String rules = transactions.read(() -> mappings.rules(UUID.fromString(way)));
    return CsvMapping.read(rules.getBytes(StandardCharsets.UTF_8));
  }

  /** Tables of services name payer and payee; the one that is called like the local is nobody else. */
  private CsvMapping preset(String way) throws BadFile {
    String own = transactions.read(() -> locals.profile().name()).replaceAll("\\p{Cntrl}", " ").strip();
    return CsvMapping.read(("preset = " + way + (own.isEmpty() ? "" : "\nown-name = " + own) + "\n")
        .getBytes(StandardCharsets.UTF_8));
  }
}
