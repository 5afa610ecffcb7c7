// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Refused;

/**
 * The 512 bytes before each entry of an old tar archive: name, mode 0644, owner and group 0, length, time, checksum, kind
 * 0. There is one way to write them, and another way is refused: so an archive is made of its entries without a bit of
 * room for anything else.
 *
 * @param seconds the time of the whole archive, in seconds since 1970
 */
record TarHeader(String name, long length, long seconds) {
  /** Headers and the room for contents are multiples of this. */
  static final int BLOCK = 512;
  private static final int NAME = 100;
  private static final int MODE = 100;
  private static final int OWNER = 108;
  private static final int GROUP = 116;
  private static final int LENGTH = 124;
  private static final int SECONDS = 136;
  private static final int CHECKSUM = 148;
  private static final int CHECKSUM_END = 156;
  private static final int KIND = 156;
  private static final int ELEVEN = 11;

  /** So many bytes follow the header: the content and what fills its last block. */
  long room() {
    return (length + BLOCK - 1) / BLOCK * BLOCK;
  }

  byte[] write() {
    var block = new byte[BLOCK];
    put(block, 0, name);
    put(block, MODE, "0000644");
    put(block, OWNER, "0000000");
    put(block, GROUP, "0000000");
    put(block, LENGTH, octal(length));
    put(block, SECONDS, octal(seconds));
    Arrays.fill(block, CHECKSUM, CHECKSUM_END, (byte) ' ');
    block[KIND] = '0';
    int sum = 0;
    for (byte each : block) {
      sum += each & 0xff;
    }
    put(block, CHECKSUM, String.format(java.util.Locale.ROOT, "%06o", sum));
    block[CHECKSUM_END - 2] = 0;
    return block;
  }

  private static void put(byte[] block, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, block, at, bytes.length);
  }

  private static String octal(long number) {
    String digits = Long.toOctalString(number);
    if (digits.length() > ELEVEN) {
      throw new Refused(Reason.TOO_LARGE, "", "an entry is longer than a tar archive can say");
    }
    return "0".repeat(ELEVEN - digits.length()) + digits;
  }

  static TarHeader read(byte[] block) {
    int end = 0;
    while (end < NAME && block[end] != 0) {
      end++;
    }
    var header = new TarHeader(new String(block, 0, end, StandardCharsets.US_ASCII), number(block, LENGTH),
        number(block, SECONDS));
    if (!Arrays.equals(block, header.write())) {
      throw notOne();
    }
    return header;
  }

  private static Refused notOne() {
    return new Refused(Reason.NOT_AN_ARCHIVE, "", "not the header of an entry as Belenios writes it");
  }

  private static long number(byte[] block, int from) {
    long number = 0;
    for (int i = from; i < from + ELEVEN; i++) {
      if (block[i] < '0' || block[i] > '7') {
        throw notOne();
      }
      number = number * 8 + block[i] - '0';
    }
    return number;
  }
}
