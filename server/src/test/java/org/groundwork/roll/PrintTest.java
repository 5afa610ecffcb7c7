// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.support.Pdf;
import org.groundwork.support.Product;
import org.junit.jupiter.api.Test;

/** A list for the clipboard: codes in place of names, a copy number, ticked off when it is back. */
class PrintTest {
  private final House.Member founder = House.found("Ana");
  private final UUID site = founder.building("1 Elm Street", 6);

  @Test
  void putsCodesOnPaperAndSaysHereWhoIsMeant() {
    UUID maria = founder.contact(site, "Maria", "3B");
    UUID zed = founder.contact(site, "Zed", "1A");
    founder.does(() -> {
      House.part(PersonRecords.class).markBossSide(House.part(PersonRecords.class).places(zed).getFirst(), zed, true);
      return true;
    });
    String copy = copy();
    String page = founder.browser().get(copy).bodyWithoutTokens();
    String paper = page.substring(page.indexOf("<div class=\"sheet\">"), page.indexOf("<section class=\"no-print\">"));
    assertThat(paper).contains("1 Elm Street", "Copy 1", "Returned", "3B").doesNotContain("Maria", maria.toString());
    assertThat(page.substring(page.indexOf("<section class=\"no-print\">"))).contains("Maria", maria.toString());
    assertThat(page).doesNotContain("Zed");
    assertThat(String.join("\n", founder.audited())).contains("list-printed", "list-seen\nsite\n" + site)
        .doesNotContain("Maria");
  }

  @Test
  void putsNamesOnItOnlyWhereSomebodyTicksThat() {
    founder.contact(site, "Maria", "3B");
    String page = founder.browser().get(copy("names", "on")).body();
    assertThat(page.substring(0, page.indexOf("<section class=\"no-print\">"))).contains("Maria");
  }

  @Test
  void isAFileToo() {
    founder.contact(site, "Maria <b>", "3B");

    String paper = Pdf.text(founder.browser().file(copy() + "/paper"));
    assertThat(paper).contains("1 Elm Street", "Copy 1", "3B").doesNotContain("Maria");
    String named = Pdf.text(founder.browser().file(copy("names", "on") + "/paper"));
    assertThat(named).contains("Copy 2", "Maria <b>");
    assertThat(founder.audited()).anyMatch(entry -> entry.contains("list-seen"));
  }

  @Test
  void drawsTheCodesAnewForEachCopy() {
    for (int i = 0; i < 20; i++) {
      founder.contact(site, "Person " + i, "3B");
    }
    copy();
    copy();
    var made = founder.does(() -> House.part(PrintCopies.class).of(site));
    assertThat(made).extracting(PrintCopies.Copy::number).containsExactly(2, 1);
    var codes = made.stream()
        .map(one -> founder.does(() -> House.part(PrintCopies.class).lines(one))
            .stream()
            .collect(Collectors.toMap(PrintCopies.Line::person, PrintCopies.Line::code)))
        .toList();
    assertThat(codes.get(0)).isNotEqualTo(codes.get(1));
    assertThat(Set.copyOf(codes.get(0).values())).hasSize(20);
  }

  @Test
  void makesOneCopyOfAFormThatIsSentTwice() {
    String at = founder.at("sites/" + site + "/prints");
    String page = founder.browser().get(at).body();
    String once = page.substring(page.indexOf("name=\"once\" value=\"") + 19).split("\"", 2)[0];
    for (int twice = 0; twice < 2; twice++) {
      assertThat(founder.browser().post(at, "once", once).status()).isEqualTo(303);
    }
    assertThat(founder.does(() -> House.part(PrintCopies.class).of(site))).hasSize(1);
    copy();
    assertThat(founder.does(() -> House.part(PrintCopies.class).of(site))).hasSize(2);
  }

  @Test
  void leavesNamesOffPaperWhereTheListIsNoCopy() {
    founder.contact(site, "Maria", "3B");
    String page = founder.browser().get(founder.at("people")).body();
    assertThat(page).contains("<ul class=\"people no-print\">",
        "<p class=\"print-only\">Names are not printed from here.");
    assertThat(page.indexOf("Maria")).isGreaterThan(page.indexOf("<ul class=\"people no-print\">"));
  }

  @Test
  void ticksACopyOffOnce() {
    String copy = copy();
    assertThat(founder.browser().get(founder.at("sites/" + site + "/prints")).body()).contains("Copy 1", "Ana",
        "Not back yet");
    founder.browser().post(copy + "/returned");
    founder.browser().post(copy + "/returned");
    assertThat(founder.browser().get(founder.at("sites/" + site + "/prints")).body()).contains("Returned")
        .doesNotContain("Not back yet");
    assertThat(founder.audited().stream().filter(entry -> entry.startsWith("list-returned"))).hasSize(1);
  }

  @Test
  void turnsAwayWhoeverHasNoReach() {
    UUID oak = founder.building("2 Oak Street", 2);
    String copy = copy();
    String id = copy.substring(copy.lastIndexOf('/') + 1);
    var steward = founder.with(new Reach.Sites(Set.of(oak)), Role.STEWARD).browser();
    var other = House.found("Otto");
    for (String path : List.of("sites/" + site + "/prints", "sites/" + site + "/prints/" + id,
        "sites/" + oak + "/prints/" + id)) {
      assertThat(steward.get(founder.at(path)).status()).as(path).isEqualTo(404);
      assertThat(other.browser().get(other.at(path)).status()).as(path).isEqualTo(404);
    }
    assertThat(steward.post(founder.at("sites/" + site + "/prints")).status()).isEqualTo(404);
    assertThat(steward.post(founder.at("sites/" + oak + "/prints/" + id + "/returned")).status()).isEqualTo(404);
    assertThat(founder.does(() -> House.part(PrintCopies.class).of(site)).getFirst().returned()).isEmpty();
  }

  @Test
  void forgetsWhatTheCodesMeant() {
    founder.contact(site, "Maria", "3B");
    String copy = copy();
    Product.shared().clock().advance(Duration.ofDays(91));
    founder.does(() -> {
      House.part(Forgetting.class).old();
      return true;
    });
    var later = new House.Member(founder.local(), founder.local().withPasskey(founder.self()));
    assertThat(later.browser().get(copy).body()).doesNotContain("Maria");
  }

  private String copy(String... fields) {
    var made = founder.browser().post(founder.at("sites/" + site + "/prints"), fields);
    assertThat(made.status()).isEqualTo(303);
    return made.location().orElseThrow();
  }
}
