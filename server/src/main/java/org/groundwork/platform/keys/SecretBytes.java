// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Objects;

/**
 * Bytes that must not be printed: a token, a code, a key. {@link #toString} shows the length only; comparison takes the
 * same time wherever the bytes differ. {@link #close} overwrites them; copies that the garbage collector moved, or that
 * {@link #read} gave away, remain.
 */
public final class SecretBytes implements AutoCloseable {

  private final byte[] bytes;
  private boolean wiped;

  private SecretBytes(byte[] bytes) { this.bytes = bytes; }

  /** Holds a copy of the bytes. The caller wipes its own. */
  public static SecretBytes copyOf(byte[] bytes) {
    return new SecretBytes(bytes.clone());
  }

  /**
   * Fresh random bytes.
   *
   * @param length 16 to 1,024
   */
  public static SecretBytes random(int length, SecureRandom random) {
    if (length < 16 || length > 1_024)
      throw new IllegalArgumentException("a secret has 16 to 1,024 bytes");
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return new SecretBytes(bytes);
  }

  /**
   * A copy of the bytes.
   *
   * @throws IllegalStateException after {@link #close}
   */
  public synchronized byte[] read(SecretAccess access) {
    Objects.requireNonNull(access, "access");
    if (wiped)
      throw new IllegalStateException("the secret was wiped");
    return bytes.clone();
  }

  /** How many bytes. */
  public int length() { return bytes.length; }

  /** Overwrites the bytes; doing it twice is harmless. */
  @Override
  public synchronized void close() {
    Arrays.fill(bytes, (byte) 0);
    wiped = true;
  }

  /** True if the other holds the same bytes and neither was wiped. */
  @Override
  public boolean equals(Object other) {
    return other instanceof SecretBytes that && !isWiped() && !that.isWiped()
        && MessageDigest.isEqual(bytes, that.bytes);
  }

  /** The same for all secrets of a length: a hash of the bytes would tell about them. */
  @Override
  public int hashCode() { return bytes.length; }

  @Override
  public String toString() { return "SecretBytes(" + bytes.length + " bytes, not shown)"; }

  private synchronized boolean isWiped() { return wiped; }
}
