// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.report.html;

import java.util.List;
import org.groundwork.count.Round.Event;
import org.groundwork.count.Votes;
import org.groundwork.count.internal.report.Account;

/** Everybody against everybody: who is preferred by how many, and the strongest paths. */
final class PairsPart {
  private static final int MOST_NAMED = 40;
  private final Sheet sheet;
  private final Markup page;

  PairsPart(Sheet sheet, Markup page) {
    this.sheet = sheet;
    this.page = page;
  }

  void all() {
    if (!(sheet.last().event() instanceof Event.Pairs(List<List<Long>> preferring, List<List<Long>> paths))) {
      return;
    }
    page.raw("<section aria-labelledby=\"pairs\">\n<h2 id=\"pairs\">Everybody against everybody</h2>\n")
        .raw(
            "<p>Read along a row: the figures of the candidate at its head against each of the others. Where the figure is "
                + "higher than that of the opposite pair it is framed.</p>\n");
    matrix("preferring", "How many papers put the candidate of the row above that of the column", preferring);
    matrix("paths", "Strength of the strongest path from the candidate of the row to that of the column; framed: ahead",
        paths);
    page.raw("</section>\n");
  }

  private void matrix(String id, String caption, List<List<Long>> cells) {
    page.raw("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"" + id + "-caption\">\n")
        .raw("<table class=\"matrix\">\n")
        .element("caption id=\"" + id + "-caption\"", caption)
        .raw("\n<thead><tr><th scope=\"col\">Candidate</th>");
    for (int each : sheet.order()) {
      page.raw("<th scope=\"col\">");
      if (sheet.order().size() <= MOST_NAMED) {
        page.raw("<span class=\"up\">").text(Names.cut(sheet.name(each), 24)).raw("</span>");
      } else {
        page.raw(each);
      }
      page.raw("</th>");
    }
    page.raw("</tr></thead>\n<tbody>\n");
    sheet.order().forEach(each -> row(each, cells));
    page.raw("</tbody>\n</table>\n</div>\n");
  }

  private void row(int candidate, List<List<Long>> cells) {
    page.raw(sheet.electedIn(candidate) > 0 ? "<tr class=\"e\"><th scope=\"row\">" : "<tr><th scope=\"row\">");
    if (sheet.order().size() > MOST_NAMED) {
      page.raw(candidate + " ");
    }
    sheet.link(page, candidate);
    page.raw(sheet.electedIn(candidate) > 0 ? " <b>elected</b></th>" : "</th>");
    for (int other : sheet.order()) {
      long here = cells.get(candidate - 1).get(other - 1);
      if (other == candidate) {
        page.raw("<td>–</td>");
      } else {
        page.raw(here > cells.get(other - 1).get(candidate - 1) ? "<td class=\"w\">" : "<td>")
            .raw(Account.number(Votes.whole(here)))
            .raw("</td>");
      }
    }
    page.raw("</tr>\n");
  }
}
