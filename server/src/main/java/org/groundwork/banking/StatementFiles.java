// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files of banks, sealed in pieces until they are taken or dropped, so that none of them ever lies open on a disk of ours. */
final class StatementFiles {
  private static final int PIECE = 1 << 20;
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final BankSeals seals;
  private final Ids ids;
  private final Clock clock;

  StatementFiles(JdbcClient jdbc, Transactions transactions, BankSeals seals, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.seals = seals;
    this.ids = ids;
    this.clock = clock;
  }

  /** Keeps a file of an import, in the caller's transaction. */
  void keep(UUID imported, InputStream content) throws IOException {
    int place = 0;
    for (byte[] piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
      UUID id = ids.next();
      jdbc.sql("""
          insert into banking.file_part (local_id, id, import_id, place, content, changed_by, changed_at)
          values (?, ?, ?, ?, ?, ?::uuid, ?)""")
          .params(BankScope.local(), id, imported, place++, seals.seal("file_part", "content", id, piece))
          .param(BankScope.author())
          .param(Timestamp.from(clock.instant()))
          .update();
    }
  }

  /** Deletes the file of an import. */
  void remove(UUID imported) {
    jdbc.sql("delete from banking.file_part where local_id = ? and import_id = ?")
        .params(BankScope.local(), imported)
        .update();
  }

  /** Reads a file piece by piece, each in a transaction of its own. */
  InputStream open(UUID imported) {
    return new Pieces(imported);
  }

  private Optional<byte[]> piece(UUID imported, int place) {
    return transactions.read(() -> jdbc
        .sql("select id, content from banking.file_part where local_id = ? and import_id = ? and place = ?")
        .params(BankScope.local(), imported, place)
        .query((rs, i) -> seals.openBytes("file_part", "content", rs.getObject(1, UUID.class), rs.getBytes(2)))
        .optional());
  }

  /** One piece after the other. */
  private final class Pieces extends InputStream {
    private final UUID imported;
    private byte[] piece = {};
    private int at;
    private int next;

    Pieces(UUID imported) { this.imported = imported; }

    private boolean more() {
      if (at < piece.length) {
        return true;
      }
      Optional<byte[]> found = piece(imported, next);
      found.ifPresent(bytes -> {
        piece = bytes;
        at = 0;
        next++;
      });
      return found.isPresent();
    }

    @Override
    public int read() { return more() ? piece[at++] & 0xFF : -1; }

    @Override
    public int read(byte[] into, int from, int length) {
      if (length == 0) {
        return 0;
      }
      if (!more()) {
        return -1;
      }
      int copied = Math.min(length, piece.length - at);
      System.arraycopy(piece, at, into, from, copied);
      at += copied;
      return copied;
    }
  }
}
