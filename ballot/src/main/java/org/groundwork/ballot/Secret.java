// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;

/**
 * A credential, a seed or a private key: read with {@link SecretAccess} only, compared in the same time whatever it is,
 * wiped when it is closed. Copies that the arithmetic of Java makes of numbers cannot be wiped and live until the memory is
 * used for something else ({@code docs/SPEC-ballot.md}).
 */
public final class Secret implements AutoCloseable {
  private final byte[] bytes;
  private boolean closed;

  private Secret(byte[] bytes) { this.bytes = bytes; }

  /** A secret text of ASCII. */
  public static Secret of(String text, SecretAccess access) {
    Objects.requireNonNull(access);
    return new Secret(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** A secret number that is not negative. */
  public static Secret of(BigInteger number, SecretAccess access) {
    return of(number.toString(), access);
  }

  /**
   * The text.
   *
   * @throws IllegalStateException after it was wiped
   */
  public String text(SecretAccess access) {
    Objects.requireNonNull(access);
    if (closed) {
      throw new IllegalStateException("the secret was wiped");
    }
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  /**
   * The number.
   *
   * @throws NumberFormatException if it is none
   * @throws IllegalStateException after it was wiped
   */
  public BigInteger number(SecretAccess access) { return new BigInteger(text(access)); }

  /** Whether two are the same, in a time that tells only how long they are. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && MessageDigest.isEqual(bytes, secret.bytes);
  }

  /** The same for all: a hash of a secret would tell something of it. */
  @Override
  public int hashCode() { return 0; }

  /** Nothing of what is in it. */
  @Override
  public String toString() { return "a secret"; }

  @Override
  public void close() {
    Arrays.fill(bytes, (byte) 0);
    closed = true;
  }
}
