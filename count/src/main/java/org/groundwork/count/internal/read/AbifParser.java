// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.groundwork.count.BadFile;
import org.groundwork.count.Ballots;
import org.groundwork.count.Candidate.Kind;
import org.groundwork.count.Election;
import org.groundwork.count.internal.OneLine;
import org.groundwork.count.internal.read.AbifLine.Wrong;

/**
 * Reads an ABIF file: once for what it declares, once for its papers, since a candidate may be declared after the papers
 * that name it. Who has withdrawn, or stands for write-ins, may be named on papers only, and is looked up in the end.
 */
public final class AbifParser {
  private static final String WORDS = "a name is letters, digits, _ and -, or stands in \"…\" or […]";

  /** What a reading of the file looks for. */
  private enum Pass {
    DECLARED, PAPERS
  }

  /** Somebody who does not simply stand, and where that is said. */
  private record Special(String id, Kind kind, int line, int column) {}

  private final Source source;
  private final Defects defects = new Defects();
  private final Nominated candidates = new Nominated();
  private final AbifVotes votes = new AbifVotes(candidates);
  private final List<Special> specials = new ArrayList<>();
  private String title = "";
  private int seats = 1;
  private int lineNumber;
  private int lineStart;

  private AbifParser(Source source) { this.source = source; }

  /** Reads a whole file. */
  public static Election parse(byte[] file) throws BadFile {
    return new AbifParser(Source.of(file)).read();
  }

  private Election read() throws BadFile {
    for (Pass pass : Pass.values()) {
      lines(pass);
    }
    specials.forEach(this::special);
    if (candidates.size() == 0 && defects.none()) {
      defects.add(1, 1, "the file names no candidate: a line of papers is written 10: A>B>C");
    }
    defects.refuse();
    candidates.settle();
    return new Election(title, seats, candidates.all(), votes.papers());
  }

  /** Goes through all lines. */
  private void lines(Pass pass) {
    String text = source.text;
    lineNumber = 0;
    int next = 0;
    while (next <= text.length() && !defects.tooMany()) {
      lineStart = next;
      lineNumber++;
      int end = text.indexOf('\n', next);
      end = end < 0 ? text.length() : end;
      next = end + 1;
      try {
        line(new AbifLine(text, lineStart, end), pass);
      } catch (Wrong wrong) {
        defects.add(lineNumber, column(wrong.at), wrong.words());
      }
    }
  }

  private void line(AbifLine line, Pass pass) throws Wrong {
    char first = line.next();
    if (first == '\n') {
      return;
    }
    if (first >= '0' && first <= '9') {
      if (pass == Pass.PAPERS) {
        votes.read(line);
      }
    } else if (first == '{') {
      metadata(line, pass);
    } else if (pass == Pass.DECLARED) {
      candidate(line);
    }
  }

  private void candidate(AbifLine line) throws Wrong {
    int from = line.at();
    boolean marked = line.pass('=');
    boolean bracketed = line.next() == '[';
    String id = line
        .token("a line is papers, 10: A>B, or a candidate, =A:[Name], or {key: value}, or # a comment; " + WORDS);
    line.expect(':', "a candidate is declared as =A:[Name]");
    if (bracketed && !marked) {
      throw new Wrong(from, "a candidate is declared as =A:[Name], its short name first");
    }
    String name = line.token("a candidate is declared as =A:[Name]; " + WORDS);
    line.end("the candidate is declared, and something follows on its line");
    if (!candidates.declare(id, name)) {
      throw new Wrong(from, candidates.full()
          ? "there are more than " + Ballots.MOST_CANDIDATES + " candidates"
          : "the candidate \"" + id + "\" is declared twice, with two names");
    }
  }

  private void metadata(AbifLine line, Pass pass) throws Wrong {
    if (pass != Pass.DECLARED || !line.pass('{') || line.pass('}')) {
      return;
    }
    String key = line.token("a key is expected here, as in {title: \"…\"}");
    line.expect(':', "a colon is expected here, as in {title: \"…\"}");
    int from = line.at();
    String value = line.value();
    line.expect('}', "} is expected here: one pair of key and value stands on a line");
    line.end("something follows the } on its line");
    switch (key.toLowerCase(Locale.ROOT)) {
      case "title" -> title = title(value, from);
      case "seats" -> seats = seats(value, from);
      case "withdrawn" -> specials(value, Kind.WITHDRAWN, from);
      case "write_ins" -> specials(value, Kind.WRITE_INS, from);
      default -> {
      }
    }
  }

  private static String title(String value, int from) throws Wrong {
    String flat = OneLine.of(value);
    if (flat.length() > OneLine.LONGEST) {
      throw new Wrong(from, "a title has at most " + OneLine.LONGEST + " characters");
    }
    return flat;
  }

  private static int seats(String value, int from) throws Wrong {
    String message = "the number of seats must be 1 to " + Ballots.MOST_CANDIDATES;
    try {
      var line = new AbifLine(value, 0, value.length());
      int number = line.number(1, Ballots.MOST_CANDIDATES, message);
      line.end(message);
      return number;
    } catch (Wrong wrong) {
      throw new Wrong(from, wrong.words());
    }
  }

  private void specials(String value, Kind kind, int from) {
    for (String id : value.strip().split("\\s+", -1)) {
      specials.add(new Special(id, kind, lineNumber, column(from)));
    }
  }

  private void special(Special each) {
    if (!candidates.is(each.id(), each.kind())) {
      defects.add(each.line(), each.column(), "there is no candidate \"" + each.id() + "\""
          + (each.kind() == Kind.WITHDRAWN ? " to withdraw" : " to stand for write-ins"));
    }
  }

  private int column(int at) { return source.bytes(lineStart, at) + 1; }
}
