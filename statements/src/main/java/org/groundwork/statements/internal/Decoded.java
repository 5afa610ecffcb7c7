// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.groundwork.statements.BadFile;

/** The characters of a file: UTF-8, UTF-16 with a byte order mark, or Windows-1252 where the bytes are not UTF-8. */
public final class Decoded {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private Decoded() {}

  /** Decodes a whole file; line ends become line feeds. A byte order mark belongs to no line. */
  public static String text(byte[] file) throws BadFile {
    if (starts(file, 0x1F, 0x8B)) {
      throw BadFile.at(1, 1, "the file is compressed with gzip; unpack it first");
    }
    if (starts(file, 'P', 'K', 3, 4) || starts(file, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw BadFile.at(1, 1, "the file is a ZIP archive or a spreadsheet, and no text; save it as CSV");
    }
    String text = decode(file).replace("\r\n", "\n").replace('\r', '\n');
    int zero = text.indexOf('\0');
    if (zero >= 0) {
      String before = text.substring(0, zero);
      int line = 1 + (int) before.chars().filter(each -> each == '\n').count();
      throw BadFile.at(line, zero - before.lastIndexOf('\n'),
          "a byte 0 stands here: the file is no text, or in UTF-16 without a byte order mark");
    }
    return text;
  }

  private static String decode(byte[] file) {
    if (starts(file, 0xFF, 0xFE)) {
      return new String(file, 2, file.length - 2, StandardCharsets.UTF_16LE);
    }
    if (starts(file, 0xFE, 0xFF)) {
      return new String(file, 2, file.length - 2, StandardCharsets.UTF_16BE);
    }
    int from = starts(file, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file, from, file.length - from)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(file, from, file.length - from, WINDOWS);
    }
  }

  private static boolean starts(byte[] file, int... bytes) {
    if (file.length < bytes.length) {
      return false;
    }
    for (int at = 0; at < bytes.length; at++) {
      if ((file[at] & 0xFF) != bytes[at]) {
        return false;
      }
    }
    return true;
  }
}
