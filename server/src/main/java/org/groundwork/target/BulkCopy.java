// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * One bulk copy in PostgreSQL's text format inside the current transaction, sent in pieces so that memory stays bounded.
 */
final class BulkCopy implements AutoCloseable {
  private static final int PIECE = 1 << 16;
  private final CopyIn in;
  private final StringBuilder pending = new StringBuilder(PIECE + 4096);

  /** @param into the table and its columns */
  BulkCopy(DataSource dataSource, String into) {
    try {
      in = DataSourceUtils.getConnection(dataSource)
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(String.join(" ", "copy", into, "from", "stdin"));
    } catch (SQLException e) {
      throw new IllegalStateException("the copy into " + into + " did not begin", e);
    }
  }

  void row(@Nullable String... fields) {
    for (int at = 0; at < fields.length; at++) {
      if (at > 0) {
        pending.append('\t');
      }
      String field = fields[at];
      if (field == null) {
        pending.append("\\N");
      } else {
        escape(field);
      }
    }
    pending.append('\n');
    if (pending.length() > PIECE) {
      send();
    }
  }

  static String array(List<String> texts) {
    var array = new StringBuilder("{");
    for (String text : texts) {
      array.append(array.length() > 1 ? "," : "")
          .append('"')
          .append(text.replace("\\", "\\\\").replace("\"", "\\\""))
          .append('"');
    }
    return array.append('}').toString();
  }

  private void escape(String field) {
    for (int at = 0; at < field.length(); at++) {
      char c = field.charAt(at);
      switch (c) {
        case '\\' -> pending.append("\\\\");
        case '\t' -> pending.append("\\t");
        case '\n' -> pending.append("\\n");
        case '\r' -> pending.append("\\r");
        case 0 -> pending.append(' ');
        default -> pending.append(c);
      }
    }
  }

  private void send() {
    byte[] piece = pending.toString().getBytes(StandardCharsets.UTF_8);
    pending.setLength(0);
    try {
      in.writeToCopy(piece, 0, piece.length);
    } catch (SQLException e) {
      throw new IllegalStateException("a bulk copy broke off", e);
    }
  }

  @Override
  public void close() {
    send();
    try {
      in.endCopy();
    } catch (SQLException e) {
      throw new UncheckedIOException(new IOException("a bulk copy did not end", e));
    }
  }
}
