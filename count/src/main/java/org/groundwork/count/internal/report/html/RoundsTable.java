// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.report.html;

import java.util.List;
import java.util.function.Function;
import org.groundwork.count.Round;
import org.groundwork.count.Round.Event;
import org.groundwork.count.Votes;
import org.groundwork.count.internal.report.Account;

/** The table of all rounds: a row for each candidate, a column for each round. */
final class RoundsTable {
  private final Sheet sheet;
  private final Markup page;

  RoundsTable(Sheet sheet, Markup page) {
    this.sheet = sheet;
    this.page = page;
  }

  void all() {
    page.raw("<section" + sheet.breadth() + " aria-labelledby=\"rounds\">\n<h2 id=\"rounds\">All rounds</h2>\n")
        .raw("<p>Votes after each round, and how many more or fewer than before. A name leads to what happened to that "
            + "candidate, a round to what was done in it and why.</p>\n")
        .raw(
            "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"rounds-caption\">\n<table class=\"rounds\">\n")
        .raw("<caption id=\"rounds-caption\">Votes of each candidate in each round</caption>\n<thead><tr>")
        .raw("<th scope=\"col\">Candidate</th>");
    for (Round round : sheet.rounds()) {
      page.raw("<th scope=\"col\" class=\"n\"><a href=\"#r" + round.number() + "\">Round " + round.number() + "</a>")
          .element("small", deed(round))
          .raw("</th>");
    }
    page.raw("</tr></thead>\n<tbody>\n");
    sheet.order().forEach(this::row);
    page.raw("</tbody>\n<tfoot>\n");
    rest("exhausted", Round::exhausted);
    rest("lost below the last decimal", Round::lost);
    if (sheet.rounds().stream().anyMatch(each -> each.needed().isPresent())) {
      needed();
    }
    page.raw("</tfoot>\n</table>\n</div>\n");
    sheet.instead(page);
    page.raw("</section>\n");
  }

  private String deed(Round round) {
    return switch (round.event()) {
      case Event.First _ -> "first choices";
      case Event.Surplus(List<Integer> candidates, Votes surplus) -> who(candidates) + ": surplus";
      case Event.Exclusion(List<Integer> candidates, boolean together) -> who(candidates) + " out";
      case Event.SecondRound _ -> "the first two";
      case Event.Kept(List<Integer> excluded, List<Votes> keep, int repeats) -> !excluded.isEmpty()
          ? who(excluded) + " out"
          : round.number() == 1 ? "first choices" : "surpluses";
      case Event.Pairs _ -> "pairs";
      case Event.Grades _ -> "grades";
    };
  }

  private String who(List<Integer> candidates) {
    return candidates.size() == 1
        ? Names.cut(sheet.name(candidates.getFirst()), 24)
        : String.valueOf(candidates.size());
  }

  private void row(int candidate) {
    page.raw("<tr><th scope=\"row\">");
    sheet.link(page, candidate);
    page.raw("</th>");
    for (Round round : sheet.rounds()) {
      if (sheet.outIn(candidate) > 0 && round.number() > sheet.outIn(candidate)) {
        page.raw("<td></td>");
      } else {
        cell(round, candidate);
      }
    }
    page.raw("</tr>\n");
  }

  private void cell(Round round, int candidate) {
    boolean elected = sheet.electedIn(candidate) == round.number();
    boolean out = sheet.outIn(candidate) == round.number();
    page.raw(elected ? "<td class=\"e\">" : out ? "<td class=\"o\">" : "<td>").votes(Account.votes(round, candidate));
    Votes change = sheet.change(round, candidate);
    if (round.number() > 1 && change.units() != 0) {
      page.raw("<small>").raw(signed(change)).raw("</small>");
    }
    page.raw(elected ? "<b>elected</b></td>" : out ? "<b>out</b></td>" : "</td>");
  }

  /** With its sign, a true minus. */
  static String signed(Votes change) {
    return change.units() < 0
        ? "−" + Account.number(new Votes(-change.units(), change.decimals()))
        : "+" + Account.number(change);
  }

  private void rest(String what, Function<Round, Votes> of) {
    if (sheet.rounds().stream().noneMatch(each -> of.apply(each).units() != 0)) {
      return;
    }
    page.raw("<tr>").element("th scope=\"row\"", what);
    sheet.rounds().forEach(each -> page.raw("<td>").votes(of.apply(each)).raw("</td>"));
    page.raw("</tr>\n");
  }

  private void needed() {
    page.raw("<tr><th scope=\"row\">needed to be elected</th>");
    for (Round round : sheet.rounds()) {
      page.raw("<td>");
      round.needed().ifPresent(page::votes);
      page.raw("</td>");
    }
    page.raw("</tr>\n");
  }
}
