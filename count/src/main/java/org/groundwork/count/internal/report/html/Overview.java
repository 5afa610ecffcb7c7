// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.report.html;

import java.util.List;
import java.util.Optional;
import org.groundwork.count.NamedRule;
import org.groundwork.count.Outcome.Papers;
import org.groundwork.count.Round;
import org.groundwork.count.Round.Event;
import org.groundwork.count.Votes;
import org.groundwork.count.internal.Exactly;
import org.groundwork.count.internal.report.Account;

/** The top of the page: what was counted, by which rule, who is elected, and how the papers fall. */
final class Overview {
  private final Sheet sheet;
  private final Markup page;

  Overview(Sheet sheet, Markup page) {
    this.sheet = sheet;
    this.page = page;
  }

  void all(String title, NamedRule rule) {
    page.raw("<header>\n<p class=\"kind\">Result of a count</p>\n").element("h1 dir=\"auto\"", title).raw("\n");
    figures();
    page.raw("</header>\n");
    elected();
    page.raw("<section aria-labelledby=\"rule\">\n<h2 id=\"rule\">How it was counted</h2>\n<p class=\"lead\">")
        .text("By the rule “" + rule.label() + "”: " + rule.words() + ".")
        .raw("</p>\n")
        .element("p", RuleWords.of(sheet.outcome().rule()))
        .raw("\n");
    List<String> changed = sheet.account().changed(rule);
    if (!changed.isEmpty()) {
      page.element("p", "Other than usual: " + String.join(" ", changed)).raw("\n");
    }
    sheet.account().lots().ifPresent(lots -> page.element("p", lots).raw("\n"));
    papers();
    page.raw("</section>\n");
  }

  private void figures() {
    page.raw("<dl class=\"figures\">\n");
    figure(sheet.outcome().election().seats() == 1 ? "seat" : "seats",
        Votes.whole(sheet.outcome().election().seats()));
    figure(sheet.order().size() == 1 ? "candidate" : "candidates", Votes.whole(sheet.order().size()));
    figure(sheet.outcome().papers().valid() == 1 ? "valid paper" : "valid papers",
        Votes.whole(sheet.outcome().papers().valid()));
    Optional<Votes> needed = sheet.rounds().getFirst().needed();
    boolean changes = sheet.rounds().stream().map(Round::needed).anyMatch(each -> !each.equals(needed));
    needed.ifPresent(votes -> figure(changes ? "needed at first" : "needed to be elected", votes));
    page.raw("</dl>\n");
  }

  private void figure(String what, Votes votes) {
    page.raw("<div>").element("dt", what).raw("<dd>").votes(whole(votes)).raw("</dd></div>\n");
  }

  /** The same without decimals where they are all 0. */
  private static Votes whole(Votes votes) {
    long one = Exactly.ten(votes.decimals());
    return votes.units() % one == 0 ? Votes.whole(votes.units() / one) : votes;
  }

  private void elected() {
    List<Integer> elected = sheet.outcome().elected();
    page.raw("<section aria-labelledby=\"elected\">\n<h2 id=\"elected\">Elected</h2>\n");
    if (elected.isEmpty()) {
      page.raw("<p class=\"lead\">Nobody is elected: there is no valid paper.</p>\n");
    } else {
      page.raw("<ol class=\"elected\">\n");
      for (int each : elected) {
        page.raw("<li>");
        sheet.link(page, each);
        page.element("span", how(each)).raw("</li>\n");
      }
      page.raw("</ol>\n");
    }
    int empty = sheet.outcome().election().seats() - elected.size();
    if (empty > 0) {
      page.element("p", Sheet.many(empty, "seat") + (empty == 1 ? " stays empty." : " stay empty.")).raw("\n");
    }
    page.raw("</section>\n");
  }

  private String how(int candidate) {
    Round round = sheet.rounds().get(sheet.electedIn(candidate) - 1);
    return switch (round.event()) {
      case Event.Grades(List<List<Long>> counts, List<Integer> medians) ->
        "median grade " + medians.get(candidate - 1);
      case Event.Pairs _ -> "ahead of " + Account.number(Account.votes(round, candidate)) + " of "
          + (sheet.order().size() - 1);
      default -> (sheet.rounds().size() > 1 ? "round " + round.number() + ", " : "")
          + Sheet.votes(Account.votes(round, candidate));
    };
  }

  private void papers() {
    Papers papers = sheet.outcome().papers();
    page.raw("<table class=\"narrow\">\n<caption>The papers</caption>\n")
        .raw(
            "<thead><tr><th scope=\"col\">Papers</th><th scope=\"col\" class=\"n\">Number</th></tr></thead>\n<tbody>\n");
    row("cast", papers.cast());
    row("valid: they count for somebody at the start", papers.valid());
    row("blank: they mark nobody", papers.blank());
    row("spoilt: they mark somebody, but nobody the rule can count", papers.spoilt());
    row("only for candidates who have withdrawn", papers.withdrawn());
    page.raw("</tbody>\n</table>\n");
  }

  private void row(String what, long papers) {
    page.raw("<tr>")
        .element("th scope=\"row\"", what)
        .raw("<td>")
        .raw(Account.number(Votes.whole(papers)))
        .raw("</td></tr>\n");
  }
}
