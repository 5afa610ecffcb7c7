// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.support.Page;
import org.junit.jupiter.api.Test;

/** People jotted down: doors the site does not have, a paste taken back, whoever starts, and laying out again. */
class JottingTest {
  private final House.Member founder = House.found("Ana");

  private String people(UUID site) { return founder.at("sites/" + site + "/people"); }

  private List<String> names(UUID site) {
    return founder.does(() -> {
      var at = House.part(People.class).at(site).stream().map(People.Place::person).toList();
      return House.part(People.class).known(at).values().stream().map(People.Known::name).toList();
    });
  }

  private List<String> labels(UUID site) {
    return founder.does(() -> House.part(Sites.class).units(site)).stream().map(Sites.Unit::label).toList();
  }

  private static String set(Page saved) {
    return saved.location().orElseThrow().replaceFirst(".*added=", "").replaceFirst("&.*", "");
  }

  @Test
  void asksWhetherAnUnknownDoorIsAPlaceOrPartOfTheName() {
    UUID site = founder.building("1 Elm Street", 6);
    var browser = founder.browser();
    String lines = "Maria 3B\nZed 12Q\nPat 12Q";
    assertThat(browser.post(people(site), "lines", lines, "act", "preview").body())
        .contains("12Q looks like a door", "Make the place 12Q", "It is part of the name");
    var unanswered = browser.post(people(site), "lines", lines);
    assertThat(unanswered.status()).isEqualTo(422);
    assertThat(unanswered.body()).contains("Say whether 12Q is a place", "Zed 12Q\nPat 12Q");
    assertThat(names(site)).isEmpty();
    assertThat(browser.post(people(site), "lines", lines, "door-12Q", "make", "act", "preview").body())
        .contains("id=\"door-12Q-make\" name=\"door-12Q\" value=\"make\" checked");
    var saved = browser.post(people(site), "lines", lines, "door-12Q", "make");
    assertThat(saved.status()).isEqualTo(303);
    assertThat(names(site)).containsExactlyInAnyOrder("Maria", "Zed", "Pat");
    assertThat(labels(site)).contains("12Q").hasSize(25);
    assertThat(browser.follow(saved).body()).contains("2 of 25 homes known", "12Q");
  }

  @Test
  void keepsAWordThatOnlyLooksLikeADoorInTheName() {
    UUID site = founder.building("1 Elm Street", 6);
    assertThat(founder.browser().post(people(site), "lines", "Zed 12Q", "door-12Q", "name").status()).isEqualTo(303);
    assertThat(names(site)).containsExactly("Zed 12Q");
    assertThat(labels(site)).hasSize(24);
    assertThat(founder.browser().post(people(site), "lines", "Maria 2nd, since 2019, 10am").status()).isEqualTo(303);
  }

  @Test
  void givesTheLinesOfAPasteThatWasTakenBackIntoTheFormAgain() {
    UUID site = founder.building("1 Elm Street", 6);
    var browser = founder.browser();
    String lines = "Maria, 3B, 555 0101, nights\n\"Lopez, Juan\", 12Q, j@example.org\nHasper, 1A!\nNkechi";
    String set = set(browser.post(people(site), "lines", lines, "door-12Q", "make"));
    assertThat(labels(site)).hasSize(25);
    var back = browser.post(people(site) + "/undo", "added", set);
    assertThat(back.status()).isEqualTo(200);
    assertThat(names(site)).isEmpty();
    assertThat(labels(site)).as("the place made for them").hasSize(24);
    assertThat(back.body()).contains("Taken back", lines);
    assertThat(browser.post(people(site), "lines", lines, "door-12Q", "make").status()).isEqualTo(303);
    assertThat(names(site)).containsExactlyInAnyOrder("Maria", "Lopez, Juan", "Hasper", "Nkechi");
  }

  @Test
  void givesTheWalkItsLinesBackToo() {
    founder.building("1 Elm Street", 6);
    var browser = founder.browser();
    String set = set(browser.post(founder.at("start/people"), "own", "4C", "lines", "Maria, 3B"));
    assertThat(browser.post(founder.at("start/people/undo"), "added", set).body())
        .contains("value=\"4C\"", ">Maria, 3B</textarea>");
  }

  @Test
  void putsWhoeverStartsAtAWorkplaceOnTheChart() {
    UUID site = founder.does(() -> {
      UUID made = House.part(Sites.class).add(SiteKind.WORKPLACE, "The Kitchen", Optional.empty());
      House.part(Sites.class)
          .layOut(made, Layout.ofHeadCounts(List.of("Kitchen", "Front desk"), List.of("days", "nights"),
              List.of(List.of(12, 8), List.of(4, 2))));
      return made;
    });
    var browser = founder.browser();
    assertThat(browser.get(founder.at("start/people")).body()).contains("Your own department and shift",
        "<option value=\"Kitchen, nights\"");
    assertThat(browser.post(founder.at("start/people"), "own", "Garage", "lines", "").body())
        .contains("no such department or shift");
    var saved = browser.post(founder.at("start/people"), "own", "Kitchen, nights", "lines", "");
    assertThat(browser.follow(saved).body()).contains("1 of 26 people known").doesNotContain("Your own department");
    assertThat(founder.does(() -> House.part(People.class).at(site))).singleElement()
        .satisfies(place -> assertThat(place.person()).isEqualTo(founder.person()));
  }

  @Test
  void beginsWithThePresentLayoutWhenLaidOutAgain() {
    UUID site = founder.building("1 Elm Street", 6);
    for (String path : List.of("sites/" + site + "/units", "start/units")) {
      assertThat(founder.browser().get(founder.at(path)).body())
          .containsPattern("id=\"floors\"[^>]*value=\"6\"")
          .containsPattern("id=\"doors\"[^>]*value=\"A-D\"");
    }
    UUID work = founder.does(() -> {
      UUID made = House.part(Sites.class).add(SiteKind.WORKPLACE, "The Kitchen", Optional.empty());
      House.part(Sites.class)
          .layOut(made, Layout.ofHeadCounts(List.of("Kitchen", "Front desk"), List.of("days", "nights"),
              List.of(List.of(12, 8), List.of(4, 2))));
      return made;
    });
    var page = founder.browser().get(founder.at("sites/" + work + "/units"));
    assertThat(page.body()).contains("value=\"days, nights\"", ">Kitchen 12 8\nFront desk 4 2</textarea>");
    assertThat(founder.browser()
        .post(founder.at("sites/" + work + "/units"), "version", "2", "shifts", "days, nights", "groups",
            "Kitchen 12 8\nFront desk 4 2")
        .status()).isEqualTo(303);
    assertThat(founder.does(() -> House.part(Sites.class).units(work)).stream().map(Sites.Unit::label))
        .containsExactly("Kitchen, days", "Kitchen, nights", "Front desk, days", "Front desk, nights");
  }
}
