// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.groundwork.count.BadFile;
import org.groundwork.count.Ballots;
import org.groundwork.count.Candidate;
import org.groundwork.count.Election;
import org.jspecify.annotations.Nullable;

/**
 * Reads a BLT file in one pass, line by line. The papers of a large one are read in parts at the same time, cut at ends of
 * lines; if anything is wrong in a part, or hangs together with another, all are read again one after the other.
 */
public final class BltParser {
  private static final int LARGE = 1 << 20;
  private static final int MOST_PARTS = 4;

  private final Cursor cursor;
  private int candidates;
  private int seats;

  private BltParser(byte[] file) { cursor = new Cursor(file); }

  /** Reads a whole file. */
  public static Election parse(byte[] file) throws BadFile {
    Source.refuseOthers(file);
    return new BltParser(file).read();
  }

  private Election read() throws BadFile {
    head();
    cursor.throwDefects();
    Papers papers = papers();
    cursor.throwDefects();
    var names = BltNames.read(cursor, candidates);
    cursor.throwDefects();
    var all = new ArrayList<Candidate>(candidates);
    for (int number = 1; number <= candidates; number++) {
      all.add(new Candidate(number, names.candidates().get(number - 1), papers.withdrawn().get(number)));
    }
    return new Election(names.title(), seats, all, papers.ballots());
  }

  private void head() {
    if (!cursor.content()) {
      cursor.defect(cursor.at, "the file is empty; it begins with the number of candidates and of seats");
      return;
    }
    candidates = (int) bounded("candidates", 1, Ballots.MOST_CANDIDATES);
    cursor.skipBlanks();
    seats = (int) bounded("seats", 1, Ballots.MOST_CANDIDATES);
    cursor.skipBlanks();
    if (cursor.good() && !cursor.lineEnds()) {
      cursor.defect(cursor.at, "two numbers are expected here, of candidates and of seats, and nothing else");
    }
    cursor.nextLine();
  }

  private long bounded(String what, int least, int most) {
    int from = cursor.at;
    long number = cursor.number();
    if (number < least || number > most) {
      cursor.defect(from, "the number of " + what + " must be " + least + " to " + most);
      return least;
    }
    return number;
  }

  private Papers papers() {
    int parts = Math.min(MOST_PARTS, Runtime.getRuntime().availableProcessors());
    Papers together = cursor.end - cursor.at < LARGE || parts < 2 ? null : inParts(parts);
    return together == null ? inOne() : together;
  }

  private Papers inOne() {
    var papers = new BltPapers(cursor, candidates);
    boolean ended = papers.read();
    if (!ended && !cursor.tooMany()) {
      cursor.defect(cursor.at, "the ballots are not ended by a line with 0");
    }
    return new Papers(without(papers.weights(), papers.ballots.build()), papers.withdrawn);
  }

  /** The papers without the first mark of some of their lines. */
  private static Ballots without(BitSet first, Ballots read) {
    if (first.isEmpty()) {
      return read;
    }
    var without = Ballots.Builder.of(read.size(), read.start(read.size()));
    for (int line = 0; line < read.size(); line++) {
      for (int at = read.start(line) + (first.get(line) ? 1 : 0); at < read.start(line + 1); at++) {
        int mark = read.mark(at);
        if (mark > 0) {
          without.rank(mark);
        } else if (mark < 0) {
          without.same(-mark);
        } else {
          without.skip();
        }
      }
      without.paper(read.weight(line));
    }
    return without.build();
  }

  /** The papers, read in parts; null if that does not do. */
  private @Nullable Papers inParts(int count) {
    int[] cuts = cuts(count);
    var parts = IntStream.range(0, count)
        .mapToObj(at -> new BltPapers(new Cursor(cursor.bytes, cuts[at], cuts[at + 1]), candidates))
        .toList();
    List<Boolean> ended = parts.parallelStream().map(BltPapers::read).toList();
    var good = new ArrayList<Ballots.Builder>();
    var withdrawn = new BitSet();
    int lines = 0;
    for (int at = 0; at < count; at++) {
      BltPapers part = parts.get(at);
      if (!part.cursor.good() || part.hasNames()) {
        return null;
      }
      good.add(part.ballots);
      withdrawn.or(part.withdrawn);
      lines += part.cursor.line() - 1;
      if (ended.get(at)) {
        return together(good, withdrawn, part.cursor.at, lines);
      }
    }
    return null;
  }

  private @Nullable Papers together(List<Ballots.Builder> parts, BitSet withdrawn, int end, int lines) {
    try {
      Ballots ballots = Ballots.of(parts);
      cursor.lineStarts(end, lines);
      return new Papers(ballots, withdrawn);
    } catch (ArithmeticException tooMany) {
      return null;
    }
  }

  private int[] cuts(int count) {
    var cuts = new int[count + 1];
    cuts[0] = cursor.at;
    cuts[count] = cursor.end;
    for (int part = 1; part < count; part++) {
      int at = (int) (cursor.at + (long) (cursor.end - cursor.at) * part / count);
      while (at < cursor.end && cursor.bytes[at - 1] != '\n') {
        at++;
      }
      cuts[part] = at;
    }
    return cuts;
  }

  private record Papers(Ballots ballots, BitSet withdrawn) {}

  /** Who stands behind the numbers. */
  record Names(List<String> candidates, String title) {}
}
