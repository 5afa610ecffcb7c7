// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a credential is stretched with, as others compute it. */
class Pbkdf2Test {
  private static byte[] bytes(String text) { return text.getBytes(StandardCharsets.US_ASCII); }

  /** RFC 7914, section 11: the first 32 of 64 bytes. */
  @ParameterizedTest
  @CsvSource({"passwd,salt,1,55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc",
      "Password,NaCl,80000,4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56"})
  void isThatOfTheStandard(String password, String salt, int iterations, String expected) {
    assertThat(HexFormat.of().formatHex(Pbkdf2.first(bytes(password), bytes(salt), iterations))).isEqualTo(expected);
  }

  @Test
  void isThatOfJavaForAnyLength() throws GeneralSecurityException {
    var random = new Random(8);
    for (int length = 1; length <= 64; length++) {
      String password = random.ints(length, 33, 127)
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();
      byte[] salt = new byte[1 + random.nextInt(200)];
      random.nextBytes(salt);
      int iterations = 1 + random.nextInt(50);
      byte[] expected = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
          .generateSecret(new PBEKeySpec(password.toCharArray(), salt, iterations, 256))
          .getEncoded();
      assertThat(Pbkdf2.first(bytes(password), salt, iterations)).isEqualTo(expected);
    }
  }

  @Test
  void refusesWhatItDoesNotCompute() {
    assertThatIllegalArgumentException().isThrownBy(() -> Pbkdf2.first(new byte[65], new byte[1], 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Pbkdf2.first(new byte[1], new byte[1], 0));
  }
}
