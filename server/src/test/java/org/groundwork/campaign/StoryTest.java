// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.groundwork.grievance.GrievanceKind;
import org.groundwork.grievance.Grievances;
import org.groundwork.grievance.NewGrievance;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.SiteMerge;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A fight reads as a story, and shows each reader the numbers whose rows they may see. */
@ExtendWith(ProductExtension.class)
class StoryTest {
  private static final Pattern FIGURE = Pattern.compile("<p class=\"figure\">(.*?)</p>");

  private static void report(Product product, Fight fight) {
    fight.local()
        .write(() -> product.bean(Grievances.class)
            .report(new NewGrievance(GrievanceKind.REPAIRS, Optional.empty(), Optional.of(fight.site()),
                Optional.empty(), "", Optional.of(LocalDate.of(2026, 1, 1)), Optional.empty(), "told", "",
                Locale.ENGLISH, NewGrievance.CameBy.ORGANISER), Optional.empty()));
  }

  @Test
  void tellsWhoWeAreWhoCanSayYesWhatWeAskHowStrongWeAreAndWhatHappensNext(FoundedLocal local) {
    var fight = Fight.with(local, 7);
    var page = fight.organiser().get(fight.path(""));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).containsSubsequence(Fight.TITLE, "Who we are", Fight.PLACE, "Who can say yes",
        "Quenby Ostrander", "For 17 Quill LLC", "What we ask", Fight.DEMAND, "days left", "How strong we are",
        "<b>7</b>",
        "of 24 homes known", "Majority: 13 homes", "What happens next", "A letter of ours", "Whom to talk to");
    assertThat(page.body().split("button--next", -1)).as("one next step").hasSize(2);
  }

  @Test
  void linksEveryNumberToItsRows(Product product, FoundedLocal local) {
    var fight = Fight.with(local, 7);
    report(product, fight);
    report(product, fight);
    var by = fight.organiser();
    var page = by.get(fight.path(""));
    var figures = FIGURE.matcher(page.body()).results().map(MatchResult::group).toList();
    assertThat(figures).isNotEmpty().allSatisfy(figure -> assertThat(figure).contains("<a href="));
    assertThat(page.body()).contains("<a href=\"#reports\">2 reports from here.", "id=\"reports\"", "1: Repairs",
        "2: Repairs");
    var rows = Pattern.compile("href=\"(/l/[^\"]*/grievances/[^\"]*)\"").matcher(page.body()).results().toList();
    assertThat(rows).hasSize(2).allSatisfy(row -> assertThat(by.get(row.group(1)).status()).isEqualTo(200));
    assertThat(by.get(local.path("sites/" + fight.site())).status()).isEqualTo(200);
  }

  @Test
  void showsAMemberTheFightAndNoNumberOfPeopleNoNameAndNoPlace(Product product, FoundedLocal local) {
    var fight = Fight.with(local, 7);
    report(product, fight);
    var member = local.person(Role.MEMBER).visitor();
    var page = member.get(fight.path(""));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains(Fight.TITLE, Fight.DEMAND, "The chart is seen by the organisers of this site")
        .doesNotContain("Neighbour", "of 24 homes", "<b>7</b>", "One report", Fight.PLACE, "/talks", "/outcome",
            "/public");
    assertThat(member.get(local.path("campaigns")).body()).contains(Fight.TITLE)
        .doesNotContain("Neighbour", Fight.PLACE);
  }

  @Test
  void hidesADraftFromThoseWhoDoNotRunIt(Product product, FoundedLocal local) {
    var fight = Fight.with(local, 1);
    UUID draft = local.write(() -> product.bean(Campaigns.class)
        .draft("Unfinished business", fight.target(), Optional.of(fight.site()), Optional.empty()));
    UUID elsewhere = Fight.building(local, "5 Oak Street", 0);
    var member = local.person(Role.MEMBER).visitor();
    var notHere = local.withPasskey(local.person(new Reach.Sites(Set.of(elsewhere)), Role.MEMBER, Role.ORGANISER))
        .visitor();
    for (var reader : List.of(member, notHere)) {
      assertThat(reader.get(local.path("campaigns/" + draft)).status()).isEqualTo(404);
      assertThat(reader.get(local.path("campaigns")).body()).doesNotContain("Unfinished business")
          .contains(Fight.TITLE);
    }
    assertThat(fight.organiser().get(local.path("campaigns")).body()).contains("Unfinished business", "Not open yet");
    assertThat(fight.organiser().get(local.path("campaigns/" + draft)).body()).contains("This fight is not open yet");
  }

  @Test
  void showsANewListTheWayToAFirstFight(FoundedLocal local) {
    var page = local.founder().visitor().get(local.path("campaigns"));
    assertThat(page.body()).contains("No fight is open", local.path("campaigns/new"));
    assertThat(local.person(Role.MEMBER).visitor().get(local.path("campaigns")).body())
        .doesNotContain(local.path("campaigns/new"));
  }

  @Test
  void pagesThroughALongList(Product product, FoundedLocal local) {
    var fight = Fight.with(local, 0);
    local.write(() -> {
      for (int at = 0; at < 60; at++) {
        product.bean(Campaigns.class)
            .draft("Fight number " + at, fight.target(), Optional.of(fight.site()), Optional.empty());
      }
      return true;
    });
    var first = fight.organiser().get(local.path("campaigns"));
    assertThat(first.body()).contains("Fight number 59").doesNotContain(Fight.TITLE);
    String next = first.body().replaceAll("(?s).*href=\"([^\"]*below=[^\"]*)\".*", "$1").replace("&amp;", "&");
    assertThat(fight.organiser().get(next).body()).contains(Fight.TITLE).doesNotContain("Fight number 59");
    assertThat(fight.organiser().get(local.path("campaigns?below=nonsense")).status()).isEqualTo(200);
  }

  @Test
  void keepsItsChartWhenItsPlaceTurnsOutToBeOneThatIsThereAlready(Product product, FoundedLocal local) {
    UUID first = Fight.building(local, "17 Quillfeather Rw", 2);
    var fight = Fight.with(local, 7);
    assertThat(local.write(() -> product.bean(SiteMerge.class).merge(first, fight.site()))).isPresent();
    UUID now = fight.now().core().site().orElseThrow();
    assertThat(local.read(() -> product.bean(Sites.class).byId(now))).isPresent();
    assertThat(fight.organiser().get(fight.path("")).body()).contains("of 24 homes known");
    assertThat(fight.organiser().get(fight.path("talks")).status()).isEqualTo(200);
  }

  @Test
  void saysThatAPlaceIsNotLaidOutYet(Product product, FoundedLocal local) {
    UUID bare = local.write(() -> product.bean(Sites.class).add(SiteKind.BUILDING, "1 Bare Street", Optional.empty()));
    var fight = Fight.with(local, 1);
    fight.organiser()
        .post(fight.path("site"), "version", Long.toString(fight.now().core().version()), "site", bare.toString());
    assertThat(fight.organiser().get(fight.path("")).body()).contains("This place is not laid out yet")
        .doesNotContain("of 0 homes");
    assertThat(fight.organiser().get(fight.path("public")).body()).contains("No chart shows how many we are");
  }
}
