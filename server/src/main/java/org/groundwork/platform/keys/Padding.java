// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Hides a value's exact length. Four bytes of length, the value, zeros up to a bucket: 32, 64, 128 or 256 bytes, above
 * that the Padmé lengths (Nikitin and others, "Reducing Metadata Leakage from Encrypted Files and Communication with
 * PURBs", PETS 2019), which add at most 12 %.
 */
final class Padding {

  private static final int LENGTH_BYTES = 4;

  private Padding() {}

  static byte[] pad(byte[] value) {
    byte[] padded = new byte[bucket(LENGTH_BYTES + value.length)];
    ByteBuffer.wrap(padded).putInt(value.length).put(value);
    return padded;
  }

  /** The value, or empty if these bytes were not made by {@link #pad}. */
  static Optional<byte[]> unpad(byte[] padded) {
    if (padded.length < LENGTH_BYTES)
      return Optional.empty();
    int length = ByteBuffer.wrap(padded).getInt();
    if (length < 0 || length > padded.length - LENGTH_BYTES || bucket(LENGTH_BYTES + length) != padded.length)
      return Optional.empty();
    return Optional.of(Arrays.copyOfRange(padded, LENGTH_BYTES, LENGTH_BYTES + length));
  }

  static int bucket(int length) {
    if (length <= 32)
      return 32;
    int highest = 31 - Integer.numberOfLeadingZeros(length);
    if (length <= 256)
      return Integer.highestOneBit(length - 1) << 1;
    int significant = 32 - Integer.numberOfLeadingZeros(highest);
    int mask = (1 << (highest - significant)) - 1;
    return (length + mask) & ~mask;
  }
}
