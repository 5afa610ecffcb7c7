// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Where a sealed value stands. It is bound to the value: the same bytes in another place do not open.
 *
 * @param localId the tenant
 * @param table schema and table as in SQL, for instance {@code roll.person}
 * @param column the column as in SQL
 * @param row the row's id
 */
public record FieldRef(UUID localId, String table, String column, UUID row) {

  private static final byte[] LABEL = "groundwork-field/1".getBytes(US_ASCII);
  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}(\\.[a-z_][a-z0-9_]{0,62})?");

  /** @throws IllegalArgumentException if a name is not one of PostgreSQL's plain ones */
  public FieldRef {
    if (!NAME.matcher(table).matches() || !NAME.matcher(column).matches())
      throw new IllegalArgumentException("table and column are named as in SQL, in small letters");
  }

  /** Label, local, row, and the two names each after its length: no two places give the same bytes. */
  byte[] associatedData() {
    byte[] inTable = table.getBytes(US_ASCII);
    byte[] inColumn = column.getBytes(US_ASCII);
    var bytes = ByteBuffer.allocate(LABEL.length + 34 + inTable.length + inColumn.length).put(LABEL);
    for (UUID id : new UUID[]{localId, row})
      bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    return bytes.put((byte) inTable.length).put(inTable).put((byte) inColumn.length).put(inColumn).array();
  }
}
