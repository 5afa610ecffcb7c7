// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.groundwork.count.BadFile;
import org.groundwork.count.internal.OneLine;
import org.groundwork.count.internal.read.BltParser.Names;

/**
 * The names of the candidates and the title behind the ballots of a BLT file. Usually one on each line, with or without
 * quotation marks, which some programs write doubled and some more than once a line (a name and a party); the format of 1987
 * has them quoted, as many on a line as fit. One file found in the wild has names only in comments. Where nothing at all stands
 * behind the ballots, candidates are called by their short names or numbers.
 */
final class BltNames {
  private static final Pattern PIECE = Pattern.compile("\"([^\"]*)\"|[^\\s\",;]+");
  private static final Pattern IN_COMMENT = Pattern.compile("#\\s*ALTERNATIVE NAME\\s+(\\d{1,4})\\s*:\\s*(.+)");
  private static final Pattern WRITE_INS = Pattern.compile("#\\s*WRITE-INS\\s*:\\s*(\\d{1,4})");
  /** A quotation mark within a name as some programs write it, not one behind a backslash at the end of a name. */
  private static final Pattern ESCAPED = Pattern.compile("\\\\\"(?=.)");
  private static final Pattern SEPARATED = Pattern.compile("^[\\s,;]+");
  /** How tables of Scottish elections begin the line of a candidate. */
  private static final Pattern COUNTED = Pattern.compile("\"Candidate \\d{1,4}\"\\s*,\\s*");

  /** The title may be followed by where the ballots come from and a comment, both quoted. */
  private static final int MOST_MORE = 3;

  private record Line(int number, String raw, String text) {
    static Line of(int number, String raw) { return new Line(number, raw, clean(raw)); }

    boolean quoted() { return raw.startsWith("\""); }
  }

  private final BltHead head;
  private final int candidates;
  private final List<Line> lines = new ArrayList<>();
  private final String[] commented;

  private BltNames(BltHead head) {
    this.head = head;
    candidates = head.candidates;
    commented = new String[candidates];
  }

  static Names read(Cursor cursor, BltHead head, BltLayout layout) throws BadFile {
    return new BltNames(head).all(cursor, layout);
  }

  private Names all(Cursor cursor, BltLayout layout) throws BadFile {
    lines(cursor, layout);
    List<Line> names = lines.isEmpty() && commented[0] == null ? numbered() : named(layout);
    if (names.size() < candidates) {
      cursor.defect(cursor.line(), 1, counted(candidates, "candidate") + ", and " + counted(names.size(), "name"));
      return new Names(List.of(), "");
    }
    check(names, cursor);
    return new Names(names.stream().limit(candidates).map(Line::text).toList(),
        names.size() > candidates ? names.get(candidates).text() : "");
  }

  private static String counted(int number, String what) { return number + " " + what + (number == 1 ? "" : "s"); }

  private void lines(Cursor cursor, BltLayout layout) throws BadFile {
    byte[] bytes = BltText.withoutComments(cursor.bytes, cursor.at);
    while (!cursor.ended() && lines.size() <= candidates + MOST_MORE) {
      int from = cursor.at;
      int number = cursor.line();
      cursor.toLineEnd();
      String text = OneLine.of(Source.decode(bytes, from, cursor.at));
      comment(text);
      String name = SEPARATED.matcher(withoutComment(text)).replaceFirst("");
      if (!name.isEmpty()) {
        lines.add(Line.of(number, layout == BltLayout.BARE ? COUNTED.matcher(name).replaceFirst("") : name));
      }
      cursor.nextLine();
    }
  }

  private void comment(String text) {
    var writeIns = WRITE_INS.matcher(text);
    if (writeIns.matches()) {
      head.writeIns.set(Math.min(candidates + 1, Integer.parseInt(writeIns.group(1))));
    }
    var comment = IN_COMMENT.matcher(text);
    if (comment.matches()) {
      int number = Integer.parseInt(comment.group(1));
      if (number >= 1 && number <= candidates) {
        commented[number - 1] = clean(comment.group(2));
      }
    }
  }

  /** Up to a # outside of quotation marks that does not stand within a word. */
  private static String withoutComment(String text) {
    boolean quoted = false;
    for (int at = 0; at < text.length(); at++) {
      quoted ^= text.charAt(at) == '"';
      if (text.charAt(at) == '#' && !quoted && (at == 0 || " \"".indexOf(text.charAt(at - 1)) >= 0)) {
        return text.substring(0, at).strip();
      }
    }
    return text;
  }

  private List<Line> numbered() {
    return IntStream.range(0, candidates)
        .mapToObj(at -> Line.of(1, head.nicks.isEmpty() ? "Candidate " + (at + 1) : head.nicks.get(at)))
        .toList();
  }

  private List<Line> named(BltLayout layout) {
    boolean quoted = lines.stream().anyMatch(Line::quoted);
    if (lines.size() >= candidates && !(layout == BltLayout.FREE && quoted)) {
      return severalOnALine() ? pieces() : lines;
    }
    if (layout == BltLayout.FREE || (quoted && pieces().size() >= candidates)) {
      return pieces();
    }
    return Arrays.stream(commented).allMatch(Objects::nonNull) ? inComments() : lines;
  }

  /**
   * Whether lines that would do as names, without a title, do better as quoted names of which several stand on a line, with
   * it: the last has only one piece, and all before it more.
   */
  private boolean severalOnALine() {
    int all = pieces().size();
    return lines.size() == candidates && all > candidates && all <= candidates + MOST_MORE
        && lines.stream()
            .allMatch(each -> PIECE.matcher(each.raw()).results().allMatch(found -> found.group().startsWith("\"")))
        && IntStream.range(0, candidates)
            .allMatch(at -> at == candidates - 1 == (PIECE.matcher(lines.get(at).raw()).results().count() == 1));
  }

  private List<Line> pieces() {
    var pieces = new ArrayList<Line>();
    for (Line line : lines) {
      PIECE.matcher(line.raw())
          .results()
          .limit(candidates + MOST_MORE + 1L)
          .forEach(found -> pieces.add(Line.of(line.number(), found.group())));
    }
    return pieces;
  }

  private List<Line> inComments() {
    var all = new ArrayList<Line>();
    for (String name : commented) {
      all.add(Line.of(1, name));
    }
    all.addAll(lines);
    return all;
  }

  private void check(List<Line> names, Cursor cursor) {
    for (int at = 0; at < names.size(); at++) {
      Line line = names.get(at);
      if (at > candidates && names.get(candidates).quoted() && !line.quoted()) {
        return;
      }
      if (at > candidates && (!line.quoted() || at >= candidates + MOST_MORE)) {
        cursor.defect(line.number(), 1, "the file goes on after the names of "
            + counted(candidates, "candidate") + " and the title");
        return;
      }
      if ((line.text().isEmpty() && at < candidates) || line.text().length() > OneLine.LONGEST) {
        cursor.defect(line.number(), 1, "a name has 1 to " + OneLine.LONGEST + " characters");
      }
    }
  }

  private static String clean(String text) {
    String line = text.endsWith("\",") ? text.substring(0, text.length() - 1) : text;
    String name = OneLine.of(ESCAPED.matcher(line.replace("\",\"", " ")).replaceAll(" ").replace('"', ' '));
    return name.endsWith(",") && !line.endsWith("\"") ? name.substring(0, name.length() - 1).strip() : name;
  }
}
