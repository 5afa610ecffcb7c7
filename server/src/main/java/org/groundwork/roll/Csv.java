// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes rows as RFC 4180 has it, in UTF-8. A cell that a spreadsheet would take for a formula gets an apostrophe in
 * front, which spreadsheets show as text: what people typed never runs on the computer of whoever opens the file.
 */
public final class Csv {
  private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** @param byteOrderMark whether the file says that it is UTF-8, which older spreadsheets need */
  public Csv(boolean byteOrderMark) {
    if (byteOrderMark) {
      bytes.writeBytes(BYTE_ORDER_MARK);
    }
  }

  /** Writes one row. */
  public void row(List<String> cells) {
    bytes.writeBytes(
        (cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  /** All of it. */
  public byte[] file() { return bytes.toByteArray(); }

  static String cell(String text) {
    String safe = likeAFormula(text) ? "'" + text : text;
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
        || !safe.equals(safe.strip());
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  /** Some spreadsheets pass over the spaces in front. */
  private static boolean likeAFormula(String text) {
    String begins = text.stripLeading();
    return (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0)
        || (!begins.isEmpty() && FORMULA.indexOf(begins.charAt(0)) >= 0);
  }
}
