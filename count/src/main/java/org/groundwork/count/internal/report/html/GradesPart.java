// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.report.html;

import java.util.List;
import org.groundwork.count.Round.Event;
import org.groundwork.count.Votes;
import org.groundwork.count.internal.report.Account;

/** The grades of each candidate as a stacked bar with the median marked, and the same as a table. */
final class GradesPart {
  private static final int MOST_SHADES = 7;
  private final Sheet sheet;
  private final Markup page;

  GradesPart(Sheet sheet, Markup page) {
    this.sheet = sheet;
    this.page = page;
  }

  void all() {
    if (!(sheet.last().event() instanceof Event.Grades(List<List<Long>> counts, List<Integer> medians))) {
      return;
    }
    page.raw("<section aria-labelledby=\"grades\">\n<h2 id=\"grades\">The grades</h2>\n")
        .raw(
            "<p>Each bar is all papers, the best grade at its start and darkest. The line in the middle of the bar meets the "
                + "median grade. The table behind it says the same in figures.</p>\n<div aria-hidden=\"true\">\n");
    sheet.order().forEach(each -> bar(each, counts.get(each - 1), medians.get(each - 1)));
    page.raw("</div>\n");
    table(counts, medians);
    page.raw("</section>\n");
  }

  private void bar(int candidate, List<Long> counts, int median) {
    long all = counts.stream().mapToLong(Long::longValue).sum();
    page.raw("<p class=\"graded\"><b>")
        .text(sheet.name(candidate))
        .raw("</b> <span>median " + median)
        .raw(sheet.electedIn(candidate) > 0 ? ", elected</span></p>\n" : "</span></p>\n")
        .raw("<svg class=\"grades\" width=\"100%\" height=\"44\">\n");
    long before = 0;
    for (int grade = 1; grade <= counts.size(); grade++) {
      long papers = counts.get(grade - 1);
      if (papers > 0) {
        segment(grade, counts.size(), before, papers, all);
      }
      before += papers;
    }
    page.raw("<rect class=\"middle\" x=\"50%\" y=\"0\" width=\"4\" height=\"44\"/>\n</svg>\n");
  }

  private void segment(int grade, int grades, long before, long papers, long all) {
    int shade = grades <= MOST_SHADES ? grade - 1 : (grade - 1) * (MOST_SHADES - 1) / (grades - 1);
    page.raw("<rect class=\"g" + shade + "\" y=\"6\" height=\"32\" x=\"")
        .raw(Sheet.percent(before, all))
        .raw("\" width=\"")
        .raw(Sheet.percent(papers, all))
        .raw("\"/>\n");
    if (papers * 16 >= all) {
      page.raw("<text class=\"t" + shade + "\" y=\"27\" dx=\"6\" x=\"")
          .raw(Sheet.percent(before, all))
          .raw("\">" + grade + "</text>\n");
    }
  }

  private void table(List<List<Long>> counts, List<Integer> medians) {
    page.raw(
        "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"grades-caption\">\n<table class=\"rounds\">\n")
        .raw(
            "<caption id=\"grades-caption\">How many papers give each grade, 1 the best; the median is framed</caption>\n")
        .raw("<thead><tr><th scope=\"col\">Candidate</th><th scope=\"col\" class=\"n\">Median</th>");
    for (int grade = 1; grade <= counts.getFirst().size(); grade++) {
      page.raw("<th scope=\"col\" class=\"n\">Grade " + grade + "</th>");
    }
    page.raw("</tr></thead>\n<tbody>\n");
    for (int each : sheet.order()) {
      row(each, counts.get(each - 1), medians.get(each - 1));
    }
    page.raw("</tbody>\n</table>\n</div>\n");
  }

  private void row(int candidate, List<Long> counts, int median) {
    page.raw("<tr><th scope=\"row\">");
    sheet.link(page, candidate);
    page.raw(sheet.electedIn(candidate) > 0 ? " <b>elected</b></th>" : "</th>").raw("<td>" + median + "</td>");
    for (int grade = 1; grade <= counts.size(); grade++) {
      page.raw(grade == median ? "<td class=\"w\">" : "<td>")
          .raw(Account.number(Votes.whole(counts.get(grade - 1))))
          .raw("</td>");
    }
    page.raw("</tr>\n");
  }
}
