// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.groundwork.count.internal.read.MappingParser;

/**
 * What the columns and cells of a table of ballots mean, in a CSV file or a spreadsheet. A column is named by its header, or by its number from one.
 *
 * @param shape whether a column is a rank or a candidate
 * @param header whether the first row names the columns; always for {@link Shape#CANDIDATES}
 * @param first the first column of the ballot; empty for the first of the file
 * @param columns how many columns the ballot has, the weight and those ignored not counted; empty for all to the right
 * @param weight the column that says how many equal papers a row stands for; empty for one each
 * @param ignored columns that say nothing here, such as one of identifiers
 * @param labels words in cells that are no candidate's name
 * @param separator what stands between cells; empty to take what the first row uses, one of {@code , ;} and a tab
 * @param candidates in the order of their numbers, and nobody else may be named; empty for those the file names, which for
 *          {@link Shape#RANKS} are in the order of their names
 * @param aliases other names by which cells may call candidates who are listed, each with the name it stands for
 * @param title may be empty
 * @param seats at least 1
 */
public record CsvMapping(Shape shape, boolean header, Optional<String> first, OptionalInt columns,
    Optional<String> weight,
    List<String> ignored, Labels labels, Optional<Character> separator, List<String> candidates,
    Map<String, String> aliases, String title,
    int seats) {
  /** What undeclared write-ins are named, all together one candidate with the last number. */
  public static final String WRITE_INS = "Undeclared write-ins";
  /** A header, and then every column a rank, in order; an empty cell is a skipped rank. */
  public static final CsvMapping USUAL = new CsvMapping(Shape.RANKS, true, Optional.empty(), OptionalInt.empty(),
      Optional.empty(), List.of(), new Labels(Set.of(), Set.of(), Set.of(), Optional.empty()), Optional.empty(),
      List.of(), Map.of(), "", 1);

  /** What a column is. */
  public enum Shape {
    /** A rank; its cells are names of candidates. */
    RANKS,
    /** A candidate; its cells are ranks, as numbers from one. */
    CANDIDATES
  }

  /**
   * Words in cells that are no candidate's name.
   *
   * @param skipped for a rank nobody was given; an empty cell is always one
   * @param overvote for a rank several were given, the file does not say who: it reads as all candidates
   * @param writeIn for somebody who is no declared candidate
   * @param several what stands between the names in a cell that has several
   */
  public record Labels(Set<String> skipped, Set<String> overvote, Set<String> writeIn, Optional<String> several) {
    /** Copies the sets. */
    public Labels {
      skipped = Set.copyOf(skipped);
      overvote = Set.copyOf(overvote);
      writeIn = Set.copyOf(writeIn);
    }
  }

  /** @throws IllegalArgumentException when the parts do not go together or are outside of their bounds */
  public CsvMapping {
    ignored = List.copyOf(ignored);
    candidates = List.copyOf(candidates);
    aliases = Map.copyOf(aliases);
    if (!candidates.containsAll(aliases.values())) {
      throw new IllegalArgumentException("another name stands for nobody who is listed");
    }
    if (shape == Shape.CANDIDATES && !header) {
      throw new IllegalArgumentException("where columns are candidates, the header names them");
    }
    if (shape == Shape.CANDIDATES && !candidates.isEmpty()) {
      throw new IllegalArgumentException("where columns are candidates, nobody else can be listed");
    }
    if (seats < 1 || seats > Ballots.MOST_CANDIDATES) {
      throw new IllegalArgumentException("the number of seats must be 1 to " + Ballots.MOST_CANDIDATES);
    }
    if (candidates.size() > Ballots.MOST_CANDIDATES) {
      throw new IllegalArgumentException("there are more than " + Ballots.MOST_CANDIDATES + " candidates");
    }
  }

  /**
   * Reads a mapping written as lines {@code key = value}; {@code docs/count.md} lists the keys.
   *
   * @param file its bytes, UTF-8 or Windows-1252
   * @throws BadFile with each defect found
   */
  public static CsvMapping read(byte[] file) throws BadFile { return MappingParser.parse(file); }
}
