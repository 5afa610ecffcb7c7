// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.util.Currency;
import java.util.List;
import org.groundwork.platform.web.View;
import org.groundwork.treasury.Span;

/**
 * A report on the page.
 *
 * @param all the words of all reports
 * @param years spans that are chosen with one tap
 */
public record ReportPage(Report report, Currency currency, List<String> all, List<Span> years) implements View {
  public ReportPage {
    all = List.copyOf(all);
    years = List.copyOf(years);
  }

  /** The address of a report of some months. */
  public String at(String which, Span span, String rest) {
    return "treasury/reports/" + which + rest + "?first=" + span.first() + "&last=" + span.last();
  }
}
