// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.role;

import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;
import org.groundwork.ballot.internal.group.Sha256;

/**
 * PBKDF2 (RFC 8018, section 5.2) with HMAC-SHA-256 (RFC 2104), of which only the first block is needed. The states of the hash
 * after the two blocks that the key makes are kept, and each iteration begins with copies of them: two blocks are hashed
 * for it and not four.
 */
final class Pbkdf2 {
  private static final int BLOCK = 64;
  private static final int HASH = 32;
  private static final byte[] FIRST_BLOCK = {0, 0, 0, 1};
  private static final byte INNER = 0x36;
  private static final byte OUTER = 0x5c;

  private final MessageDigest inner;
  private final MessageDigest outer;

  private Pbkdf2(byte[] password) {
    inner = begun(password, INNER);
    outer = begun(password, OUTER);
  }

  private static MessageDigest begun(byte[] password, byte with) {
    var block = new byte[BLOCK];
    Arrays.fill(block, with);
    for (int i = 0; i < password.length; i++) {
      block[i] ^= password[i];
    }
    MessageDigest digest = Sha256.digest();
    digest.update(block);
    Arrays.fill(block, (byte) 0);
    return digest;
  }

  /**
   * The first 32 bytes.
   *
   * @param password at most 64 bytes
   * @param iterations 1 or more
   */
  static byte[] first(byte[] password, byte[] salt, int iterations) {
    if (password.length > BLOCK || iterations < 1) {
      throw new IllegalArgumentException("a password of at most 64 bytes and at least one iteration");
    }
    try {
      return new Pbkdf2(password).first(salt, iterations);
    } catch (CloneNotSupportedException | DigestException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] first(byte[] salt, int iterations) throws CloneNotSupportedException, DigestException {
    byte[] last = Arrays.copyOf(salt, salt.length + FIRST_BLOCK.length);
    System.arraycopy(FIRST_BLOCK, 0, last, salt.length, FIRST_BLOCK.length);
    last = hmac(last, new byte[HASH]);
    byte[] sum = last.clone();
    for (int i = 1; i < iterations; i++) {
      hmac(last, last);
      for (int k = 0; k < HASH; k++) {
        sum[k] ^= last[k];
      }
    }
    Arrays.fill(last, (byte) 0);
    return sum;
  }

  /** The code of a text, written where the caller says, which may be where the text is. */
  private byte[] hmac(byte[] text, byte[] to) throws CloneNotSupportedException, DigestException {
    var digest = (MessageDigest) inner.clone();
    digest.update(text);
    digest.digest(to, 0, HASH);
    digest = (MessageDigest) outer.clone();
    digest.update(to, 0, HASH);
    digest.digest(to, 0, HASH);
    return to;
  }
}
