// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.keys.BlindIndex;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.FieldRef;
import org.jspecify.annotations.Nullable;

/** Seals and opens what people in need say, and who was paid for which days of a strike. */
record Seals(FieldCipher cipher, BlindIndex index) {

  byte[] seal(String table, String column, UUID id, String text) { return cipher.seal(field(table, column, id), text); }

  byte @Nullable [] sealIfAny(String table, String column, UUID id, String text) {
    return text.isEmpty() ? null : seal(table, column, id, text);
  }

  String open(String table, String column, UUID id, byte[] sealed) {
    return cipher.openText(field(table, column, id), sealed);
  }

  /** The text, empty where there is none. */
  String openIfAny(String table, String column, UUID id, byte @Nullable [] sealed) {
    return Optional.ofNullable(sealed).map(bytes -> open(table, column, id, bytes)).orElse("");
  }

  /** By what somebody is found among those who were paid for one strike; for another it is another. */
  byte[] paid(UUID step, UUID person) {
    return index.of(Scope.local(), "striker", normalised(step, person));
  }

  /** The same, also under keys that were changed since. */
  List<byte[]> candidates(UUID step, UUID person) {
    return index.candidates(Scope.local(), "striker", normalised(step, person));
  }

  /** What lines of the books that one person got have in common, and no other's. */
  UUID mark(UUID person) {
    var hash = ByteBuffer.wrap(index.of(Scope.local(), "got", person.toString()));
    return new UUID(hash.getLong(), hash.getLong());
  }

  private static String normalised(UUID step, UUID person) { return step + " " + person; }

  private static FieldRef field(String table, String column, UUID id) {
    return new FieldRef(Scope.local(), "aid." + table, column, id);
  }
}
