// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

import java.util.List;
import java.util.Locale;
import org.groundwork.count.BadFile;
import org.groundwork.count.Ballots;
import org.groundwork.count.Election;
import org.groundwork.count.internal.read.AbifLine.Wrong;

/**
 * Reads an ABIF file: once for what it declares, once for its papers, since a candidate may be declared after the papers
 * that name it, and once for who has withdrawn, who may be named on papers only.
 */
public final class AbifParser {
  private static final String WORDS = "a name is letters, digits, _ and -, or stands in \"…\" or […]";

  /** What a reading of the file looks for. */
  private enum Pass {
    DECLARED, PAPERS, WITHDRAWN
  }

  private final Source source;
  private final Defects defects = new Defects();
  private final AbifCandidates candidates = new AbifCandidates();
  private final AbifVotes votes = new AbifVotes(candidates);
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
    if (candidates.size() == 0 && defects.none()) {
      defects.add(1, 1, "the file names no candidate: a line of papers is written 10: A>B>C");
    }
    defects.refuse();
    int[] numbers = candidates.settle();
    return new Election(title, seats, candidates.all(), votes.papers(numbers));
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
        defects.add(lineNumber, source.bytes(lineStart, wrong.at) + 1, wrong.words());
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
    if (pass == Pass.PAPERS || !line.pass('{') || line.pass('}')) {
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
      case "withdrawn" -> {
        if (pass == Pass.WITHDRAWN) {
          withdrawn(value, from);
        }
      }
      default -> {
      }
    }
  }

  private static String title(String value, int from) throws Wrong {
    String flat = Source.flat(value);
    if (flat.length() > Source.LONGEST_NAME) {
      throw new Wrong(from, "a title has at most " + Source.LONGEST_NAME + " characters");
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

  private void withdrawn(String value, int from) throws Wrong {
    for (String id : List.of(value.strip().split("\\s+", -1))) {
      if (!candidates.withdraw(id)) {
        throw new Wrong(from, "there is no candidate \"" + id + "\" to withdraw");
      }
    }
  }
}
