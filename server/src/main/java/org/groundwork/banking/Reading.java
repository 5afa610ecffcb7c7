// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.groundwork.statements.BadFile;
import org.groundwork.statements.CsvMapping;
import org.groundwork.statements.CsvStatements;
import org.groundwork.statements.StatementReader;
import org.groundwork.statements.StatementSink;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.groundwork.platform.tenancy.Transactions;

/** Reads a file of an import, in the way that was chosen for it. */
public final class Reading {
  /** The format is told by what stands in the file. */
  public static final String TOLD = "told";
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final CsvMappings mappings;
  private final StatementFiles files;

  Reading(JdbcClient jdbc, Transactions transactions, CsvMappings mappings, StatementFiles files) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.mappings = mappings;
    this.files = files;
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
      return CsvMapping.preset(way);
    }
    String rules = transactions.read(() -> mappings.rules(UUID.fromString(way)));
    return CsvMapping.read(rules.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
