// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.groundwork.organizing.ChartLayer;
import org.groundwork.organizing.SiteChart;
import org.groundwork.platform.web.View;
import org.groundwork.roll.PrintCopies;

/**
 * The wall chart of a site on paper. Each tone is a letter, so that a copy in grey says the same; people are the codes
 * of this copy.
 *
 * @param codes of the people at each door
 * @param legend whether the paper says what its letters mean
 */
public record ChartSheet(SiteChart chart, PrintCopies.Copy copy, Map<String, List<Integer>> codes, boolean legend,
    ZoneId zone) implements View {

  /** In a square where only the boss's side is. */
  public static final String BOSS = "X";
  /** In a square where somebody is known, and nothing of what the colours say. */
  public static final String PLAIN = "?";

  static Map<String, List<Integer>> codes(List<PrintCopies.Line> lines) {
    return lines.stream()
        .collect(Collectors.groupingBy(line -> line.unit().orElse(""),
            Collectors.mapping(PrintCopies.Line::code, Collectors.toList())));
  }

  /** The codes at a door, as they stand under its squares. */
  public String at(SiteChart.Cell cell) {
    return codes.getOrDefault(cell.label(), List.of()).stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  /** The letter in a square; nothing where nobody is known. */
  public static String letter(SiteChart.Square square) {
    return switch (square) {
      case SiteChart.Square.Empty _ -> "";
      case SiteChart.Square.Boss _ -> BOSS;
      case SiteChart.Square.Known(var css) -> letter(css);
    };
  }

  /** The letter of a tone. */
  public static String letter(ChartLayer.Css css) {
    return switch (css) {
      case ONE -> "A";
      case TWO -> "B";
      case THREE -> "C";
      case FOUR -> "D";
      case FIVE -> "E";
      case PLAIN -> PLAIN;
    };
  }
}
