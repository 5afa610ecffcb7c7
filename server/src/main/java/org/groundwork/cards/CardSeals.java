// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.FieldRef;
import org.jspecify.annotations.Nullable;

/** Seals and opens the local's keys, and addresses of pages at Stripe. */
record CardSeals(FieldCipher cipher) {
  private static final String SETTING = "cards.setting";

  /** @param column of the local's setting */
  byte[] secret(String column, String plain) {
    return cipher.seal(ofSetting(column), plain);
  }

  Optional<String> secret(String column, byte @Nullable [] sealed) {
    return Optional.ofNullable(sealed).map(bytes -> cipher.openText(ofSetting(column), bytes));
  }

  byte[] url(UUID intent, String url) { return cipher.seal(ofUrl(intent), url); }

  Optional<String> url(UUID intent, byte @Nullable [] sealed) {
    return Optional.ofNullable(sealed).map(bytes -> cipher.openText(ofUrl(intent), bytes));
  }

  private static FieldRef ofSetting(String column) {
    return new FieldRef(CardScope.local(), SETTING, column, CardScope.local());
  }

  private static FieldRef ofUrl(UUID intent) { return new FieldRef(CardScope.local(), "cards.intent", "url", intent); }
}
