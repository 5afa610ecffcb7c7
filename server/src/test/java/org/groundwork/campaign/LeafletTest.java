// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Pdf;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A leaflet says what its writer wrote, and of a quiet fight nothing else. */
@ExtendWith(ProductExtension.class)
class LeafletTest {

  private static String[] fields(String act, String... more) {
    var fields = new ArrayList<>(List.of("act", act, "title", "The rent goes up", "line", "Did you get the letter too?",
        "code", "report"));
    fields.addAll(Arrays.asList(more));
    return fields.toArray(String[]::new);
  }

  private static Page text(Fight fight, Visitor by, String... more) {
    return by.post(fight.path("leaflet"), fields("copy", more));
  }

  private static String paper(Fight fight, String... more) {
    var visitor = fight.organiser();
    return Pdf.text(visitor.posted(fight.path("leaflet"), fields("paper", more)));
  }

  @Test
  void printsFourOfOneOrTwoInEachLanguage(FoundedLocal local) {
    var fight = Fight.with(local, 2);

    String one = paper(fight, "when", "Thursday at seven, in the yard");
    assertThat(one.split("The rent goes up", -1)).hasSize(5);
    assertThat(one).contains("Thursday at seven, in the yard");
    assertThat(one.replace(" ", "")).contains("/r/" + local.handle() + "/report");

    String two = paper(fight, "title2", "Sube el alquiler", "line2", "¿También recibiste la carta?");
    assertThat(two.split("The rent goes up", -1)).hasSize(3);
    assertThat(two.split("Sube el alquiler", -1)).hasSize(3);
  }

  @Test
  void saysNothingOfTheTargetOfAQuietFightUnlessTicked(FoundedLocal local) {
    var fight = Fight.with(local, 2);
    var organiser = fight.organiser();

    String blank = organiser.get(fight.path("leaflet")).body();
    assertThat(blank).doesNotContain("value=\"" + Fight.TITLE, "value=\"" + Fight.DEMAND);
    Page refused = text(fight, organiser, "ask", "QUENBY ostrander, take it back");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("QUENBY ostrander, take it back", "The words say whom it is about.");
    assertThat(paper(fight)).doesNotContain("Ostrander", "Quill");
    assertThat(paper(fight, "target", "on", "ask", "Quenby Ostrander, take it back")).contains("Quenby Ostrander");
  }

  @Test
  void leadsToThePublicPageOnceThereIsOne(FoundedLocal local) {
    var fight = Fight.with(local, 20);
    var organiser = fight.organiser();
    assertThat(organiser.post(fight.path("leaflet"), "title", "Rent", "line", "Read this", "code", "page").status())
        .isEqualTo(422);
    assertThat(organiser.get(fight.path("leaflet")).body()).doesNotContain("value=\"page\"");

    assertThat(fight.decide(organiser).status()).isEqualTo(303);
    String page = organiser.get(fight.path("leaflet")).body();
    assertThat(page).contains("value=\"page\"", "value=\"" + Fight.TITLE, Fight.DEMAND);
    Page copied = organiser.post(fight.path("leaflet"), "act", "copy", "title", "Rent", "line", "Read this", "code",
        "page");
    assertThat(copied.body()).contains("Rent<br>", fight.publicPath(), "Nothing has been sent to anyone.");
  }

  @Test
  void refusesWhatDoesNotFitAndLosesNothing(FoundedLocal local) {
    var fight = Fight.with(local, 1);
    var organiser = fight.organiser();

    Page empty = organiser.post(fight.path("leaflet"), "act", "paper", "line2", "Solo esto", "code", "nonsense");
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.body()).contains("Solo esto");
    Page wide = text(fight, organiser, "when", "w".repeat(101));
    assertThat(wide.status()).isEqualTo(422);
    assertThat(wide.body()).contains("w".repeat(101));
  }

  @Test
  void keepsHostileWordsOnOnePage(FoundedLocal local) {
    var fight = Fight.with(local, 1);
    byte[] made = fight.organiser()
        .posted(fight.path("leaflet"), "act", "paper", "title", "W".repeat(60), "line",
            "<script>x</script>" + "M".repeat(140),
            "ask", "W".repeat(160), "when", "M".repeat(100), "target", "on", "code", "report");

    assertThat(Pdf.pages(made)).isOne();
    assertThat(Pdf.text(made)).contains("<script>x</script>");
  }

  @Test
  void isForThoseWhoRunTheFight(FoundedLocal local) {
    var fight = Fight.with(local, 1);
    UUID elsewhere = Fight.building(local, "9 Oak", 0);
    var other = local.withPasskey(local.person(new Reach.Sites(Set.of(elsewhere)), Role.ORGANISER)).visitor();

    assertThat(other.get(fight.path("leaflet")).status()).isEqualTo(404);
    assertThat(text(fight, other).status()).isEqualTo(404);
    assertThat(local.person(Role.MEMBER).visitor().get(fight.path("leaflet")).status()).isEqualTo(403);
  }
}
