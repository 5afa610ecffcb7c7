// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.role;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES in CCM mode (NIST SP 800-38C, appendix A) without associated data, over the block cipher that Java has. The tag has
 * eight bytes; the length takes as few bytes as it can, two at least, and the nonce what is left of fifteen.
 */
final class Ccm {
  private static final int BLOCK = 16;
  private static final int TAG = 8;
  private static final int NONCE_AND_LENGTH = 15;

  private Ccm() {}

  static byte[] encrypt(byte[] key, byte[] nonce, byte[] message) {
    Cipher aes = aes(key);
    int lengthBytes = lengthBytes(message.length);
    byte[] tag = tag(aes, nonce, message, lengthBytes);
    byte[] out = Arrays.copyOf(message, message.length + TAG);
    count(aes, nonce, out, message.length, lengthBytes);
    byte[] first = block(aes, counter(nonce, 0, lengthBytes));
    for (int i = 0; i < TAG; i++) {
      out[message.length + i] = (byte) (tag[i] ^ first[i]);
    }
    return out;
  }

  /** The message; empty if it was not encrypted so. */
  static Optional<byte[]> decrypt(byte[] key, byte[] nonce, byte[] sealed) {
    if (sealed.length < TAG) {
      return Optional.empty();
    }
    Cipher aes = aes(key);
    int length = sealed.length - TAG;
    int lengthBytes = lengthBytes(length);
    byte[] message = Arrays.copyOf(sealed, length);
    count(aes, nonce, message, length, lengthBytes);
    byte[] tag = tag(aes, nonce, message, lengthBytes);
    byte[] first = block(aes, counter(nonce, 0, lengthBytes));
    var expected = new byte[TAG];
    for (int i = 0; i < TAG; i++) {
      expected[i] = (byte) (tag[i] ^ first[i]);
    }
    return MessageDigest.isEqual(expected, Arrays.copyOfRange(sealed, length, sealed.length))
        ? Optional.of(message)
        : Optional.empty();
  }

  private static int lengthBytes(int length) { return length >>> 16 == 0 ? 2 : length >>> 24 == 0 ? 3 : 4; }

  private static Cipher aes(byte[] key) {
    try {
      var aes = Cipher.getInstance("AES/ECB/NoPadding");
      aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
      return aes;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] block(Cipher aes, byte[] block) {
    try {
      return aes.doFinal(block);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A.3: a byte for the length of a length, the nonce, the number of the block. */
  private static byte[] counter(byte[] nonce, int number, int lengthBytes) {
    var counter = new byte[BLOCK];
    counter[0] = (byte) (lengthBytes - 1);
    System.arraycopy(nonce, 0, counter, 1, NONCE_AND_LENGTH - lengthBytes);
    putLength(counter, number, lengthBytes);
    return counter;
  }

  private static void putLength(byte[] block, int length, int lengthBytes) {
    for (int i = 0; i < lengthBytes; i++) {
      block[BLOCK - 1 - i] = (byte) (length >>> (8 * i));
    }
  }

  /** Encrypts or decrypts in counter mode, from block 1. */
  private static void count(Cipher aes, byte[] nonce, byte[] message, int length, int lengthBytes) {
    for (int from = 0; from < length; from += BLOCK) {
      byte[] pad = block(aes, counter(nonce, from / BLOCK + 1, lengthBytes));
      for (int i = 0; i < BLOCK && from + i < length; i++) {
        message[from + i] ^= pad[i];
      }
    }
  }

  /** A.2: the chain over the first block, which says the lengths, and the message. */
  private static byte[] tag(Cipher aes, byte[] nonce, byte[] message, int lengthBytes) {
    byte[] first = counter(nonce, message.length, lengthBytes);
    first[0] = (byte) (((TAG - 2) / 2) << 3 | (lengthBytes - 1));
    byte[] chain = block(aes, first);
    for (int from = 0; from < message.length; from += BLOCK) {
      for (int i = 0; i < BLOCK && from + i < message.length; i++) {
        chain[i] ^= message[from + i];
      }
      chain = block(aes, chain);
    }
    return chain;
  }
}
