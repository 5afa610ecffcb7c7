// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.util.List;
import java.util.UUID;
import org.groundwork.organizing.ChartLayer;
import org.groundwork.organizing.SiteChart;
import org.groundwork.platform.web.View;

/**
 * The coloured wall chart of a site, its gaps first.
 *
 * @param layer the word of the colouring
 * @param once identifies the form for a copy on paper
 */
public record ChartPage(SiteChart chart, List<ChartLayer.Choice> layers, String layer, UUID once) implements View {
  private static final int GAPS = 3;

  /** What the chosen colouring is called. */
  public ChartLayer.Choice title() {
    return layers.stream().filter(choice -> choice.word().equals(layer)).findFirst().orElseThrow();
  }

  /** The parts with the widest gaps. */
  public List<SiteChart.PartCount> gaps() {
    return chart.parts()
        .stream()
        .filter(part -> part.known() < part.places() || part.uncovered() > 0)
        .limit(GAPS)
        .toList();
  }
}
