// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** How a file of ballots is written. */
public enum Format {
  /** Numbers of candidates, then names. */
  BLT,
  /** Lines such as 10: A>B. */
  ABIF,
  /** Rows of cells. */
  CSV,
  /** A spreadsheet. */
  XLSX;

  private static final int LOOKED_AT = 4096;
  private static final Pattern TWO_NUMBERS = Pattern.compile("\\d+[\\s,;]+\\d+[\\s,;]*(#.*)?");
  /** Two numbers and what may follow them where ends of lines say nothing. */
  private static final Pattern FREE = Pattern.compile("\\d+ +\\d+ +[-\\d\\[(].*");
  private static final Pattern NUMBERS_AND_NAMES = Pattern.compile("\\d+,\\d+,?\\R\\d+,[\\d,]*\\R(?s:.*)");
  private static final String FIRST_NAME = "\n\"Candidate 1\",";
  private static final Pattern PAPERS = Pattern.compile("\\d+\\s*[:*].*");

  /** The format of a file by how its name ends, or else by its first line that is neither blank nor a comment. */
  public static Format of(String name, byte[] file) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (Source.isPacked(file) || lower.endsWith(".xlsx") || lower.endsWith(".xlsm")) {
      return XLSX;
    }
    if (lower.endsWith(".blt")) {
      return BLT;
    }
    if (lower.endsWith(".abif")) {
      return ABIF;
    }
    if (lower.endsWith(".csv") || lower.endsWith(".tsv")) {
      return numbersAndNames(file) ? BLT : CSV;
    }
    return byFirstLine(file);
  }

  /** Whether a table is BLT with commas, as Scottish elections are published: what its rows mean is not the same in all. */
  private static boolean numbersAndNames(byte[] file) {
    int from = Source.mark(file);
    String begin = new String(file, from, Math.min(file.length - from, LOOKED_AT), StandardCharsets.ISO_8859_1);
    return NUMBERS_AND_NAMES.matcher(begin).matches()
        && new String(file, StandardCharsets.ISO_8859_1).contains(FIRST_NAME);
  }

  private static Format byFirstLine(byte[] file) {
    int from = Source.mark(file);
    String begin = new String(file, from, Math.min(file.length - from, LOOKED_AT), StandardCharsets.UTF_8);
    String line = begin.lines()
        .map(String::strip)
        .filter(each -> !each.isEmpty() && !each.startsWith("#"))
        .findFirst()
        .orElse("");
    if (line.isEmpty() || line.startsWith("/*") || TWO_NUMBERS.matcher(line).matches()
        || FREE.matcher(line).matches()) {
      return BLT;
    }
    if (line.startsWith("{") || line.startsWith("=") || PAPERS.matcher(line).matches()) {
      return ABIF;
    }
    return line.matches(".*[,;\\t].*") ? CSV : BLT;
  }
}
