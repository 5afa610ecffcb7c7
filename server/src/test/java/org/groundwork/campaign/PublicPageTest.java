// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What strangers see of a public fight, and what they do not. */
@ExtendWith(ProductExtension.class)
class PublicPageTest {

  private static Page page(Fight fight, Visitor stranger, String... ticks) {
    assertThat(fight.decide(fight.organiser(), ticks).status()).isEqualTo(303);
    return stranger.get(fight.publicPath());
  }

  @Test
  void saysWhatWeAskAndOfWhomAndNothingOfUs(FoundedLocal local, Visitor stranger) {
    var fight = Fight.with(local, 14);
    var page = page(fight, stranger);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.bodyWithoutTokens())
        .contains(Fight.TITLE, Fight.DEMAND, Fight.MEASURE, "Quenby Ostrander", "17 Quill LLC",
            "/r/" + local.handle() + "/report", "<title>Groundwork</title>")
        .doesNotContain(Fight.PLACE, "Neighbour", fight.id().toString(), fight.site().toString(),
            "The meeting in the yard",
            "A letter of ours", "14");
    assertThat(page.body()).as("no day but the demand's")
        .contains(Integer.toString(
            fight.now().core().demands().getFirst().dueOn().getYear()));
    assertThat(Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}").matcher(page.bodyWithoutTokens()).find())
        .isFalse();
  }

  @Test
  void isKeptByNobodyAndListedByNoSearchEngine(FoundedLocal local, Visitor stranger) {
    var page = page(Fight.with(local, 14), stranger);
    assertThat(page.header("Cache-Control")).contains("no-store");
    assertThat(page.header("X-Robots-Tag")).contains("noindex, nofollow, noarchive");
    assertThat(page.header("Referrer-Policy")).contains("no-referrer");
  }

  @Test
  void showsPlaceAndTitleAndLetsItselfBeFoundWhereTheDecisionSaysSo(FoundedLocal local, Visitor stranger) {
    var page = page(Fight.with(local, 14), stranger, "place", "on", "titled", "on", "searchable", "on");
    assertThat(page.body()).contains(Fight.PLACE, "<title>" + Fight.TITLE + "</title>");
    assertThat(page.header("X-Robots-Tag")).isEmpty();
    assertThat(page.header("Cache-Control")).contains("no-store");
  }

  @Test
  void speaksTheReadersLanguageAndNeedsNoScript(FoundedLocal local, Visitor stranger) {
    var fight = Fight.with(local, 14);
    page(fight, stranger);
    var page = stranger.speaking("es").get(fight.publicPath());
    assertThat(page.body()).contains("Qué pedimos", "Quién puede decir que sí", "lang=\"es\"");
    assertThat(page.body()).doesNotContain("<script>", "onclick");
  }

  @Test
  void showsExactlyWhatThePreviewShowed(FoundedLocal local, Visitor stranger) {
    var fight = Fight.with(local, 14);
    String preview = words(fight.organiser().post(fight.path("public"), "act", "look", "place", "on").body(),
        "<div class=\"sheet\">", "</ol>");
    var page = page(fight, stranger, "place", "on");
    assertThat(words(page.body(), "<main", "</ol>")).isEqualTo(preview).contains(Fight.PLACE, Fight.DEMAND);
  }

  /** The words of a part of a page, without its markup. */
  private static String words(String body, String from, String to) {
    String part = body.substring(body.indexOf('>', body.indexOf(from)) + 1);
    return part.substring(0, part.indexOf(to)).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
  }

  @Test
  void escapesHostileText(FoundedLocal local, Visitor stranger) {
    var fight = Fight.with(local, 14);
    var core = fight.now().core();
    String evil = "<script>alert(1)</script>";
    fight.organiser()
        .post(fight.path("demands"), "version", Long.toString(core.version()), "title", evil, "demand",
            core.demands().getFirst().id().toString(), "what", evil, "measure", evil, "due",
            Fight.today().plusDays(3).toString());
    var page = page(fight, stranger, "titled", "on");
    assertThat(page.body()).contains("&lt;script&gt;").doesNotContain("<script>alert");
  }

  @Test
  void tellsTheOutcomeWhenTheFightEndsAndNoSum(FoundedLocal local, Visitor stranger) {
    var fight = Fight.with(local, 14);
    page(fight, stranger);
    String path = fight.publicPath();
    var core = fight.now().core();
    String demand = core.demands().getFirst().id().toString();
    fight.organiser()
        .post(fight.path("outcome"), "version", Long.toString(core.version()), "result-" + demand, "won",
            "value-" + demand, "1234", "word", "We held together");
    assertThat(stranger.get(path).body()).contains("Won", "Ended")
        .doesNotContain("1,234", "1234", "We held together", "/r/" + local.handle() + "/report");
    var back = fight.organiser().follow(fight.organiser().post(fight.path("quiet")));
    assertThat(back.body()).as("also a fight that ended is taken back")
        .contains("The fight stays ended")
        .doesNotContain("quiet again");
    assertThat(stranger.get(path).status()).isEqualTo(404);
    assertThat(fight.now()).isInstanceOf(Campaign.Closed.class);
  }

  @Test
  void looksAtAnyOtherAddressLikeAPageThatIsNotThere(FoundedLocal local, FoundedLocal other, Visitor stranger) {
    var fight = Fight.with(local, 14);
    page(fight, stranger);
    String page = fight.publicPath().substring(fight.publicPath().lastIndexOf('/') + 1);
    var nowhere = stranger.get("/p/0123456789/" + page);
    for (String path : List.of("/p/" + other.handle() + "/" + page, "/p/" + local.handle() + "/" + fight.id(),
        "/p/" + local.handle() + "/zebra", "/p/" + local.handle() + "/" + page.toUpperCase(java.util.Locale.ROOT),
        "/p/" + local.handle() + "/" + "x".repeat(500))) {
      var there = stranger.get(path);
      assertThat(there.status()).as(path).isEqualTo(404);
      assertThat(alike(there, path)).as(path).isEqualTo(alike(nowhere, "/p/0123456789/" + page));
    }
  }

  /** Without the address itself, which the language switch carries. */
  private static String alike(Page page, String path) {
    return (page.status() + page.comparableHeaders() + page.bodyWithoutTokens()).replace(path, "/here")
        .replaceAll("content-length: \\[\\d+]", "");
  }
}
