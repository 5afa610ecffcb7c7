// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.report.html;

import org.groundwork.count.Round;
import org.groundwork.count.Votes;
import org.groundwork.count.internal.report.Account;

/** One round as bars in a table. */
final class Bars {
  private final Sheet sheet;
  private final Markup page;

  Bars(Sheet sheet, Markup page) {
    this.sheet = sheet;
    this.page = page;
  }

  void all() {
    Round round = sheet.last();
    long most = round.standings().stream().mapToLong(each -> each.votes().units()).max().orElse(1);
    page.raw("<section aria-labelledby=\"votes\">\n<h2 id=\"votes\">Votes</h2>\n<table class=\"bars\">\n")
        .raw("<caption>Votes of each candidate</caption>\n<thead><tr><th scope=\"col\">Candidate</th>")
        .raw("<th scope=\"col\" class=\"n\">Votes</th><th scope=\"col\">Result</th></tr></thead>\n<tbody>\n");
    for (int each : sheet.order()) {
      Votes votes = Account.votes(round, each);
      boolean elected = sheet.electedIn(each) > 0;
      page.raw(elected ? "<tr class=\"e\"><th scope=\"row\">" : "<tr><th scope=\"row\">");
      sheet.link(page, each);
      page.raw("<svg class=\"bar\" aria-hidden=\"true\" width=\"100%\" height=\"16\"><rect height=\"16\" width=\"")
          .raw(Sheet.percent(votes.units(), most))
          .raw("\"/></svg></th><td>")
          .votes(votes)
          .raw(elected ? "</td><td><b>elected</b></td></tr>\n" : "</td><td>not elected</td></tr>\n");
    }
    page.raw("</tbody>\n</table>\n</section>\n");
  }
}
