// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody without an account tells what happened to them. */
@ExtendWith(ProductExtension.class)
class PublicReportTest {
  private static final Pattern LINK = Pattern.compile("<output>https?://[^/<]+(/r/[^<]+/follow-up/[^<]+)</output>");
  private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");

  @BeforeAll
  static void register(Product product) throws Exception { SmallRegister.load(product); }

  private static String form(FoundedLocal local) { return "/r/" + local.handle() + "/report"; }

  private static String once(Page page) {
    var found = ONCE.matcher(page.body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static Page send(Visitor stranger, FoundedLocal local, String once, String told, String place,
      String register) {
    return stranger.post(form(local), "once", once, "kind", "repairs", "told", told, "place", place, "register",
        register);
  }

  private static long reports(Product product, FoundedLocal local) {
    return local.read(() -> product.bean(Grievances.class).newest(100)).size();
  }

  @Test
  void asksWhichPlaceIsMeantFromTheRegisterAndKeepsWhatWasTyped(Product product, FoundedLocal local, Visitor stranger) {
    var answer = send(stranger, local, once(stranger.get(form(local))), "No heat", "11 Tester St.", "");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("tst:1", "No heat").doesNotContain("<output>");
    assertThat(reports(product, local)).isZero();
  }

  @Test
  void givesAPrivateLinkThatShowsTheReportAndLeavesTheAddressBar(Product product, FoundedLocal local,
      Visitor stranger) {
    var answer = send(stranger, local, once(stranger.get(form(local))), "No heat", "11 Tester St.", "tst:1");
    var link = LINK.matcher(answer.body());
    assertThat(link.find()).isTrue();
    var step = stranger.get(link.group(1));
    assertThat(step.location()).contains("/r/" + local.handle() + "/follow-up");
    assertThat(stranger.follow(link.group(1)).body()).contains("No heat");
    assertThat(product.visitor().get("/r/" + local.handle() + "/follow-up").status()).isEqualTo(404);
  }

  @Test
  void takesAFormSentTwiceAsOneReportAndAnswersBothWithTheSameLink(Product product, FoundedLocal local,
      Visitor stranger) {
    String once = once(stranger.get(form(local)));
    String first = PublicForm.link(send(stranger, local, once, "No heat", "11 Tester St.", "none"));
    String second = PublicForm.link(send(stranger, local, once, "No heat", "11 Tester St.", "none"));
    assertThat(second).isEqualTo(first);
    assertThat(stranger.follow(second).body()).contains("No heat");
    assertThat(reports(product, local)).isEqualTo(1);
  }

  @Test
  void answersATwiceSentFormWithTheLinkAlsoWhereBothComeAtOnce(Product product, FoundedLocal local, Visitor stranger)
      throws Exception {
    String once = once(stranger.get(form(local)));
    var browsers = java.util.stream.Stream.generate(stranger::twin).limit(6).toList();
    try (var pool = java.util.concurrent.Executors.newFixedThreadPool(6)) {
      var answers = pool.invokeAll(browsers
          .stream().<java.util.concurrent.Callable<Page>>map(browser -> () -> send(browser, local, once, "No heat",
              "11 Tester St.", "none"))
          .toList());
      for (var answer : answers) {
        assertThat(stranger.follow(PublicForm.link(answer.get())).body()).contains("No heat");
      }
    }
    assertThat(reports(product, local)).isEqualTo(1);
  }

  @Test
  void tellsTheLinkToNobodyWhoKnowsOnlyTheForm(Product product, FoundedLocal local, Visitor stranger) {
    String once = once(stranger.get(form(local)));
    send(stranger, local, once, "No heat", "11 Tester St.", "none");
    var guessed = send(product.visitor(), local, once, "Something else", "11 Tester St.", "none");
    assertThat(guessed.body()).contains("already in").doesNotContain("<output>");
    assertThat(reports(product, local)).isEqualTo(1);
  }

  @Test
  void showsAForgedOrForeignLinkAsAPageThatIsNotThere(FoundedLocal local, FoundedLocal other, Visitor stranger) {
    var link = LINK
        .matcher(send(stranger, local, once(stranger.get(form(local))), "Secret", "11 Tester St.", "none").body());
    assertThat(link.find()).isTrue();
    String token = link.group(1).substring(link.group(1).lastIndexOf('/') + 1);
    assertThat(stranger.follow("/r/" + other.handle() + "/follow-up/" + token).status()).isEqualTo(404);
    assertThat(stranger.follow("/r/" + local.handle() + "/follow-up/" + token.substring(1) + "A").status())
        .isEqualTo(404);
  }

  @Test
  void showsScriptAsTheTextItIs(FoundedLocal local, Visitor stranger) {
    String hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{0}${x}";
    var link = LINK.matcher(send(stranger, local, once(stranger.get(form(local))), hostile, hostile, "none").body());
    assertThat(link.find()).isTrue();
    String seen = stranger.follow(link.group(1)).body();
    assertThat(seen).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert", "<img src=x");
    var refused = stranger.post(form(local), "once", hostile, "kind", hostile, "told", hostile, "place", "", "since",
        hostile,
        "amount", hostile, "contact", hostile);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).doesNotContain("<script>alert", "<img src=x");
  }

  @Test
  void refusesTooMuchAtOnceAndKeepsNothing(Product product, FoundedLocal local, Visitor stranger) {
    String once = once(stranger.get(form(local)));
    assertThat(send(stranger, local, once, "x".repeat(4001), "11 Tester St.", "none").status()).isEqualTo(422);
    assertThat(send(stranger, local, once, "x".repeat(2_000_000), "11 Tester St.", "none").status()).isBetween(400,
        499);
    assertThat(reports(product, local)).isZero();
  }

  @Test
  void answersAlikeForALocalThatIsNotThere(Visitor stranger) {
    assertThat(stranger.get("/r/0123456789/report").status()).isEqualTo(404);
  }

  @Test
  void doesNotCountAsConfirmedUntilAnOrganiserHasSpoken(Product product, FoundedLocal local, Visitor stranger) {
    send(stranger, local, once(stranger.get(form(local))), "No heat", "11 Tester St.", "tst:1");
    var grievance = local.read(() -> product.bean(Grievances.class).newest(1)).getFirst();
    assertThat(grievance.confirmed()).isFalse();
    var organiser = local.founder().visitor();
    assertThat(organiser.post("/l/" + local.handle() + "/grievances/" + grievance.id() + "/spoken", "version",
        Long.toString(grievance.version()), "who", "unknown").status()).isEqualTo(303);
    assertThat(local.read(() -> product.bean(Grievances.class).byId(grievance.id())).orElseThrow().confirmed())
        .isTrue();
  }

  @Test
  void refusesADayThatCannotBe(Product product, FoundedLocal local, Visitor stranger) {
    String once = once(stranger.get(form(local)));
    for (String day : List.of("1900-01-01", "2999-01-01", "2026-02-31", "yesterday", "-1")) {
      var answer = stranger.post(form(local), "once", once, "kind", "repairs", "told", "No heat", "place", "Here",
          "register", "none", "since", day);
      assertThat(answer.status()).as(day).isEqualTo(422);
      assertThat(answer.body()).contains("since-error", "value=\"" + day + "\"", "No heat");
    }
    assertThat(reports(product, local)).isZero();
  }

  @Test
  void takesTodayAndRefusesTomorrowByTheClockOfTheLocal(Product product, FoundedLocal local, Visitor stranger) {
    var today = java.time.LocalDate.now(product.clock().withZone(java.time.ZoneId.of("America/New_York")));
    for (int days = 1; days >= 0; days--) {
      String day = today.plusDays(days).toString();
      var answer = stranger.post(form(local), "once", once(stranger.get(form(local))), "kind", "repairs", "told",
          "No heat", "place", "Here", "register", "none", "since", day);
      assertThat(answer.status()).as(day).isEqualTo(days == 0 ? 200 : 422);
      assertThat(answer.body().contains("has not come yet")).as(day).isEqualTo(days == 1);
    }
    assertThat(reports(product, local)).isEqualTo(1);
  }

  @Test
  void answersAlikeForAPlaceWhereWeOrganiseAndOneWhereWeDoNot(Product product, FoundedLocal local, Visitor stranger) {
    local.write(() -> product.bean(org.groundwork.roll.Sites.class)
        .add(org.groundwork.roll.SiteKind.BUILDING, "44 Secret Street", Optional.empty()));
    local.write(() -> product.bean(org.groundwork.roll.Sites.class)
        .add(org.groundwork.roll.SiteKind.BUILDING, "11 Tester Street", Optional.of("tst:1")));
    String once = "00000000-0000-4000-8000-000000000001";
    var known = send(stranger, local, once, "No heat", "44 Secret Street", "");
    assertThat(known.body()).doesNotContain("name=\"register\"");
    var ours = send(stranger, local, once(stranger.get(form(local))), "No heat", "11 Tester Street", "");
    var theirs = send(stranger, local, once(stranger.get(form(local))), "No heat", "22 Probe Road", "");
    assertThat(ours.status()).isEqualTo(theirs.status());
    assertThat(ours.body()).contains("tst:1").doesNotContain("organise");
    assertThat(theirs.body()).contains("tst:2");
  }
}
