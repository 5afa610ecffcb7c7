// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.groundwork.count.internal.OneLine;
import org.groundwork.count.internal.read.BltParser.Names;

/**
 * The names of the candidates and the title behind the ballots of a BLT file. Usually one on each line, with or without
 * quotation marks, which some programs write doubled and some more than once a line (a name and a party); Hill's format has
 * them quoted, as many on a line as fit. One file found in the wild has names only in comments.
 */
final class BltNames {
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern IN_COMMENT = Pattern.compile("#\\s*ALTERNATIVE NAME\\s+(\\d{1,4})\\s*:\\s*(.+)");

  /** The title may be followed by where the ballots come from and a comment, both quoted. */
  private static final int MOST_MORE = 3;

  private record Line(int number, String text, boolean quoted) {
    static Line of(int number, String text) { return new Line(number, clean(text), text.startsWith("\"")); }
  }

  private BltNames() {}

  static Names read(Cursor cursor, int candidates) {
    var lines = new ArrayList<Line>();
    var raw = new ArrayList<String>();
    var commented = new String[candidates];
    while (!cursor.ended() && lines.size() <= candidates + MOST_MORE) {
      String text = text(cursor);
      comment(text, commented);
      if (!text.isEmpty() && !text.startsWith("#")) {
        lines.add(Line.of(cursor.line(), text));
        raw.add(text);
      }
      cursor.nextLine();
    }
    List<Line> names = lines.size() < candidates ? otherwise(lines, raw, commented) : lines;
    if (names.size() < candidates) {
      cursor.defect(cursor.line(), 1, candidates + " candidates, and " + names.size() + " names");
      return new Names(List.of(), "");
    }
    check(names, candidates, cursor);
    return new Names(names.stream().limit(candidates).map(Line::text).toList(),
        names.size() > candidates ? names.get(candidates).text() : "");
  }

  private static void check(List<Line> names, int candidates, Cursor cursor) {
    for (int at = 0; at < names.size(); at++) {
      Line line = names.get(at);
      if (at > candidates && (!line.quoted() || at >= candidates + MOST_MORE)) {
        cursor.defect(line.number(), 1, "the file goes on after the names and the title");
        return;
      }
      if ((line.text().isEmpty() && at < candidates) || line.text().length() > OneLine.LONGEST) {
        cursor.defect(line.number(), 1, "a name has 1 to " + OneLine.LONGEST + " characters");
      }
    }
  }

  private static void comment(String text, String[] commented) {
    var comment = IN_COMMENT.matcher(text);
    if (comment.matches()) {
      int number = Integer.parseInt(comment.group(1));
      if (number >= 1 && number <= commented.length) {
        commented[number - 1] = clean(comment.group(2));
      }
    }
  }

  /** The names where there are fewer lines than candidates: several on a line, or in comments. */
  private static List<Line> otherwise(List<Line> lines, List<String> raw, String[] commented) {
    var quoted = new ArrayList<Line>();
    for (int at = 0; at < raw.size(); at++) {
      int number = lines.get(at).number();
      QUOTED.matcher(raw.get(at))
          .results()
          .limit(commented.length + MOST_MORE + 1L)
          .forEach(found -> quoted.add(new Line(number, clean(found.group(1)), true)));
    }
    if (quoted.size() >= commented.length) {
      return quoted;
    }
    if (!Arrays.stream(commented).allMatch(Objects::nonNull)) {
      return lines;
    }
    var all = new ArrayList<Line>();
    for (String name : commented) {
      all.add(new Line(1, name, false));
    }
    all.addAll(lines);
    return all;
  }

  private static String clean(String text) {
    String line = text.endsWith("\",") ? text.substring(0, text.length() - 1) : text;
    String name = OneLine.of(line.replace('"', ' '));
    return name.endsWith(",") && !line.endsWith("\"") ? name.substring(0, name.length() - 1).strip() : name;
  }

  /** The line at the cursor. */
  private static String text(Cursor cursor) {
    int to = cursor.at;
    while (to < cursor.end && cursor.bytes[to] != '\n') {
      to++;
    }
    return to == cursor.at ? "" : OneLine.of(Source.decode(cursor.bytes, cursor.at, to));
  }
}
