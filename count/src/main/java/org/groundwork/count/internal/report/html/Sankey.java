// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.report.html;

import java.util.List;
import org.groundwork.count.Round;
import org.groundwork.count.Round.Event;
import org.groundwork.count.Votes;
import org.groundwork.count.internal.report.html.SankeyLayout.Box;
import org.groundwork.count.internal.report.html.SankeyLayout.Ribbon;

/** The diagram of where votes went, and behind it the same as a table. */
final class Sankey {
  private static final int MOST_TITLES = 3_000;
  private final Sheet sheet;
  private final Markup page;
  private final SankeyRows rows;
  private final SankeyLayout layout;
  private final boolean tells;

  Sankey(Sheet sheet, Markup page) {
    this.sheet = sheet;
    this.page = page;
    rows = new SankeyRows(sheet);
    layout = new SankeyLayout(rows, sheet.rounds());
    tells = SankeyRows.tellsWhereTo(sheet);
  }

  void all() {
    page.raw(
        "<section" + sheet.breadth() + " aria-labelledby=\"flow\">\n<h2 id=\"flow\">Where the votes went</h2>\n<p>")
        .text(explained())
        .raw("</p>\n")
        .raw(LEGEND)
        .raw("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"flow\">\n");
    picture();
    page.raw("</div>\n");
    sheet.instead(page);
    if (tells) {
      table();
    }
    page.raw("</section>\n");
  }

  private static final String LEGEND = """
    <ul class="legend" role="list">
    <li><svg width="18" height="18" aria-hidden="true"><rect class="c" width="18" height="18"/></svg> still in</li>
    <li><svg width="18" height="18" aria-hidden="true"><rect class="e" width="18" height="18"/></svg> elected, as the word says too</li>
    <li><svg width="18" height="18" aria-hidden="true"><rect class="o" x="1" y="1" width="16" height="16"/></svg> goes out next</li>
    <li><svg width="18" height="18" aria-hidden="true"><rect class="n" x="1" y="1" width="16" height="16"/></svg> nobody’s any more</li>
    </ul>
    """;

  private String explained() {
    String text = "One column for each round. A box is as high as its votes; a band leads from whoever had votes to whoever "
        + "has them next.";
    if (!tells) {
      text += " By this rule all papers are gone through anew in each round: what leaves anybody meets in the box below, "
          + "and what comes to anybody comes out of it.";
    }
    if (rows.others() > 0) {
      text += " The " + rows.others()
          + " candidates who never had as many votes as those shown share one box; the tables "
          + "name them all.";
    }
    return text + (tells
        ? " The table behind it says the same in figures."
        : " The tables of the rounds say the same in figures.");
  }

  private void picture() {
    int wide = layout.width() / 10;
    int high = (layout.height() + 9) / 10;
    page.raw(
        "<svg class=\"flow\" role=\"img\" aria-labelledby=\"flow-title flow-desc\" width=\"" + wide + "\" height=\""
            + high + "\" viewBox=\"0 0 " + wide * 10 + " " + high * 10 + "\">\n")
        .element("title id=\"flow-title\"", "Votes moving from candidate to candidate, round by round")
        .element("desc id=\"flow-desc\"", sheet.rounds().size() + " rounds. Elected: "
            + sheet.outcome().names(sheet.outcome().elected()) + ". "
            + (tells ? "The table after the picture" : "The tables of the rounds") + " say where votes went.")
        .raw("\n");
    for (Kind kind : Kind.values()) {
      page.raw("<g class=\"" + kind.name().toLowerCase(java.util.Locale.ROOT) + "\">\n");
      layout.ribbons().stream().filter(each -> kind(each) == kind).forEach(this::ribbon);
      page.raw("</g>\n");
    }
    layout.boxes().forEach(this::box);
    page.raw("<g class=\"labels\">\n");
    for (int column = 0; column < sheet.rounds().size(); column++) {
      head(column);
    }
    layout.boxes().forEach(this::label);
    page.raw("</g>\n</svg>\n");
  }

  private enum Kind {
    STAYS, NOBODY, OUT, SURPLUS
  }

  private Kind kind(Ribbon ribbon) {
    if (ribbon.from() == ribbon.to()) {
      return Kind.STAYS;
    }
    if (ribbon.to() == rows.nobody()) {
      return Kind.NOBODY;
    }
    int from = ribbon.from() < rows.size() ? rows.candidate(ribbon.from()) : 0;
    boolean elected = from > 0 && sheet.electedIn(from) > 0;
    return elected || ribbon.round().event() instanceof Event.Surplus ? Kind.SURPLUS : Kind.OUT;
  }

  private void ribbon(Ribbon it) {
    int middle = (it.left() + it.right()) / 2;
    int end = it.rightTop() + it.height();
    int start = it.leftTop() + it.height();
    page.raw("<path d=\"M" + it.left() + " " + it.leftTop() + "C" + middle + " " + it.leftTop() + " " + middle + " "
        + it.rightTop() + " " + it.right() + " " + it.rightTop() + "V" + end + "C" + middle + " " + end + " " + middle
        + " " + start + " " + it.left() + " " + start + "Z\"");
    if (layout.ribbons().size() > MOST_TITLES) {
      page.raw("/>\n");
      return;
    }
    String what = it.from() == it.to()
        ? label(it.from()) + " keeps "
        : label(it.from()) + " to " + label(it.to()) + ": ";
    page.raw("><title>")
        .text("Round " + it.round().number() + ", " + what + Sheet.votes(votes(it.units())))
        .raw("</title></path>\n");
  }

  private String label(int row) { return row == rows.size() ? "papers that move" : rows.label(row); }

  private Votes votes(long units) { return new Votes(units, sheet.last().exhausted().decimals()); }

  private void box(Box box) {
    page.raw("<rect class=\"" + tone(box) + "\" x=\"" + box.left() + "\" y=\"" + box.top() + "\" width=\""
        + SankeyLayout.BOX + "\" height=\"" + box.height() + "\"/>\n");
  }

  private String tone(Box box) {
    if (box.row() >= rows.nobody()) {
      return "n";
    }
    int candidate = rows.candidate(box.row());
    if (candidate == 0) {
      return "c";
    }
    int elected = sheet.electedIn(candidate);
    return elected > 0 && elected <= box.round().number() ? "e" : goes(box, candidate) ? "o" : "c";
  }

  /** Whether a candidate has gone out without papers moving, or goes out in the next round. */
  private boolean goes(Box box, int candidate) {
    int out = sheet.outIn(candidate);
    return out > 0 && out <= box.round().number() + 1;
  }

  private void head(int column) {
    Round round = sheet.rounds().get(column);
    page.raw("<text class=\"b\" x=\"" + SankeyLayout.left(column) + "\" y=\"160\">Round " + round.number() + "</text>")
        .raw("<text x=\"" + SankeyLayout.left(column) + "\" y=\"330\">")
        .text(deed(round))
        .raw("</text>\n");
  }

  private String deed(Round round) {
    return switch (round.event()) {
      case Event.Surplus(List<Integer> candidates, Votes surplus) -> who(candidates) + ": surplus";
      case Event.Exclusion(List<Integer> candidates, boolean together) -> who(candidates) + " out";
      case Event.Kept(List<Integer> excluded, List<Votes> keep, int repeats) when !excluded.isEmpty() ->
        who(excluded) + " out";
      case Event.SecondRound _ -> "the first two";
      case Event.First _,Event.Kept _,Event.Pairs _,Event.Grades _ ->
        round.number() == 1 ? "first choices" : "surpluses";
    };
  }

  private String who(List<Integer> candidates) {
    return candidates.size() == 1
        ? Names.cut(sheet.name(candidates.getFirst()), 14)
        : String.valueOf(candidates.size());
  }

  private void label(Box box) {
    int middle = box.top() + Math.max(box.height() / 2, 20) + 42;
    if (box.round().number() == 1 && box.row() < rows.size()) {
      page.raw("<text class=\"b\" text-anchor=\"end\" x=\"" + (box.left() - 60) + "\" y=\"" + middle + "\">")
          .text(Names.cut(label(box.row()), 21))
          .raw("</text>");
    }
    page.raw("<text x=\"" + (box.left() + SankeyLayout.BOX + 50) + "\" y=\"" + middle + "\">")
        .text(said(box))
        .raw("</text>\n");
  }

  private String said(Box box) {
    String votes = rounded(box.units());
    if (box.row() == rows.size()) {
      return votes;
    }
    int candidate = rows.candidate(box.row());
    boolean elected = candidate > 0 && sheet.electedIn(candidate) == box.round().number();
    String word = elected ? " elected" : candidate > 0 && tone(box).equals("o") ? " out" : "";
    String name = box.round().number() == 1 ? "" : Names.cut(label(box.row()), word.isEmpty() ? 11 : 9) + " ";
    return name + votes + word;
  }

  /** Whole votes, the fraction dropped: the tables have it. */
  private String rounded(long units) {
    int decimals = sheet.last().exhausted().decimals();
    return org.groundwork.count.internal.report.Account
        .number(Votes.whole(units / org.groundwork.count.internal.Exactly.ten(decimals)));
  }

  private void table() {
    page.raw("<details>\n<summary>The diagram as a table</summary>\n<table class=\"narrow\">\n")
        .raw("<caption>Votes that moved in each round</caption>\n<thead><tr><th scope=\"col\">Round</th>")
        .raw(
            "<th scope=\"col\">From</th><th scope=\"col\">To</th><th scope=\"col\" class=\"n\">Votes</th></tr></thead>\n<tbody>\n");
    for (SankeyRows.Line line : rows.lines()) {
      page.raw("<tr><th scope=\"row\">" + line.round() + "</th>")
          .element("td class=\"t\"", line.from())
          .element("td class=\"t\"", line.to())
          .raw("<td>")
          .votes(line.votes())
          .raw("</td></tr>\n");
    }
    page.raw("</tbody>\n</table>\n</details>\n");
  }
}
