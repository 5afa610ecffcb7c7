// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.groundwork.target.Registered;
import org.groundwork.target.TargetKind;
import org.groundwork.target.Targets;
import org.groundwork.target.Verdicts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A public page says who is behind the companies as it was decided, and nothing that somebody split since. */
@ExtendWith(ProductExtension.class)
class WhoIsBehindTest {
  private static final String OFFICE = "500 HOLDER PLAZA 4 09999";
  private static final String SENTENCE = "VEXFORD YSOLDE signs for both";

  private static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  private static void decide(FoundedLocal local, String a, String b, Verdicts.Verdict verdict) {
    assertThat(local.write(() -> {
      part(Verdicts.class).decide(a, b, verdict);
      return true;
    })).isTrue();
  }

  private static void confirm(FoundedLocal local, String a, String b) {
    decide(local, a, b, Verdicts.Verdict.CONFIRMED);
  }

  /** A fight against a network of three houses, two of which somebody confirmed to belong together. */
  private static Fight against(FoundedLocal local, String code) throws Exception {
    new Registered(Product.shared(), code)
        .house("1", "2026-01-15", "ELEVEN LLC", OFFICE, "HeadOfficer=VEXFORD YSOLDE")
        .house("2", "2026-01-15", "PROBE LLC", OFFICE, "HeadOfficer=VEXFORD YSOLDE")
        .house("3", "2026-01-15", "THIRD LLC", OFFICE, "HeadOfficer=VEXFORD YSOLDE")
        .load();
    confirm(local, code + ":1", code + ":2");
    return of(local, code);
  }

  private static Fight of(FoundedLocal local, String code) {
    var fight = Fight.with(local, 14);
    local.write(() -> {
      part(Targets.class).correct(fight.target(), TargetKind.LANDLORD, Optional.of("Quenby Ostrander"),
          Optional.of("17 Quill LLC"), Optional.of(code + ":1"));
      return true;
    });
    return fight;
  }

  @Test
  void isShownToWhoeverDecidesAndThenToStrangersWithItsSource(FoundedLocal local, Visitor stranger) throws Exception {
    var fight = against(local, "beh1");
    var by = fight.organiser();
    assertThat(by.get(fight.path("public")).body()).contains(SENTENCE, "1 INVENTED STREET", "Source: Invented beh1",
        "Leave out who is behind");
    assertThat(fight.decide(by).status()).isEqualTo(303);
    assertThat(stranger.get(fight.publicPath()).body())
        .contains("Who is behind these companies", SENTENCE, "1 INVENTED STREET", "2 INVENTED STREET",
            "Source: Invented beh1")
        .doesNotContain("3 INVENTED STREET", "THIRD LLC");
  }

  @Test
  void isLeftOutWhereTheDecisionSaysSo(FoundedLocal local, Visitor stranger) throws Exception {
    var fight = against(local, "beh2");
    assertThat(fight.decide(fight.organiser(), "behind", "on").status()).isEqualTo(303);
    assertThat(stranger.get(fight.publicPath()).body()).doesNotContain("VEXFORD", "INVENTED", "Who is behind");
  }

  @Test
  void staysAsItWasDecidedWhateverIsConfirmedLater(FoundedLocal local, Visitor stranger) throws Exception {
    var fight = against(local, "beh3");
    fight.decide(fight.organiser());
    String before = stranger.get(fight.publicPath()).bodyWithoutTokens();
    Product.shared().clock().advance(Duration.ofMinutes(1));
    confirm(local, "beh3:2", "beh3:3");
    confirm(local, "beh3:1", "beh3:2"); // sent twice: nothing new
    new Registered(Product.shared(), "beh3")
        .house("1", "2026-01-15", "ELEVEN LLC", OFFICE, "HeadOfficer=SOMEBODY ELSE")
        .house("2", "2026-01-15", "PROBE LLC", OFFICE, "HeadOfficer=SOMEBODY ELSE")
        .load(local);
    assertThat(stranger.get(fight.publicPath()).bodyWithoutTokens()).isEqualTo(before).contains(SENTENCE);
  }

  @Test
  void disappearsAtOnceWhenItIsSplitAndDoesNotComeBackUndecided(FoundedLocal local, Visitor stranger)
      throws Exception {
    var fight = against(local, "beh4");
    confirm(local, "beh4:2", "beh4:3");
    fight.decide(fight.organiser());
    String page = fight.publicPath();
    assertThat(stranger.get(page).body()).contains("1 INVENTED STREET", "3 INVENTED STREET");
    Product.shared().clock().advance(Duration.ofMinutes(1));
    decide(local, "beh4:1", "beh4:2", Verdicts.Verdict.SPLIT);
    assertThat(stranger.get(page).body()).contains("3 INVENTED STREET", SENTENCE).doesNotContain("1 INVENTED STREET");
    confirm(local, "beh4:1", "beh4:2");
    assertThat(stranger.get(page).body()).as("until it is decided anew").doesNotContain("1 INVENTED STREET");
    local.write(() -> part(Verdicts.class).withdraw("beh4:2", "beh4:3"));
    assertThat(stranger.get(page).body()).doesNotContain("VEXFORD", "INVENTED", "Who is behind");
  }

  @Test
  void isAnotherPageThanTheOneThatWasLookedAtWhereALinkIsConfirmedMeanwhile(FoundedLocal local) throws Exception {
    var fight = against(local, "beh5");
    var by = fight.organiser();
    String print = Fight.print(by.get(fight.path("public")));
    confirm(local, "beh5:2", "beh5:3");
    var answer = by.post(fight.path("public"), "act", "decide", "print", print, "decided", "Us", "on",
        Fight.today().toString(), "word", "public");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("preview-error", "3 INVENTED STREET");
    assertThat(fight.now()).isInstanceOf(Campaign.Quiet.class);
  }

  @Test
  void neverTellsWhereAPersonMayLive(FoundedLocal local, Visitor stranger) throws Exception {
    new Registered(Product.shared(), "beh6")
        .house("1", "2026-01-15", "", "8 HOMELY LANE 09444", "HeadOfficer=QUIMBY ORLA")
        .house("2", "2026-01-15", "", "8 HOMELY LANE 09444", "HeadOfficer=QUIMBY ORLA")
        .load();
    confirm(local, "beh6:1", "beh6:2");
    var fight = of(local, "beh6");
    assertThat(fight.organiser().get(fight.path("public")).body()).contains("QUIMBY ORLA signs for both")
        .doesNotContain("HOMELY", "09444");
    fight.decide(fight.organiser());
    assertThat(stranger.get(fight.publicPath()).body()).contains("QUIMBY ORLA signs for both")
        .doesNotContain("HOMELY", "09444");
  }

  @Test
  void showsHostileNamesAsTheTextTheyAre(FoundedLocal local, Visitor stranger) throws Exception {
    String evil = "<script>alert(1)</script>{0}";
    new Registered(Product.shared(), "beh7")
        .house("1", "2026-01-15", "ELEVEN LLC", OFFICE, "HeadOfficer=" + evil)
        .house("2", "2026-01-15", "PROBE LLC", OFFICE, "HeadOfficer=" + evil)
        .load();
    confirm(local, "beh7:1", "beh7:2");
    var fight = of(local, "beh7");
    fight.decide(fight.organiser());
    assertThat(stranger.get(fight.publicPath()).body()).contains("Who is behind", "&lt;script")
        .doesNotContain("<script>alert");
  }

  @Test
  void doesNotNameAQuietPlaceUnlessTheDecisionSaysSo(FoundedLocal local, Visitor stranger) throws Exception {
    local.write(() -> part(Sites.class).add(SiteKind.BUILDING, "The brick house", Optional.of("beh8:2")));
    var fight = against(local, "beh8");
    var refused = fight.decide(fight.organiser());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("place-error", "names The brick house");
    assertThat(fight.decide(fight.organiser(), "named", "on").status()).isEqualTo(303);
    assertThat(stranger.get(fight.publicPath()).body()).contains("2 INVENTED STREET");
  }
}
