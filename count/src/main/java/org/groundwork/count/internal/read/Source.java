// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.groundwork.count.BadFile;
import org.groundwork.count.Defect;

/** The characters of a file and their encoding: UTF-8, or Windows-1252 where the bytes are not UTF-8. */
final class Source {
  private static final int LOOKED_AT = 4096;
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  final String text;
  private final Charset charset;

  private Source(String text, Charset charset) {
    this.text = text;
    this.charset = charset;
  }

  /** Decodes a file; a byte order mark belongs to no line. */
  static Source of(byte[] file) throws BadFile {
    refuseOthers(file);
    int from = mark(file);
    try {
      return new Source(utf8(file, from, file.length), StandardCharsets.UTF_8);
    } catch (CharacterCodingException notUtf8) {
      return new Source(new String(file, from, file.length - from, WINDOWS), WINDOWS);
    }
  }

  /** Decodes a piece of a file by itself. */
  static String decode(byte[] file, int from, int to) {
    try {
      return utf8(file, from, to);
    } catch (CharacterCodingException notUtf8) {
      return new String(file, from, to - from, WINDOWS);
    }
  }

  /** How many bytes stand between two places. */
  int bytes(int from, int to) {
    return text.substring(from, to).getBytes(charset).length;
  }

  /** Whether a file is packed, as a spreadsheet in XLSX is. */
  static boolean isPacked(byte[] file) {
    return starts(file, 'P', 'K', 3, 4);
  }

  /** How long a byte order mark the file has. */
  static int mark(byte[] file) {
    return starts(file, 0xEF, 0xBB, 0xBF) ? 3 : 0;
  }

  /** Refuses what is no text that is read here, and says what it is. */
  static void refuseOthers(byte[] file) throws BadFile {
    if (starts(file, 0x1F, 0x8B)) {
      throw bad("the file is compressed with gzip; unpack it first");
    }
    if (isPacked(file)) {
      throw bad("the file is a ZIP archive or a spreadsheet, and no text");
    }
    refuseOld(file);
    if (starts(file, 0xFF, 0xFE) || starts(file, 0xFE, 0xFF)) {
      throw bad("the file is in UTF-16; save it as UTF-8");
    }
    int line = 1;
    int start = mark(file);
    for (int at = start; at < Math.min(file.length, LOOKED_AT); at++) {
      if (file[at] == 0) {
        throw new BadFile(List.of(new Defect(line, at - start + 1,
            "a byte 0 stands here: the file is no text, or in UTF-16; save it as UTF-8")));
      }
      if (file[at] == '\n') {
        line++;
        start = at + 1;
      }
    }
  }

  /** Refuses a spreadsheet in the format before XLSX, in which those with a password are wrapped as well. */
  static void refuseOld(byte[] file) throws BadFile {
    if (starts(file, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw bad("the file is a spreadsheet in the old format XLS, or locked with a password; save it as XLSX or CSV");
    }
  }

  private static BadFile bad(String message) { return new BadFile(List.of(new Defect(1, 1, message))); }

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

  private static String utf8(byte[] file, int from, int to) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file, from, to - from)).toString();
  }
}
