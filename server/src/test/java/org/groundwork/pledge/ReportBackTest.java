// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.groundwork.campaign.StrengthTests;
import org.groundwork.organizing.Stewards;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Pdf;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.groundwork.organizing.Conversations;
import org.groundwork.platform.access.SubjectRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The week's sheet for the committee: asked, yes, did it; by steward, for the place, for the whole organisation. */
@ExtendWith(ProductExtension.class)
class ReportBackTest {

  private static LocalDate today() {
    return LocalDate.now(Product.shared().clock().withZone(ZoneId.of("America/New_York")));
  }

  private static void talked(Letter letter, Visitor by, UUID who, String... answer) {
    var fields = new ArrayList<>(
        List.of("id", UUID.randomUUID().toString(), "unit", "", "outcome", "talked", "who", who.toString()));
    if (answer.length > 0) {
      fields.addAll(List.of("ask", "step:" + letter.step(), "reply", answer[0], "atLeast", "3"));
    }
    assertThat(by.post(letter.local().path("sites/" + letter.site() + "/talk"), fields.toArray(String[]::new)).status())
        .isEqualTo(303);
  }

  private static void did(Letter letter, UUID who, LocalDate on) {
    letter.local().write(() -> {
      Letter.part(StrengthTests.class).did(letter.step(), List.of(who), on);
      return true;
    });
  }

  private static String report(Letter letter, String rest) {
    return letter.local().path("sites/" + letter.site() + "/report-back" + rest);
  }

  /** A row of the table, whose first cell is a name and the others figures. */
  private static String row(String name, Object... cells) {
    return "<tr><th scope=\"row\">" + name + "</th>"
        + String.join("", Stream.of(cells).map(cell -> "<td class=\"num\">" + cell + "</td>").toList()) + "</tr>";
  }

  private static FoundedLocal.Person steward(Letter letter) {
    var steward = letter.local().person(new Reach.Sites(Set.of(letter.site())), Role.STEWARD);
    letter.local()
        .write(() -> Letter.part(Stewards.class).give(letter.site(), letter.people().subList(0, 2), steward.id()));
    return steward;
  }

  @Test
  void sumsUpTheStewardThePlaceAndTheWholeOrganisation(FoundedLocal local) {
    var letter = Letter.in(local, 4, 3);
    var people = letter.people();
    var steward = steward(letter);
    var visitor = local.withPasskey(steward).visitor();
    talked(letter, visitor, people.get(0), "yes");
    talked(letter, visitor, people.get(1), "not-yet");
    talked(letter, letter.organiser(), people.get(2), "yes-if");
    var elsewhere = Letter.in(local, 1, 1);
    talked(elsewhere, letter.organiser(), elsewhere.people().getFirst());
    did(letter, people.get(0), today());
    did(letter, people.get(3), today().minusDays(8));

    String page = letter.organiser().get(report(letter, "")).body();
    assertThat(page)
        .contains(row("Somebody", 2, 2, 2, 1, 0, 1, 0, 1), row("The whole place", 4, 3, 3, 1, 1, 1, 0, 1),
            row("The whole organisation", "–", 4, 3, 1, 1, 1, 0, 1),
            "A letter of ours")
        .containsPattern(row("Founder [0-9]+", 0, 1, 1, 0, 1, 0, 0, 0))
        .doesNotContain("Neighbour");

    String paper = Pdf.text(letter.organiser().file(report(letter, "/paper")));
    assertThat(paper).contains("Somebody", "The whole place", "The whole organisation", "A letter of ours",
        "17 Quillfeather Row").doesNotContain("Neighbour");
    assertThat(letter.organiser().speaking("es").get(report(letter, "")).body()).contains("Todo el sitio",
        "Toda la organización");
  }

  @Test
  void looksAtTheWeekThatWasChosen(FoundedLocal local) {
    var letter = Letter.in(local, 4, 3);
    talked(letter, local.withPasskey(steward(letter)).visitor(), letter.people().get(0), "yes");
    LocalDate before = today().minusDays(8);
    did(letter, letter.people().get(0), before);
    LocalDate monday = today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    String then = "?week=" + before.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));

    assertThat(letter.organiser().get(report(letter, "?week=" + monday)).body())
        .contains(row("The whole place", 4, 1, 1, 1, 0, 0, 0, 0), "value=\"" + monday + "\" selected")
        .doesNotContain("A letter of ours");
    assertThat(letter.organiser().get(report(letter, then)).body())
        .contains(row("Somebody", 2, 0, 0, 0, 0, 0, 0, 1), row("The whole place", 4, 0, 0, 0, 0, 0, 0, 1));

    Product.shared().clock().advance(Duration.ofDays(8));
    assertThat(letter.organiser().get(report(letter, "")).body())
        .contains(row("The whole place", 4, 0, 0, 0, 0, 0, 0, 0));
    assertThat(letter.organiser().get(report(letter, "?week=" + monday)).body())
        .contains(row("The whole place", 4, 1, 1, 1, 0, 0, 0, 0));
    assertThat(Pdf.text(letter.organiser().file(report(letter, "/paper?week=" + monday)))).contains("The whole place")
        .doesNotContain("Neighbour");
  }

  @Test
  void staysHowManyWereAskedAfterTheirAnswersWereDestroyed(FoundedLocal local) {
    var letter = Letter.in(local, 4, 3);
    talked(letter, letter.organiser(), letter.people().get(0), "yes");
    local.write(() -> {
      Letter.part(Conversations.class).forgetAnswers(new SubjectRef("step", letter.step()));
      return true;
    });

    assertThat(letter.organiser().get(report(letter, "")).body())
        .contains(row("The whole place", 4, 1, 1, 0, 0, 0, 0, 0));
  }

  @Test
  void isForTheOrganisersOfThePlace(FoundedLocal local) {
    var letter = Letter.in(local, 2, 2);
    talked(letter, letter.organiser(), letter.people().getFirst(), "yes");
    var here = local.withPasskey(local.person(new Reach.Sites(Set.of(letter.site())), Role.ORGANISER)).visitor();
    UUID oak = Letter.building(local, "9 Oak");
    var there = local.withPasskey(local.person(new Reach.Sites(Set.of(oak)), Role.ORGANISER)).visitor();
    var steward = local.withPasskey(steward(letter)).visitor();
    var other = Product.shared().found();
    var strange = other.withPasskey(other.founder()).visitor();

    assertThat(here.get(report(letter, "")).body()).contains("The whole place")
        .doesNotContain("The whole organisation");
    for (String rest : List.of("", "/paper")) {
      assertThat(there.get(report(letter, rest)).status()).isEqualTo(404);
      assertThat(steward.get(report(letter, rest)).status()).isEqualTo(403);
      assertThat(strange.get(other.path("sites/" + letter.site() + "/report-back" + rest)).status()).isEqualTo(404);
    }
    assertThat(letter.organiser().get(local.path("audit")).body()).contains("looked at the week’s report-back");
    assertThat(IntStream.range(0, 2).mapToObj(_ -> Pdf.text(here.file(report(letter, "/paper")))))
        .allMatch(paper -> !paper.contains("The whole organisation"));
  }
}
