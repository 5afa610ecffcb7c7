// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.groundwork.ballot.internal.archive.ArchiveWriter;
import org.groundwork.ballot.internal.archive.Hash;

/** Entries whose names are their hashes, whatever is in them. */
final class TarForger {
  private static final int BLOCK = 512;

  private TarForger() {}

  /** An entry with a text of any kind. */
  static byte[] entry(String text, String ending, long seconds) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    byte[] data = data(text, seconds);
    byte[] name = (Hash.of(content) + ending).getBytes(StandardCharsets.US_ASCII);
    Arrays.fill(data, 0, 100, (byte) 0);
    System.arraycopy(name, 0, data, 0, name.length);
    Arrays.fill(data, 148, 156, (byte) ' ');
    int sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += data[i] & 0xff;
    }
    System.arraycopy(String.format(Locale.ROOT, "%06o", sum).getBytes(StandardCharsets.US_ASCII), 0, data, 148, 6);
    data[154] = 0;
    return data;
  }

  private static byte[] data(String text, long seconds) {
    try {
      Path file = Files.createTempFile("entry", ".tar");
      try (var writer = ArchiveWriter.append(file, seconds, Hash.of(new byte[0]), 1)) {
        writer.data(text);
      }
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
