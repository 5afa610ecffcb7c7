// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.campaign.Lowerings;
import org.groundwork.campaign.Pledged;
import org.groundwork.campaign.Rung;
import org.groundwork.campaign.RungPages;
import org.groundwork.campaign.TestResult;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Site;

/**
 * One rung as a test of strength: how far it is, whom to ask again, who did it, and the way to the next.
 *
 * @param title of the fight
 * @param result absent for a fight without a chart, or for those who may not see it
 * @param pledged how many said that they will; absent where nobody was asked
 * @param missing what does not hold before the next rung; meaningful for the rung that is now
 * @param owners who sees to it, by name
 * @param lowered how its number was lowered while its test ran
 * @param toAsk those to ask again, steward by steward
 * @param people everybody of the part shown, ticked if they did it
 * @param parts the parts of the site, to choose from
 * @param pages what other modules have for a rung of its kind
 * @param reason what was typed as the reason to go on although something is missing
 */
public record StepPage(String title, Rung rung, Optional<Rung> next, Optional<Site> site, Optional<TestResult> result,
    Optional<Pledged.Count> pledged, List<Rung.Missing> missing,
    List<Lowerings.Lowering> lowered, List<String> owners, String legalBy, List<ToAsk> toAsk,
    String part, List<String> parts,
    List<Line> people, List<RungPages.RungPage> pages, boolean mayChange, String reason,
    FormErrors errors) implements View {

  /** Those of one steward who are with us and did not do it. */
  public record ToAsk(Optional<String> steward, List<Line> people) {}

  /** Somebody and their door. */
  public record Line(UUID id, String name, String door, boolean did) {}

  /** Who was ticked when the page was made, in one field: a server takes five hundred, and a part may have more people. */
  public String had() {
    return people.stream().filter(Line::did).map(line -> line.id().toString()).collect(Collectors.joining(" "));
  }

  static List<String> had(String field) { return List.of(field.split(" ", -1)); }

  /** Whether squares of the result are homes. */
  public boolean homes() {
    return site.map(at -> at.kind() == org.groundwork.roll.SiteKind.BUILDING).orElse(false);
  }
}
