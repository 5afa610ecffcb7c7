// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.groundwork.count.internal.read.BltParser.Names;

/**
 * The names of the candidates and the title behind the ballots of a BLT file. Usually one on each line, with or without
 * quotation marks, which some programs write doubled and some more than once a line (a name and a party); Hill's format has
 * them quoted, as many on a line as fit. One file found in the wild has names only in comments.
 */
final class BltNames {
  private static final int LONGEST = 500;
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern IN_COMMENT = Pattern.compile("#\\s*ALTERNATIVE NAME\\s+(\\d{1,4})\\s*:\\s*(.+)");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private record Line(int number, String text) {}

  private BltNames() {}

  static Names read(Cursor cursor, int candidates) {
    var lines = new ArrayList<Line>();
    var commented = new String[candidates];
    while (!cursor.ended()) {
      int number = cursor.line();
      String text = text(cursor);
      var comment = IN_COMMENT.matcher(text);
      if (comment.matches() && Integer.parseInt(comment.group(1)) >= 1
          && Integer.parseInt(comment.group(1)) <= candidates) {
        commented[Integer.parseInt(comment.group(1)) - 1] = clean(comment.group(2));
      }
      if (!text.isBlank() && !text.startsWith("#")) {
        lines.add(new Line(number, text));
      }
      cursor.nextLine();
    }
    List<Line> names = named(lines, candidates, commented);
    if (names.size() < candidates) {
      cursor.defect(cursor.line(), 1, candidates + " candidates, and " + names.size() + " names");
      return new Names(List.of(), "");
    }
    if (names.size() > candidates + 1) {
      cursor.defect(names.get(candidates + 1).number(), 1, "the file goes on after the names and the title");
    }
    for (Line line : names) {
      if (line.text().isEmpty() || line.text().length() > LONGEST) {
        cursor.defect(line.number(), 1, "a name has 1 to " + LONGEST + " characters");
      }
    }
    return new Names(names.stream().limit(candidates).map(Line::text).toList(),
        names.size() > candidates ? names.get(candidates).text() : "");
  }

  private static List<Line> named(List<Line> lines, int candidates, String[] commented) {
    if (lines.size() < candidates) {
      var quoted = new ArrayList<Line>();
      lines.forEach(line -> QUOTED.matcher(line.text())
          .results()
          .forEach(found -> quoted.add(new Line(line.number(), clean(found.group(1))))));
      if (quoted.size() >= candidates) {
        return quoted;
      }
      if (java.util.Arrays.stream(commented).allMatch(java.util.Objects::nonNull)) {
        var all = new ArrayList<Line>();
        for (String name : commented) {
          all.add(new Line(1, name));
        }
        lines.forEach(line -> all.add(new Line(line.number(), clean(line.text()))));
        return all;
      }
    }
    return lines.stream().map(line -> new Line(line.number(), clean(line.text()))).toList();
  }

  private static String clean(String text) {
    String name = SPACES.matcher(text.replace('"', ' ')).replaceAll(" ").strip();
    return name.endsWith(",") ? name.substring(0, name.length() - 1).strip() : name;
  }

  /** The line at the cursor. */
  private static String text(Cursor cursor) {
    int from = cursor.at;
    int to = from;
    while (to < cursor.bytes.length && cursor.bytes[to] != '\n') {
      to++;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder()
          .decode(ByteBuffer.wrap(cursor.bytes, from, to - from))
          .toString()
          .strip();
    } catch (CharacterCodingException notUtf8) {
      return new String(cursor.bytes, from, to - from, Charset.forName("windows-1252")).strip();
    }
  }
}
