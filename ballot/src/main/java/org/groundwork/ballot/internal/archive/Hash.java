// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.archive;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Optional;
import org.groundwork.ballot.internal.group.Sha256;

/** SHA-256 of an entry, by which others refer to it. */
public record Hash(long first, long second, long third, long fourth) {
  private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int DIGITS = 64;

  /** The hash of these bytes. */
  public static Hash of(byte[] bytes) { return ofBytes(Sha256.of(bytes)); }

  /** The hash that these 32 bytes are. */
  public static Hash ofBytes(byte[] bytes) {
    return new Hash((long) WORD.get(bytes, 0), (long) WORD.get(bytes, 8), (long) WORD.get(bytes, 16),
        (long) WORD.get(bytes, 24));
  }

  /** The hash written so; empty for anything but 64 hexadecimal digits in lower case. */
  public static Optional<Hash> read(String text) {
    if (text.length() != DIGITS || !text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
      return Optional.empty();
    }
    return Optional.of(ofBytes(HexFormat.of().parseHex(text)));
  }

  @Override
  public String toString() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(first) + hex.toHexDigits(second) + hex.toHexDigits(third) + hex.toHexDigits(fourth);
  }
}
