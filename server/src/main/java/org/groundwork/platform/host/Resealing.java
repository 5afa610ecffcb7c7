// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.host;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.host.SealedColumns.Column;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.FieldRef;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.SealedFieldException;

/**
 * Seals the values of a column anew, some hundred in one transaction, each read by itself: a file is as large as a form
 * lets it be, and the product beside needs its memory. A value that somebody changes meanwhile is left to
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

  /** Seals anew what one owner of keys has in a column under an older key. */
  Tally column(Column column, UUID local) throws SQLException {
    var cipher = new FieldCipher(keys, column.purpose());
    byte[] primary = ByteBuffer.allocate(4).putInt(keys.keyIds(local, column.purpose()).primary()).array();
    var tally = new Tally(0, 0);
    UUID after = FIRST;
    for (List<UUID> some = outdated(column, local, primary, after); !some.isEmpty(); some = outdated(column, local,
        primary, after)) {
      tally = tally.plus(reseal(column, local, cipher, some));
      after = some.getLast();
    }
    owner.commit();
    return tally;
  }

  private List<UUID> outdated(Column column, UUID local, byte[] primary, UUID after) throws SQLException {
    String question = String.join(" ", "select", column.row(), "from", column.table(), "where",
        column.ofOwner(), "and", column.row(), "> ? and", column.keyId(), "<> ? order by", column.row(), "limit 500");
    try (var statement = owner.prepareStatement(question)) {
      statement.setObject(1, local);
      statement.setObject(2, after);
      statement.setBytes(3, primary);
      var found = new ArrayList<UUID>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getObject(1, UUID.class));
        }
      }
      return found;
    }
  }

  private Tally reseal(Column column, UUID local, FieldCipher cipher, List<UUID> some) throws SQLException {
    long unreadable = 0;
    String question = String.join(" ", "select", column.name(), "from", column.table(), "where", column.ofOwner(),
        "and", column.row(), "= ? and", column.name(), "is not null");
    String change = String.join(" ", "update", column.table(), "set", column.name(), "= ? where", column.ofOwner(),
        "and", column.row(), "= ? and", column.name(), "= ?");
    try (var read = owner.prepareStatement(question); var write = owner.prepareStatement(change)) {
      for (UUID row : some) {
        unreadable += one(read, write, column.place(local, row), cipher) ? 0 : 1;
      }
    }
    owner.commit();
    return new Tally(some.size() - unreadable, unreadable);
  }

  /** Seals one value anew; false if it does not open. */
  private static boolean one(PreparedStatement read, PreparedStatement write, FieldRef place, FieldCipher cipher)
      throws SQLException {
    read.setObject(1, place.localId());
    read.setObject(2, place.row());
    try (var rows = read.executeQuery()) {
      if (!rows.next()) {
        return true; // gone meanwhile
      }
      byte[] sealed = rows.getBytes(1);
      write.setBytes(1, cipher.reseal(place, sealed));
      write.setObject(2, place.localId());
      write.setObject(3, place.row());
      write.setBytes(4, sealed);
      write.executeUpdate();
      return true;
    } catch (SealedFieldException e) {
      return false;
    }
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
