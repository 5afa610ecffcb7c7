// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A table of what members owed and had paid ahead when the books began, as a spreadsheet saves it: cells parted by commas,
 * semicolons or tabs, in quotation marks where they hold one of these, the first row naming the columns.
 */
public final class BroughtTable {
  /** The most bytes of a file. */
  public static final int MOST_BYTES = 4 << 20;
  /** The most rows below the first. */
  public static final int MOST_ROWS = 20_000;
  private static final int LONGEST_CELL = 300;
  private static final int MOST_CELLS = 60;
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private BroughtTable() {}

  /** What a column says. */
  enum Column {
    PHONE, MAIL, NAME, OWED, AHEAD, DUE
  }

  /** What columns are called, in small letters. */
  private static final Map<String, Column> NAMED = Map.ofEntries(Map.entry("phone", Column.PHONE),
      Map.entry("phone number", Column.PHONE), Map.entry("telephone", Column.PHONE), Map.entry("mobile", Column.PHONE),
      Map.entry("teléfono", Column.PHONE), Map.entry("telefono", Column.PHONE), Map.entry("móvil", Column.PHONE),
      Map.entry("movil", Column.PHONE), Map.entry("mail", Column.MAIL), Map.entry("email", Column.MAIL),
      Map.entry("e-mail", Column.MAIL), Map.entry("correo", Column.MAIL), Map.entry("correo electrónico", Column.MAIL),
      Map.entry("name", Column.NAME), Map.entry("nombre", Column.NAME), Map.entry("owed", Column.OWED),
      Map.entry("owes", Column.OWED), Map.entry("debe", Column.OWED), Map.entry("debido", Column.OWED),
      Map.entry("ahead", Column.AHEAD), Map.entry("paid ahead", Column.AHEAD), Map.entry("adelantado", Column.AHEAD),
      Map.entry("pagado por adelantado", Column.AHEAD), Map.entry("due", Column.DUE), Map.entry("due date", Column.DUE),
      Map.entry("due on", Column.DUE), Map.entry("vence", Column.DUE), Map.entry("vencimiento", Column.DUE));

  /**
   * A row that says something.
   *
   * @param line where it begins in the file, from 1
   * @param sound whether it has no more cells than the first row, and none that is too long
   */
  record Row(int line, Map<Column, String> cells, boolean sound) {
    Row { cells = Map.copyOf(cells); }

    String cell(Column column) { return cells.getOrDefault(column, ""); }
  }

  /** Why a file is no such table. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final String reason;

    Unreadable(String reason) {
      super(reason);
      this.reason = reason;
    }

    /** Message key of a sentence. */
    public String reason() { return reason; }
  }

  /** Looks whether a file can be read. */
  public static void check(byte[] file) throws Unreadable { read(file); }

  /** The rows of a file, empty ones left out. */
  static List<Row> read(byte[] file) throws Unreadable {
    String text = text(file);
    List<Cells> all = new Reader(text, separator(text)).all();
    if (all.isEmpty()) {
      throw new Unreadable("dues.brought.file.empty");
    }
    List<String> header = all.getFirst().cells();
    Map<Column, Integer> places = places(header);
    var rows = new ArrayList<Row>();
    for (Cells each : all.subList(1, all.size())) {
      rows.add(row(each, places, header.size()));
    }
    if (rows.isEmpty()) {
      throw new Unreadable("dues.brought.file.empty");
    }
    return rows;
  }

  private static Row row(Cells read, Map<Column, Integer> places, int width) {
    var cells = new EnumMap<Column, String>(Column.class);
    boolean sound = read.cells().stream().skip(width).allMatch(String::isBlank);
    for (Map.Entry<Column, Integer> each : places.entrySet()) {
      String cell = each.getValue() < read.cells().size() ? clean(read.cells().get(each.getValue())) : "";
      sound = sound && cell.length() <= LONGEST_CELL;
      cells.put(each.getKey(), cell.length() <= LONGEST_CELL ? cell : "");
    }
    return new Row(read.line(), cells, sound);
  }

  /** A cell as it was meant: programs put an apostrophe before what a spreadsheet would take for a formula. */
  private static String clean(String cell) {
    String text = cell.strip();
    return text.matches("(?s)'[=+\\-@].*") ? text.substring(1).strip() : text;
  }

  private static Map<Column, Integer> places(List<String> header) throws Unreadable {
    var places = new EnumMap<Column, Integer>(Column.class);
    for (int at = 0; at < Math.min(header.size(), MOST_CELLS); at++) {
      Column column = NAMED.get(header.get(at).strip().toLowerCase(Locale.ROOT));
      if (column != null && places.put(column, at) != null) {
        throw new Unreadable("dues.brought.file.twice");
      }
    }
    boolean who = places.containsKey(Column.PHONE) || places.containsKey(Column.MAIL)
        || places.containsKey(Column.NAME);
    if (!who || (!places.containsKey(Column.OWED) && !places.containsKey(Column.AHEAD))) {
      throw new Unreadable("dues.brought.file.columns");
    }
    return places;
  }

  private static char separator(String text) {
    String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    char best = ',';
    for (char each : new char[]{';', '\t'}) {
      if (count(first, each) > count(first, best)) {
        best = each;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) { return text.chars().filter(each -> each == wanted).count(); }

  private static String text(byte[] file) throws Unreadable {
    String text;
    if (file.length >= 2 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xFE) {
      text = new String(file, 2, file.length - 2, StandardCharsets.UTF_16LE);
    } else if (file.length >= 2 && (file[0] & 0xFF) == 0xFE && (file[1] & 0xFF) == 0xFF) {
      text = new String(file, 2, file.length - 2, StandardCharsets.UTF_16BE);
    } else {
      text = decoded(file);
    }
    if (text.indexOf('\0') >= 0 || text.startsWith("PK\u0003\u0004")) {
      throw new Unreadable("dues.brought.file.no-text");
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static String decoded(byte[] file) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(file, WINDOWS); // as spreadsheets of some systems save it
    }
  }

  /** A row's cells, and the line on which it begins. */
  private record Cells(int line, List<String> cells) {}

  /** Reads cell by cell, as RFC 4180 has it. */
  private static final class Reader {
    private final String text;
    private final char separator;
    private int at;
    private int line = 1;

    Reader(String text, char separator) {
      this.text = text;
      this.separator = separator;
    }

    List<Cells> all() throws Unreadable {
      var rows = new ArrayList<Cells>();
      while (at < text.length()) {
        int begins = line;
        var cells = new ArrayList<String>();
        do {
          String cell = cell();
          if (cells.size() < MOST_CELLS) {
            cells.add(cell);
          } else if (!cell.isBlank()) {
            throw new Unreadable("dues.brought.file.wide");
          }
        } while (take(separator));
        endOfLine();
        if (!cells.stream().allMatch(String::isBlank)) {
          rows.add(new Cells(begins, cells));
        }
        if (rows.size() > MOST_ROWS + 1) {
          throw new Unreadable("dues.brought.file.long");
        }
      }
      return rows;
    }

    private boolean take(char wanted) {
      boolean there = at < text.length() && text.charAt(at) == wanted;
      at += there ? 1 : 0;
      return there;
    }

    private void endOfLine() throws Unreadable {
      if (take('\r')) {
        take('\n');
      } else if (!take('\n') && at < text.length()) {
        throw new Unreadable("dues.brought.file.quotes"); // something stands behind a quotation mark that closes
      }
      line++;
    }

    private String cell() throws Unreadable { return take('"') ? quoted() : plain(); }

    private String plain() {
      int from = at;
      while (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
        at++;
      }
      return text.substring(from, at);
    }

    private String quoted() throws Unreadable {
      var cell = new StringBuilder();
      while (true) {
        if (at >= text.length()) {
          throw new Unreadable("dues.brought.file.quotes");
        }
        char next = text.charAt(at++);
        if (next == '"' && !take('"')) {
          return cell.toString();
        }
        line += next == '\n' ? 1 : 0;
        cell.append(next);
      }
    }
  }
}
