// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.keys.BlindIndex;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.FieldRef;
import org.jspecify.annotations.Nullable;

/** Seals and opens what banks say of people, and makes the keyed hashes by which it is found again. */
record BankSeals(FieldCipher cipher, BlindIndex index) {

  byte[] seal(String table, String column, UUID id, String text) { return cipher.seal(field(table, column, id), text); }

  byte[] seal(String table, String column, UUID id, byte[] content) {
    return cipher.seal(field(table, column, id), content);
  }

  byte @Nullable [] sealIfAny(String table, String column, UUID id, String text) {
    return text.isEmpty() ? null : seal(table, column, id, text);
  }

  String open(String table, String column, UUID id, byte[] sealed) {
    return cipher.openText(field(table, column, id), sealed);
  }

  byte[] openBytes(String table, String column, UUID id, byte[] sealed) {
    return cipher.open(field(table, column, id), sealed);
  }

  /** The text, empty where there is none. */
  String openIfAny(String table, String column, UUID id, byte @Nullable [] sealed) {
    return Optional.ofNullable(sealed).map(bytes -> open(table, column, id, bytes)).orElse("");
  }

  /** The hash of a value, or none where there is no value. */
  byte @Nullable [] hash(String field, String value) {
    return value.isEmpty() ? null : index.of(BankScope.local(), field, value);
  }

  /** The hashes under which a value may stand. */
  List<byte[]> hashes(String field, String value) {
    return value.isEmpty() ? List.of() : index.candidates(BankScope.local(), field, value);
  }

  private static FieldRef field(String table, String column, UUID id) {
    return new FieldRef(BankScope.local(), "banking." + table, column, id);
  }
}
