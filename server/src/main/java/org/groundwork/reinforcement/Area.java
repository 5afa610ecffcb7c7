// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.groundwork.platform.keys.BlindIndex;
import org.groundwork.platform.tenancy.Tenancy;

/** A part of town as people write it: two spellings that differ in capitals, accents or signs are one area. */
record Area(BlindIndex index) {

  /** What two spellings have in common; empty for words without a letter or digit. */
  static String folded(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKD)
        .toUpperCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The keyed hash of an area; absent for words without a letter or digit. */
  Optional<byte[]> hash(String typed) {
    return Optional.of(folded(typed))
        .filter(folded -> !folded.isEmpty())
        .map(folded -> index.of(Tenancy.current().value(), "area", folded));
  }
}
