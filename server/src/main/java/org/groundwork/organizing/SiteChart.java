// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.roll.Site;
import org.groundwork.roll.SiteKind;

/**
 * The wall chart of a site in one colouring: a square for every home, or for every job, the places nobody is known in
 * empty, so that the denominator is honest. It holds no names.
 *
 * @param columns labels of the columns
 * @param known homes where somebody is known, or people known at a workplace
 * @param total homes or jobs, without the boss's side
 * @param unplaced people known whose door or department is not
 * @param parts the parts of the site, those with the widest gap first
 */
public record SiteChart(Site site, List<String> columns, List<Row> rows, List<Key> legend, int known, int total,
    int unplaced, List<PartCount> parts) {
  public SiteChart {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    legend = List.copyOf(legend);
    parts = List.copyOf(parts);
  }

  /** Whether squares are jobs and not homes. */
  public boolean headCounts() { return site.kind() != SiteKind.BUILDING; }

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
  }

  /** How one square is drawn. */
  public sealed interface Square {
    /** Nobody is known there. */
    record Empty() implements Square {}

    /** Only the boss's side is there: in no denominator. */
    record Boss() implements Square {}

    /** Somebody known, in the tone of the layer. */
    record Known(ChartLayer.Css css) implements Square {}

    /** The value of the attribute {@code data-tone}. */
    default String key() {
      return switch (this) {
        case Empty _ -> "empty";
        case Boss _ -> "boss";
        case Known(var css) -> css.key();
      };
    }
  }

  /** One entry of the legend, and how many people have it. */
  public record Key(ChartLayer.Tone tone, int people) {}

  /**
   * How strong a part of the site is.
   *
   * @param people known there
   * @param covered of them, those with a steward
   * @param talked of them, those somebody talked to within the last month
   * @param leaders natural leaders among them
   */
  public record PartCount(String part, int known, int places, int people, int covered, int talked, int leaders) {
    /** People known there without a steward. */
    public int uncovered() { return people - covered; }

    /** The widest gap first: nobody known, then the smallest share known, then most without a steward. */
    static final Comparator<PartCount> GAPS = Comparator
        .<PartCount>comparingLong(
            part -> part.places() == 0 ? Long.MAX_VALUE : 1_000_000L * part.known() / part.places())
        .thenComparing(Comparator.comparingInt(PartCount::uncovered).reversed());
  }
}
