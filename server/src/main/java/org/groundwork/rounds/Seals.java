// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.FieldRef;
import org.jspecify.annotations.Nullable;

/** Seals and opens what officers say about money that was put right. */
record Seals(FieldCipher cipher) {

  byte[] seal(String table, String column, UUID id, String text) { return cipher.seal(field(table, column, id), text); }

  /** The text, empty where there is none. */
  String openIfAny(String table, String column, UUID id, byte @Nullable [] sealed) {
    return Optional.ofNullable(sealed).map(bytes -> cipher.openText(field(table, column, id), bytes)).orElse("");
  }

  private static FieldRef field(String table, String column, UUID id) {
    return new FieldRef(Scope.local(), "rounds." + table, column, id);
  }
}
