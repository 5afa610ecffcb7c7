// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts;

import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.keys.BlindIndex;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.FieldRef;
import org.jspecify.annotations.Nullable;

/** Seals and opens who gave, and finds the same giver again. */
record Seals(FieldCipher cipher, BlindIndex index) {

  byte @Nullable [] sealIfAny(String column, UUID gift, String text) {
    return text.isEmpty() ? null : cipher.seal(field(column, gift), text);
  }

  /** The text, empty where there is none. */
  String openIfAny(String column, UUID gift, byte @Nullable [] sealed) {
    return Optional.ofNullable(sealed).map(bytes -> cipher.openText(field(column, gift), bytes)).orElse("");
  }

  byte @Nullable [] giver(String name) { return name.isEmpty() ? null : index.of(Scope.local(), "giver", plain(name)); }

  /** What lines of the books that one member gave have in common, and no other's. */
  UUID mark(UUID person) {
    var hash = ByteBuffer.wrap(index.of(Scope.local(), "gave", person.toString()));
    return new UUID(hash.getLong(), hash.getLong());
  }

  /** A name without what people write differently: case, accents, signs. */
  static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }

  private static FieldRef field(String column, UUID gift) {
    return new FieldRef(Scope.local(), "gifts.gift", column, gift);
  }
}
