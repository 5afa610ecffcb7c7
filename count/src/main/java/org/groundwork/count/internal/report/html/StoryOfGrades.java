// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.report.html;

import java.util.List;
import org.groundwork.count.Round.Event;
import org.groundwork.count.Round.Tie;
import org.groundwork.count.Votes;
import org.groundwork.count.internal.report.Account;

/** A candidate's grades, the median, and what separates it from the elected. */
final class StoryOfGrades implements Stories.Story {
  private final Sheet sheet;
  private final Markup page;
  private final Event.Grades grades;

  StoryOfGrades(Sheet sheet, Markup page, Event.Grades grades) {
    this.sheet = sheet;
    this.page = page;
    this.grades = grades;
  }

  @Override
  public void tell(int candidate) {
    List<Long> counts = grades.counts().get(candidate - 1);
    int median = grades.medians().get(candidate - 1);
    long all = counts.stream().mapToLong(Long::longValue).sum();
    long atLeast = counts.stream().limit(median).mapToLong(Long::longValue).sum();
    item("Of " + Sheet.many(all, "paper") + ", " + Account.number(Votes.whole(atLeast)) + " give grade " + median
        + (median == 1 ? "" : " or better") + ", " + Account.number(Votes.whole(all - atLeast))
        + " a worse one: the grade in the middle is " + median + ".");
    sheet.last()
        .ties()
        .stream()
        .filter(tie -> tie.tied().contains(candidate))
        .map((Tie tie) -> sheet.account().decided(tie))
        .forEach(this::item);
    item(sheet.electedIn(candidate) > 0
        ? sheet.account().whyElected(sheet.last(), candidate)
        : sheet.couldNot(candidate).orElseGet(() -> notElected(median)));
  }

  private String notElected(int median) {
    int last = sheet.outcome().elected().getLast();
    int other = grades.medians().get(last - 1);
    return "Not elected: " + sheet.name(last) + ", the last elected, has the median " + other + (other < median
        ? ", which is better."
        : " too, and stays ahead, or level, when median grades are taken away from both one after the other.");
  }

  private void item(String text) { page.raw("<li>").element("span", text).raw("</li>\n"); }
}
