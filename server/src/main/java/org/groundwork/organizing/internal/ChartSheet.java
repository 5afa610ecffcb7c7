// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
      case SiteChart.Square.Boss _ -> SiteChart.BOSS;
      case SiteChart.Square.Known(_, _, var letter) -> letter;
    };
  }
}
