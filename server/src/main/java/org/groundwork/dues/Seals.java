// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.FieldRef;
import org.jspecify.annotations.Nullable;

/** Seals and opens what members say about their money, and what is noted about it. */
record Seals(FieldCipher cipher) {

  byte @Nullable [] sealIfAny(String table, String column, UUID id, String text) {
    return text.isEmpty() ? null : cipher.seal(field(table, column, id), text);
  }

  /** The text, empty where there is none. */
  String openIfAny(String table, String column, UUID id, byte @Nullable [] sealed) {
    return Optional.ofNullable(sealed).map(bytes -> cipher.openText(field(table, column, id), bytes)).orElse("");
  }

  byte[] seal(String table, String column, UUID id, byte[] content) {
    return cipher.seal(field(table, column, id), content);
  }

  byte[] open(String table, String column, UUID id, byte[] sealed) {
    return cipher.open(field(table, column, id), sealed);
  }

  private static FieldRef field(String table, String column, UUID id) {
    return new FieldRef(Scope.local(), "dues." + table, column, id);
  }
}
