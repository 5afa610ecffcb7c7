// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.group;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash of FIPS 180-4 that every Java has. */
public final class Sha256 {
  private Sha256() {}

  /** A fresh one. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The hash of these bytes. */
  public static byte[] of(byte[] bytes) { return digest().digest(bytes); }
}
