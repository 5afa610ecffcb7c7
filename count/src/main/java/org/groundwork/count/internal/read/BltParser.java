// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

import java.util.ArrayList;
import java.util.Arrays;
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
 * lines; if anything is wrong in a part, or hangs together with another, all are read again one after the other. A file that
 * cannot be read so is looked at again: it may have comments or a layout that few programs write.
 */
public final class BltParser {
  private static final int LARGE = 1 << 20;
  private static final int MOST_PARTS = 4;

  private final Cursor cursor;
  private final BltLayout layout;
  private final BltHead head;
  private @Nullable BltScatter scatter;

  private BltParser(byte[] file, BltLayout layout) {
    cursor = new Cursor(file);
    this.layout = layout;
    head = new BltHead(cursor, layout == BltLayout.FREE);
    cursor.free(layout == BltLayout.FREE);
  }

  /** Reads a whole file. */
  public static Election parse(byte[] file) throws BadFile {
    Source.refuseOthers(file);
    byte[] lines = BltText.lines(file);
    try {
      return new BltParser(lines, BltLayout.LINES).read();
    } catch (BadFile asLines) {
      byte[] cleared = BltText.withoutComments(lines, Source.mark(lines));
      return Arrays.equals(cleared, lines) ? otherwise(lines, asLines) : cleared(cleared);
    }
  }

  private static Election cleared(byte[] file) throws BadFile {
    try {
      return new BltParser(file, BltLayout.LINES).read();
    } catch (BadFile asLines) {
      return otherwise(file, asLines);
    }
  }

  /**
   * Reads a file that cannot be read line by line in another layout, if it is certain enough that it has that: a 0 that was
   * lost would else make one ballot of two. What is wrong with it is what is wrong in the layout it has.
   */
  private static Election otherwise(byte[] file, BadFile asLines) throws BadFile {
    if (BltLayout.bare(file)) {
      return new BltParser(file, BltLayout.BARE).read();
    }
    var free = new BltParser(file, BltLayout.FREE);
    try {
      Election election = free.read();
      if (free.scattered(0)) {
        return election;
      }
    } catch (BadFile asFree) {
      if (free.scattered(2)) {
        throw asFree;
      }
    }
    throw asLines;
  }

  private boolean scattered(int least) { return scatter != null && scatter.certain() && scatter.ballots() >= least; }

  private Election read() throws BadFile {
    head.read();
    cursor.throwDefects();
    Ballots ballots = papers();
    cursor.free(false);
    var names = BltNames.read(cursor, head, layout);
    cursor.throwDefects();
    var all = new ArrayList<Candidate>(head.candidates);
    for (int number = 1; number <= head.candidates; number++) {
      all.add(new Candidate(number, names.candidates().get(number - 1), head.kind(number)));
    }
    return new Election(names.title(), head.seats, all, ballots);
  }

  private Ballots papers() throws BadFile {
    int parts = Math.min(MOST_PARTS, Runtime.getRuntime().availableProcessors());
    boolean together = cursor.end - cursor.at < LARGE || parts < 2 || layout != BltLayout.LINES;
    Ballots ballots = together ? null : inParts(parts);
    return ballots == null ? inOne() : ballots;
  }

  private Ballots inOne() throws BadFile {
    var papers = new BltPapers(cursor, head, layout);
    scatter = papers.scatter;
    boolean ended = papers.read();
    if (!ended && !cursor.tooMany()) {
      cursor.defect(cursor.at, "the ballots are not ended by a line with 0");
    }
    cursor.throwDefects();
    return without(papers.weights(), papers.ballots.build());
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
  private @Nullable Ballots inParts(int count) {
    int[] cuts = cuts(count);
    var parts = IntStream.range(0, count)
        .mapToObj(at -> new BltPapers(new Cursor(cursor.bytes, cuts[at], cuts[at + 1]), head, layout))
        .toList();
    List<Boolean> ended = parts.parallelStream().map(BltPapers::read).toList();
    var good = new ArrayList<Ballots.Builder>();
    int lines = 0;
    for (int at = 0; at < count; at++) {
      BltPapers part = parts.get(at);
      if (!part.cursor.good() || !part.apart()) {
        return null;
      }
      good.add(part.ballots);
      lines += part.cursor.line() - 1;
      if (ended.get(at)) {
        return together(good, part.cursor.at, lines);
      }
    }
    return null;
  }

  private @Nullable Ballots together(List<Ballots.Builder> parts, int end, int lines) {
    try {
      Ballots ballots = Ballots.of(parts);
      cursor.lineStarts(end, lines);
      return ballots;
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

  /** Who stands behind the numbers. */
  record Names(List<String> candidates, String title) {}
}
