// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.groundwork.ballot.internal.archive.Hash;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * AES-256-CCM as OpenSSL does it: with a tag of eight bytes and without associated data, which the examples of
 * SP 800-38C all have. Key 00 01 … 1f, nonce 64 65 …, message of bytes 7 · i + 3; the hash is SHA-256 of the ciphertext
 * with its tag. From 65,536 bytes on the length takes a byte more, and the nonce one less.
 */
class CcmTest {
  private static byte[] bytes(int length, int first, int step) {
    var bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (first + step * i);
    }
    return bytes;
  }

  @ParameterizedTest
  @CsvSource({"0, f2c253e0b74d8da4db544c1cab1a75d67211ae6cd255b2b9be47c121dab67513",
      "1, 3d1fc0d857d2255055a29e027427efe9fce5c18cd5c41ba79a4c747a3de95748",
      "15, 34bd195e5dbbf9c67082cd3104967285cd9b6fe23f3e684e6206c2b18a69209d",
      "16, 7d60be132b9b8d9e478c56b9bffc380559416c161888002fd2f82f4dbe369bfc",
      "17, 763e3bd2756da054ee54243e474b065af596cd9707098eaa2bf535b2d78dbd62",
      "100, 06ca000b2ebff8cbf5b1aa8aa8e0dd05091524893abd948cc5b9797e2dd602e3",
      "65535, 54c7ca1ce2659949330933d1435691af8bd6874a2fed09eecebbaef5fd5043fc",
      "65536, 8cc191248ea918ba94b7743afe38ad0221ceb388392e8a0242db5912fb95eb99",
      "70000, 8d27d82ab5cc6e36db1e3adc8822f3784eca030c7c82acb890ff31534e538875"})
  void sealsAsOpenSslDoes(int length, String hash) {
    byte[] key = bytes(32, 0, 1);
    byte[] nonce = bytes(32, 100, 1);
    byte[] message = bytes(length, 3, 7);
    byte[] sealed = Ccm.encrypt(key, nonce, message);
    assertThat(Hash.of(sealed)).hasToString(hash);
    assertThat(Ccm.decrypt(key, nonce, sealed)).hasValueSatisfying(each -> assertThat(each).isEqualTo(message));
    for (int at : new int[]{0, sealed.length / 2, sealed.length - 1}) {
      byte[] changed = sealed.clone();
      changed[at] ^= 1;
      assertThat(Ccm.decrypt(key, nonce, changed)).isEmpty();
    }
    assertThat(Ccm.decrypt(key, bytes(32, 99, 1), sealed)).isEmpty();
    assertThat(Ccm.decrypt(bytes(32, 1, 1), nonce, sealed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"''", "00", "cb630249f24346"})
  void opensNothingShorterThanATag(String sealed) {
    assertThat(Ccm.decrypt(bytes(32, 0, 1), bytes(32, 100, 1), HexFormat.of().parseHex(sealed))).isEmpty();
  }
}
