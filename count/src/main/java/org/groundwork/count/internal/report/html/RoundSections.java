// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.report.html;

import java.util.Comparator;
import java.util.List;
import org.groundwork.count.Round;
import org.groundwork.count.Round.Event;
import org.groundwork.count.Round.Transfer;
import org.groundwork.count.Votes;
import org.groundwork.count.internal.report.Account;

/** Each round: what was done, why, and which papers moved. */
final class RoundSections {
  private final Sheet sheet;
  private final Markup page;

  RoundSections(Sheet sheet, Markup page) {
    this.sheet = sheet;
    this.page = page;
  }

  void all() {
    page.raw("<section aria-labelledby=\"by-round\">\n<h2 id=\"by-round\">Round by round</h2>\n");
    sheet.rounds().forEach(this::round);
    page.raw("</section>\n");
  }

  private void round(Round round) {
    page.raw("<section class=\"round\" aria-labelledby=\"r" + round.number() + "\">\n")
        .element("h3 id=\"r" + round.number() + "\"", sheet.account().heading(round))
        .raw("\n");
    List<String> reasons = sheet.account().reasons(round);
    if (!reasons.isEmpty()) {
      page.raw("<ul class=\"reasons\">\n");
      reasons.forEach(each -> page.element("li", each).raw("\n"));
      page.raw("</ul>\n");
    } else if (round.event() instanceof Event.First || round.event() instanceof Event.Kept) {
      page.raw("<p>Nobody is elected and nobody goes out in this round.</p>\n");
    }
    if (round.event() instanceof Event.Surplus(List<Integer> candidates, Votes surplus)) {
      candidates.forEach(each -> value(round, each));
    }
    if (!round.transfers().isEmpty()) {
      transfers(round);
    }
    if (round.event() instanceof Event.Kept(List<Integer> excluded, List<Votes> keep, int repeats)) {
      kept(round, keep, repeats);
    }
    page.raw("</section>\n");
  }

  /** At which value the papers of a surplus move, so that it can be reckoned again. */
  private void value(Round round, int candidate) {
    Votes change = sheet.change(round, candidate);
    page.element("p", "Each paper of " + sheet.name(candidate) + " moves on at the value it had, times "
        + Account.number(new Votes(-change.units(), change.decimals())) + " over "
        + Account.number(sheet.before(round, candidate)) + "; what is beyond the last decimal is lost.").raw("\n");
  }

  private void transfers(Round round) {
    boolean several = round.transfers().stream().mapToInt(Transfer::from).distinct().count() > 1;
    boolean first = round.number() == 1;
    page.raw("<table class=\"moves\">\n")
        .element("caption", first ? "Papers counted" : "Papers that moved")
        .raw("\n<thead><tr>")
        .raw(several ? "<th scope=\"col\">From</th>" : "")
        .raw("<th scope=\"col\">To</th>")
        .raw("<th scope=\"col\" class=\"n\">Papers</th>")
        .raw(first ? "" : "<th scope=\"col\" class=\"n\">each worth</th>")
        .raw("<th scope=\"col\" class=\"n\">Votes</th></tr></thead>\n<tbody>\n");
    for (Transfer each : round.transfers()) {
      page.raw("<tr>");
      if (several) {
        page.raw("<td class=\"t\">").text(sheet.name(each.from())).raw("</td>");
      }
      page.element("th scope=\"row\"", each.to() == 0 ? "nobody: no further choice" : sheet.name(each.to()))
          .raw("<td>" + Account.number(Votes.whole(each.papers())) + "</td>");
      if (!first) {
        page.raw("<td>").votes(each.value()).raw("</td>");
      }
      page.raw("<td>").votes(each.votes()).raw("</td></tr>\n");
    }
    page.raw("</tbody>\n</table>\n");
  }

  private void kept(Round round, List<Votes> keep, int repeats) {
    page.element("p", repeats == 0
        ? "No paper moved."
        : "All papers were gone through " + (repeats == 1 ? "once." : Sheet.many(repeats, "time") + "."))
        .raw(
            "\n<table class=\"moves\">\n<caption>Votes after the round</caption>\n<thead><tr><th scope=\"col\">Candidate</th>")
        .raw("<th scope=\"col\" class=\"n\">Votes</th><th scope=\"col\" class=\"n\">Change</th>")
        .raw("<th scope=\"col\" class=\"n\">keeps of each paper</th></tr></thead>\n<tbody>\n");
    sheet.order()
        .stream()
        .filter(each -> sheet.outIn(each) == 0 || sheet.outIn(each) >= round.number())
        .sorted(Comparator.comparing((Integer each) -> Account.votes(round, each)).reversed())
        .forEach(each -> {
          Votes change = sheet.change(round, each);
          page.raw("<tr>")
              .element("th scope=\"row\"", sheet.name(each))
              .raw("<td>")
              .votes(Account.votes(round, each))
              .raw("</td><td>")
              .raw(change.units() == 0 || round.number() == 1 ? "" : RoundsTable.signed(change))
              .raw("</td><td>")
              .votes(keep.get(each - 1))
              .raw("</td></tr>\n");
        });
    page.raw("</tbody>\n</table>\n");
  }
}
