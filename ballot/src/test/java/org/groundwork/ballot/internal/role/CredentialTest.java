// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Optional;
import org.groundwork.ballot.Randomness;
import org.groundwork.ballot.Secret;
import org.groundwork.ballot.SecretAccess;
import org.groundwork.ballot.internal.group.Groups;
import org.groundwork.ballot.made.Made;
import org.junit.jupiter.api.Test;

/** Credentials of both forms; PBKDF2 as Python's hashlib has it. */
class CredentialTest {
  private static final BigInteger STRETCHED = new BigInteger(
      "a362fed00a1b3b8c5dd60e191fa1a5b8dfdae4e152e300641eebdbfc6e9c88a8", 16);

  private static Secret secret(String text) { return Secret.of(text, SecretAccess.granted()); }

  @Test
  void stretchesFifteenCharactersWithPbkdf2() {
    for (String typed : new String[]{"234-567-89A-BCD-EF2", "23456789ABCDEF2"}) {
      assertThat(Credential.exponent(Groups.BELENIOS_2048, "c7otq7kSPSDsbS", secret(typed)))
          .isEqualTo(STRETCHED.mod(Groups.BELENIOS_2048.q()));
    }
    assertThat(Credential.exponent(Groups.BELENIOS_2048, "c7otq7kSPSDsbT", secret("23456789ABCDEF2")))
        .isNotEqualTo(STRETCHED.mod(Groups.BELENIOS_2048.q()));
  }

  /** Every single wrong letter of fifteen is seen by the checksum, since 53 is prime and no power of 58 is its multiple. */
  @Test
  void seesAWrongLetter() {
    String right = "23456789ABCDEF2";
    for (int i = 0; i < right.length(); i++) {
      for (char c : "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0OIl".toCharArray()) {
        if (c != right.charAt(i) && Credential.form(right.substring(0, i) + c + right.substring(i + 1)).isPresent()) {
          assertThat(distance(c, right.charAt(i))).as("%s for %s at %s", c, right.charAt(i), i).isEqualTo(53);
        }
      }
    }
    for (String wrong : new String[]{"", "-", "23456789ABCDEF", "23456789ABCDEF22", "vinE7-fviCkE-zcb12-pyTVN",
        "vinE-7fviCkE-zcb12-pyTVNh", "vinE7fviCkEzcb12pyTVNh"}) {
      assertThat(Credential.form(wrong)).isEmpty();
      assertThatThrownBy(() -> Credential.exponent(Groups.ED25519, "c7otq7kSPSDsbS", secret(wrong)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static int distance(char a, char b) {
    return Math.abs(Base58.ALPHABET.indexOf(a) - Base58.ALPHABET.indexOf(b));
  }

  @Test
  void knowsWhatItMade() {
    Randomness randomness = Made.seeded(3);
    for (Credential.Form form : Credential.Form.values()) {
      for (int i = 0; i < 200; i++) {
        Secret made = Credential.generate(form, randomness);
        assertThat(Credential.form(made.text(SecretAccess.granted()))).isEqualTo(Optional.of(form));
        assertThat(made.toString()).doesNotContain(made.text(SecretAccess.granted()));
      }
    }
  }
}
