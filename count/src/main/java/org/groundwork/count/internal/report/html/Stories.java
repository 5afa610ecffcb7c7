// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.report.html;

import java.util.List;
import org.groundwork.count.Candidate;
import org.groundwork.count.Outcome;
import org.groundwork.count.Round.Event;

/** What happened to each candidate, each in a section that the tables lead to. */
final class Stories {
  private final Sheet sheet;
  private final Outcome original;
  private final Markup page;
  private final Story story;

  Stories(Sheet sheet, Outcome original, Markup page) {
    this.sheet = sheet;
    this.original = original;
    this.page = page;
    story = switch (sheet.last().event()) {
      case Event.Pairs pairs -> new StoryOfPairs(sheet, page, pairs);
      case Event.Grades grades -> new StoryOfGrades(sheet, page, grades);
      case Event.First _,Event.Surplus _,Event.Exclusion _,Event.SecondRound _,Event.Kept _ ->
        new StoryOfRounds(sheet, page);
    };
  }

  /** Tells what happened to somebody who stood, as items of a list. */
  interface Story {
    void tell(int candidate);
  }

  void all() {
    page.raw(
        "<section aria-labelledby=\"by-candidate\">\n<h2 id=\"by-candidate\">What happened to each candidate</h2>\n");
    sheet.order().forEach(this::candidate);
    sheet.outcome().election().candidates().stream().filter(Candidate::withdrawn).forEach(this::withdrawn);
    page.raw("</section>\n");
  }

  private void candidate(int number) {
    head(number, fate(number));
    page.raw("<ol class=\"story\" role=\"list\">\n");
    story.tell(number);
    page.raw("</ol>\n</section>\n");
  }

  private void head(int number, String fate) {
    page.raw("<section class=\"candidate\" aria-labelledby=\"c" + number + "\">\n<h3 id=\"c" + number
        + "\">What happened to <bdi>")
        .text(full(number))
        .raw("</bdi></h3>\n<p class=\"fate\">")
        .text(fate)
        .raw("</p>\n");
  }

  /** The name as long as it is. */
  private String full(int number) {
    String name = Names.clean(original.election().candidate(number).name());
    return name.isEmpty() ? sheet.name(number) : name;
  }

  private String fate(int number) {
    boolean rounds = sheet.rounds().size() > 1;
    if (sheet.electedIn(number) > 0) {
      List<Integer> elected = sheet.outcome().elected();
      String place = elected.size() == 1 ? "" : ", number " + (elected.indexOf(number) + 1) + " of " + elected.size();
      return "Elected" + (rounds ? " in round " + sheet.electedIn(number) : "") + place + ".";
    }
    return sheet.outIn(number) > 0 ? "Out in round " + sheet.outIn(number) + "." : "Not elected.";
  }

  private void withdrawn(Candidate candidate) {
    head(candidate.number(), "Withdrawn before the count.");
    page.raw(
        "<p>Papers are read as if this candidate did not stand: they count for the next choice.</p>\n</section>\n");
  }
}
