// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.FieldRef;
import org.jspecify.annotations.Nullable;

/** Seals and opens whose account it is and where. */
record DebitSeals(FieldCipher cipher) {

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

  private static FieldRef field(String table, String column, UUID id) {
    return new FieldRef(Scope.local(), "debits." + table, column, id);
  }
}
