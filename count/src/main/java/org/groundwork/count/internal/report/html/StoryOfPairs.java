// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.report.html;

import java.util.List;
import org.groundwork.count.Round.Event;
import org.groundwork.count.Round.Tie;
import org.groundwork.count.Votes;
import org.groundwork.count.internal.report.Account;

/** How a candidate compares with each other one, or with the elected where there are very many. */
final class StoryOfPairs implements Stories.Story {
  private static final int MOST = 60;
  private final Sheet sheet;
  private final Markup page;
  private final Event.Pairs pairs;

  StoryOfPairs(Sheet sheet, Markup page, Event.Pairs pairs) {
    this.sheet = sheet;
    this.page = page;
    this.pairs = pairs;
  }

  @Override
  public void tell(int candidate) {
    why(candidate);
    List<Integer> others = sheet.order().size() <= MOST ? sheet.order() : sheet.outcome().elected();
    others.stream().filter(each -> each != candidate).forEach(each -> against(candidate, each));
  }

  private void why(int candidate) {
    if (sheet.electedIn(candidate) > 0) {
      item(sheet.account().whyElected(sheet.last(), candidate));
    } else if (sheet.couldNot(candidate).isPresent()) {
      sheet.couldNot(candidate).ifPresent(this::item);
    } else {
      long ahead = sheet.outcome()
          .elected()
          .stream()
          .filter(each -> path(each, candidate) > path(candidate, each))
          .count();
      item(ahead == 0
          ? "Not elected: level with the elected, and the seats were filled."
          : "Not elected: " + (ahead == 1
              ? "one of the elected has"
              : Account.number(Votes.whole(ahead))
                  + " of the elected have")
              + " the stronger path.");
    }
    sheet.last()
        .ties()
        .stream()
        .filter(tie -> tie.tied().contains(candidate))
        .map((Tie tie) -> sheet.account().decided(tie))
        .forEach(this::item);
  }

  private void against(int candidate, int other) {
    long there = path(candidate, other);
    long back = path(other, candidate);
    String how = there > back ? "ahead" : there < back ? "behind" : "level";
    page.raw("<li><b>" + how + "</b> ")
        .element("span", (how.equals("ahead") ? "of " : how.equals("level") ? "with " : "")
            + sheet.name(other) + ": " + Account.number(Votes.whole(preferring(candidate, other))) + " papers prefer "
            + sheet.name(candidate) + ", " + Account.number(Votes.whole(preferring(other, candidate))) + " prefer "
            + sheet.name(other) + "; strongest path " + Account.number(Votes.whole(there)) + " there, "
            + Account.number(Votes.whole(back)) + " back.")
        .raw("</li>\n");
  }

  private long preferring(int one, int other) { return pairs.preferring().get(one - 1).get(other - 1); }

  private long path(int one, int other) { return pairs.paths().get(one - 1).get(other - 1); }

  private void item(String text) { page.raw("<li>").element("span", text).raw("</li>\n"); }
}
