// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.groundwork.roll.Site;
import org.groundwork.roll.SiteKind;

/**
 * The wall chart of a site in one colouring: a square for every home, or for every job, the places nobody is known in
 * empty, so that the denominator is honest. It holds no names.
 *
 * @param columns labels of the columns
 * @param known homes where somebody is known, or people known at a workplace
 * @param total homes or jobs, without the boss's side
 * @param unplaced people known whose door or department is not, by their tone
 * @param parts the parts of the site, those with the widest gap first
 * @param weakest whether a home with several people looks like the one of whom least is so
 */
public record SiteChart(Site site, List<String> columns, List<Row> rows, List<Key> legend, int known, int total,
    Tally unplaced, List<PartCount> parts, boolean weakest) {
  /** On paper, in a square where only the boss's side is. */
  public static final String BOSS = "X";
  /** On paper, in a square where somebody is known, and nothing of what the colours say. */
  public static final String PLAIN = "?";

  public SiteChart {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    legend = List.copyOf(legend);
    parts = List.copyOf(parts);
  }

  /** Whether squares are jobs and not homes. */
  public boolean headCounts() { return site.kind() != SiteKind.BUILDING; }

  /** Whether there is a home where only the boss's side is. */
  public boolean bosses() {
    return rows.stream()
        .flatMap(row -> row.cells().stream())
        .flatMap(cell -> cell.squares().stream())
        .anyMatch(Square.Boss.class::isInstance);
  }

  /** The squares of all parts together by their tone, and at a workplace those whose department is not known. */
  public Tally tally() {
    var parted = parts.stream().map(PartCount::tally).reduce(Tally.none(legend.size()), Tally::plus);
    return headCounts() ? parted.plus(unplaced) : parted;
  }

  /** How many people of the site have no steward. */
  public int uncovered() {
    return parts.stream().mapToInt(PartCount::uncovered).sum();
  }

  /** One floor or department. */
  public record Row(String label, List<Cell> cells) {
    public Row { cells = List.copyOf(cells); }
  }

  /**
   * One door, or one department on one shift.
   *
   * @param unit absent where the layout has no such place
   * @param squares one for a home; one for each job, those of known people first
   * @param known people known there who are not on the boss's side
   * @param leader whether a natural leader is among them
   */
  public record Cell(Optional<UUID> unit, String label, List<Square> squares, int known, int places, boolean leader) {
    public Cell { squares = List.copyOf(squares); }

    /** How many of the people known there have no square of their own. */
    public int more() {
      return squares.contains(new Square.Boss()) ? 0 : Math.max(0, known - squares.size());
    }
  }

  /** How one square is drawn. */
  public sealed interface Square {
    /** Nobody is known there. */
    record Empty() implements Square {}

    /** Only the boss's side is there: in no denominator. */
    record Boss() implements Square {}

    /**
     * Somebody known, in a tone of the layer.
     *
     * @param tone its place in the legend, one past the end for those the layer says nothing of
     * @param letter its letter in the legend
     */
    record Known(ChartLayer.Css css, int tone, String letter) implements Square {}

    /** The value of the attribute {@code data-tone}. */
    default String key() {
      return switch (this) {
        case Empty _ -> "empty";
        case Boss _ -> "boss";
        case Known(var css, _, _) -> css.key();
      };
    }
  }

  /**
   * One entry of the legend, and how many people have it.
   *
   * @param letter stands for it on paper, and in a square that has no look of its own
   */
  public record Key(ChartLayer.Tone tone, String letter, int people) {}

  /** How many squares have each tone of the legend, and after them how many are known and no more. */
  public record Tally(List<Integer> of) {
    public Tally { of = List.copyOf(of); }

    static Tally none(int tones) { return new Tally(Collections.nCopies(tones + 1, 0)); }

    Tally plus(Tally other) {
      return new Tally(IntStream.range(0, of.size()).mapToObj(at -> of.get(at) + other.of.get(at)).toList());
    }

    /** How many squares there are. */
    public int sum() { return of.stream().mapToInt(Integer::intValue).sum(); }

    /** How many are known and no more. */
    public int plain() { return of.getLast(); }
  }

  /**
   * How strong a part of the site is.
   *
   * @param people known there
   * @param covered of them, those with a steward
   * @param talked of them, those somebody talked to within the last month
   * @param leaders natural leaders among them
   * @param tally its squares by their tone
   */
  public record PartCount(String part, int known, int places, int people, int covered, int talked, int leaders,
      Tally tally) {
    /** Places where nobody is known. */
    public int unknown() { return Math.max(0, places - tally.sum()); }

    /** People known there without a steward. */
    public int uncovered() { return people - covered; }

    /** The widest gap first: nobody known, then the smallest share known, then most without a steward. */
    static final Comparator<PartCount> GAPS = Comparator
        .<PartCount>comparingLong(
            part -> part.places() == 0 ? Long.MAX_VALUE : 1_000_000L * part.known() / part.places())
        .thenComparing(Comparator.comparingInt(PartCount::uncovered).reversed());
  }
}
