// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;

import org.junit.jupiter.api.Test;

class SecretBytesTest {

  private static final byte[] BYTES = "correct horse battery".getBytes(US_ASCII);

  @Test
  void showsItsLengthOnly() {
    try (var secret = SecretBytes.copyOf(BYTES)) {
      assertThat(secret.toString()).isEqualTo("SecretBytes(21 bytes, not shown)");
    }
  }

  @Test
  void readsACopyWithAccessAndKeepsACopy() {
    byte[] given = BYTES.clone();
    try (var secret = SecretBytes.copyOf(given)) {
      given[0] = 0;
      secret.read(SecretAccess.toReadSecrets())[1] = 0;
      assertThat(secret.read(SecretAccess.toReadSecrets())).isEqualTo(BYTES);
    }
  }

  @Test
  void readsNothingOnceWiped() {
    var secret = SecretBytes.copyOf(BYTES);
    secret.close();
    secret.close();
    assertThatThrownBy(() -> secret.read(SecretAccess.toReadSecrets())).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void equalsTheSameBytesUntilWiped() {
    var one = SecretBytes.copyOf(BYTES);
    var same = SecretBytes.copyOf(BYTES);
    assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
    assertThat(one).isNotEqualTo(SecretBytes.copyOf("correct horse batterx".getBytes(US_ASCII)));
    same.close();
    assertThat(one).isNotEqualTo(same);
  }

  @Test
  void drawsFreshBytesWithinBounds() {
    var random = new SecureRandom();
    assertThat(SecretBytes.random(32, random)).isNotEqualTo(SecretBytes.random(32, random));
    assertThatThrownBy(() -> SecretBytes.random(15, random)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SecretBytes.random(1_025, random)).isInstanceOf(IllegalArgumentException.class);
  }
}
