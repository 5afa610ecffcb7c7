// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.keys.BlindIndex;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.FieldRef;
import org.jspecify.annotations.Nullable;

/** Seals and opens what is written down about people and papers. */
record Seals(FieldCipher cipher, BlindIndex index) {
  private static final String PAYEE = "payee";

  byte[] seal(String table, String column, UUID id, String text) { return cipher.seal(field(table, column, id), text); }

  byte @Nullable [] sealIfAny(String table, String column, UUID id, String text) {
    return text.isEmpty() ? null : seal(table, column, id, text);
  }

  /** The text, empty where there is none. */
  String open(String table, String column, UUID id, byte @Nullable [] sealed) {
    return Optional.ofNullable(sealed).map(bytes -> cipher.openText(field(table, column, id), bytes)).orElse("");
  }

  /** By what payments to one name are found together, however it is spaced and capitalised. */
  byte[] payee(String name) {
    return index.of(Scope.local(), PAYEE, normalised(name));
  }

  /** The same, also under keys that were changed since. */
  List<byte[]> payees(String name) {
    return index.candidates(Scope.local(), PAYEE, normalised(name));
  }

  private static String normalised(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private static FieldRef field(String table, String column, UUID id) {
    return new FieldRef(Scope.local(), "spending." + table, column, id);
  }
}
