// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.host;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.host.SealedColumns.Column;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.SealedFieldException;

/**
 * Seals the values of a column anew, some hundred in one transaction. A value that somebody changes meanwhile is left to
 * them: they seal with the new key. Nothing is remembered between runs, because each value tells which key sealed it.
 */
final class Resealing {
  private static final UUID FIRST = new UUID(0, 0);
  private final Connection owner;
  private final KeyStore keys;

  /** @param owner a connection as the owner of the tables, without automatic commit */
  Resealing(Connection owner, KeyStore keys) {
    this.owner = owner;
    this.keys = keys;
  }

  /** How many values were sealed anew, and how many do not open and were left. */
  record Tally(long done, long unreadable) {
    Tally plus(Tally other) { return new Tally(done + other.done, unreadable + other.unreadable); }
  }

  private record Value(UUID row, byte[] sealed) {}

  /** Seals anew what one owner of keys has in a column under an older key. */
  Tally column(Column column, UUID local) throws SQLException {
    var cipher = new FieldCipher(keys, column.purpose());
    byte[] primary = ByteBuffer.allocate(4).putInt(keys.keyIds(local, column.purpose()).primary()).array();
    var tally = new Tally(0, 0);
    UUID after = FIRST;
    for (List<Value> some = outdated(column, local, primary, after); !some.isEmpty(); some = outdated(column, local,
        primary, after)) {
      tally = tally.plus(reseal(column, local, cipher, some));
      after = some.getLast().row();
    }
    owner.commit();
    return tally;
  }

  private List<Value> outdated(Column column, UUID local, byte[] primary, UUID after) throws SQLException {
    String question = String.join(" ", "select", column.row() + ",", column.name(), "from", column.table(), "where",
        column.ofOwner(), "and", column.row(), "> ? and", column.keyId(), "<> ? order by", column.row(), "limit 500");
    try (var statement = owner.prepareStatement(question)) {
      statement.setObject(1, local);
      statement.setObject(2, after);
      statement.setBytes(3, primary);
      var found = new ArrayList<Value>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(new Value(rows.getObject(1, UUID.class), rows.getBytes(2)));
        }
      }
      return found;
    }
  }

  private Tally reseal(Column column, UUID local, FieldCipher cipher, List<Value> some) throws SQLException {
    long unreadable = 0;
    String change = String.join(" ", "update", column.table(), "set", column.name(), "= ? where", column.ofOwner(),
        "and",
        column.row(), "= ? and", column.name(), "= ?");
    try (var statement = owner.prepareStatement(change)) {
      for (Value value : some) {
        try {
          statement.setBytes(1, cipher.reseal(column.place(local, value.row()), value.sealed()));
        } catch (SealedFieldException e) {
          unreadable++;
          continue;
        }
        statement.setObject(2, local);
        statement.setObject(3, value.row());
        statement.setBytes(4, value.sealed());
        statement.addBatch();
      }
      statement.executeBatch();
    }
    owner.commit();
    return new Tally(some.size() - unreadable, unreadable);
  }

  /** The keys that sealed what one owner of keys has in a column. */
  Set<Integer> keysInUse(Column column, UUID local) throws SQLException {
    var found = new HashSet<Integer>();
    String question = String.join(" ", "select distinct encode(" + column.keyId() + ", 'hex') from", column.table(),
        "where", column.ofOwner(), "and", column.name(), "is not null");
    try (var statement = owner.prepareStatement(question)) {
      statement.setObject(1, local);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(HexFormat.fromHexDigits(rows.getString(1)));
        }
      }
    }
    return found;
  }
}
