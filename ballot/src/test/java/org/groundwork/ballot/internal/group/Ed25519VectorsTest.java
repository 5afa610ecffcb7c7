// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The key pairs of RFC 8032, section 7.1, whose public keys are powers of the base point in reversed bytes. */
class Ed25519VectorsTest {
  @ParameterizedTest
  @CsvSource({
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60, d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
      "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb, 3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
      "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7, fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"})
  void powersOfTheBasePointAreThePublicKeys(String seed, String publicKey) throws GeneralSecurityException {
    byte[] hash = MessageDigest.getInstance("SHA-512").digest(HexFormat.of().parseHex(seed));
    byte[] scalar = Arrays.copyOf(hash, 32);
    scalar[0] &= (byte) 248;
    scalar[31] = (byte) ((scalar[31] & 127) | 64);
    Group group = Groups.ED25519;
    BigInteger exponent = new BigInteger(1, reversed(scalar)).mod(group.q());
    String text = HexFormat.of().formatHex(reversed(HexFormat.of().parseHex(publicKey)));
    assertThat(group.write(group.power(group.g(), exponent))).isEqualTo(text);
    assertThat(group.write(group.powerOfSecret(group.g(), exponent))).isEqualTo(text);
    assertThat(group.same(group.read(text), group.power(group.g(), exponent))).isTrue();
  }

  private static byte[] reversed(byte[] bytes) {
    var reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }
}
