// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sites: added, laid out, filled from jotted lines, made one where they were written down twice. */
class SitesTest {
  private final House.Member founder = House.found("Ana");

  @Test
  void addsASiteLaysItOutAndFillsItFromAPaste() {
    var browser = founder.browser();
    var added = browser.post(founder.at("sites"), "kind", "building", "address", "118 Elm Street");
    UUID site = only().id();
    assertThat(browser.follow(added).body()).contains("118 Elm Street", "No squares yet");
    browser.post(founder.at("sites/" + site + "/units"), "version", "1", "floors", "6", "doors", "A-D");
    String forty = IntStream.range(0, 40)
        .mapToObj(i -> "Person " + (char) ('A' + i % 26) + ", " + (1 + i / 4 % 6) + "ABCD".charAt(i % 4) + ", nights")
        .collect(Collectors.joining("\n"));
    var preview = browser.post(founder.at("sites/" + site + "/people"), "lines", forty, "act", "preview");
    assertThat(preview.body()).contains("This is how it was read", "Person A");
    assertThat(known(site)).isZero();
    var saved = browser.post(founder.at("sites/" + site + "/people"), "lines", forty);
    assertThat(known(site)).isEqualTo(24);
    assertThat(browser.follow(saved).body()).contains("24 of 24 homes known");
    String set = saved.location().orElseThrow().replaceFirst(".*added=", "").replaceFirst("&.*", "");
    browser.post(founder.at("sites/" + site + "/people/undo"), "added", set);
    assertThat(known(site)).isZero();
    assertThat(browser.post(founder.at("sites/" + site + "/people/undo"), "added", set).status()).isEqualTo(409);
  }

  @Test
  void takesNobodyBackWhomSomebodyHasChangedSince() {
    UUID site = founder.building("1 Elm Street", 2);
    var saved = founder.browser().post(founder.at("sites/" + site + "/people"), "lines", "Maria 1A\nJuan 1B");
    String set = saved.location().orElseThrow().replaceFirst(".*added=", "").replaceFirst("&.*", "");
    UUID maria = founder.does(() -> House.part(People.class).at(site)).getFirst().person();
    founder.does(() -> House.part(PersonRecords.class)
        .save(maria, 1,
            new People.Known("Maria L", Optional.empty(), Optional.empty(), ""), false));
    assertThat(founder.browser().post(founder.at("sites/" + site + "/people/undo"), "added", set).status())
        .isEqualTo(409);
    assertThat(known(site)).isEqualTo(2);
  }

  @Test
  void writesNobodyDownTwiceWhoIsInAPasteTwiceOrThereAlready() {
    UUID site = founder.building("1 Elm Street", 2);
    String paste = "Maria, 1A, 555 0101\nmaria 1A\nMaria, 1A, 555 0199\nJuan 1B";
    var preview = founder.browser()
        .post(founder.at("sites/" + site + "/people"), "lines", paste, "act", "preview")
        .body();
    assertThat(preview.split("there already</span>", -1)).hasSize(2);
    var saved = founder.browser().post(founder.at("sites/" + site + "/people"), "lines", paste);
    assertThat(founder.browser().follow(saved).body()).contains("One line named somebody who is there already");
    assertThat(founder.does(() -> House.part(People.class).at(site))).as("two people may share a name and a door")
        .hasSize(3);
    var again = founder.browser().post(founder.at("sites/" + site + "/people"), "lines", paste);
    assertThat(again.location()).hasValue(founder.at("sites/" + site + "?again=4"));
    assertThat(founder.browser().follow(again).body()).contains("4 lines named somebody who is there already");
    assertThat(founder.does(() -> House.part(People.class).at(site))).hasSize(3);
  }

  @Test
  void readsAWorkplaceByDepartmentAndShift() {
    var browser = founder.browser();
    browser.post(founder.at("sites"), "kind", "workplace", "address", "Harbour Warehouse");
    UUID site = only().id();
    browser.post(founder.at("sites/" + site + "/units"), "version", "1", "shifts", "days, nights", "groups",
        "Kitchen 12 8\nFront desk 4 2");
    browser.post(founder.at("sites/" + site + "/people"), "lines", "Maria, kitchen nights\nJuan, front desk days");
    assertThat(browser.get(founder.at("people?site=" + site + "&row=Kitchen")).body())
        .contains("Maria", "Kitchen, nights")
        .doesNotContain(">Juan<");
    assertThat(browser.get(founder.at("sites/" + site)).body()).contains("2 of 26 people known");
  }

  @Test
  void asksBeforeASecondSiteWithTheSameAddress() {
    UUID site = founder.building("118 Elm St.", 2);
    var again = founder.browser().post(founder.at("sites"), "kind", "building", "address", "118 elm street");
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body()).contains("This address is there already", site.toString(), "118 elm street");
    assertThat(founder.browser()
        .post(founder.at("sites"), "kind", "building", "address", "118 elm street", "another", "on")
        .status()).isEqualTo(303);
  }

  @Test
  void makesTwoSitesOneAndTakesItBackExactly() {
    UUID one = founder.building("118 Elm St.", 6);
    UUID two = founder.building("118 Elm Street", 6);
    founder.contact(one, "Maria", "3B");
    UUID juan = founder.contact(two, "Juan", "5C");
    String before = places();
    var browser = founder.browser();
    assertThat(browser.get(founder.at("sites")).body()).contains("Written down twice");
    browser.post(founder.at("sites/merge"), "one", one.toString(), "two", two.toString());
    var held = founder.does(() -> House.part(PersonRecords.class).places(juan)).getFirst();
    assertThat(held.site()).isEqualTo(one);
    assertThat(held.unitLabel()).contains("5C");
    assertThat(browser.get(founder.at("sites/" + two)).status()).isEqualTo(404);
    assertThat(founder.does(() -> House.part(JdbcClient.class)
        .sql("select site_id from roll.api_site_now where local_id = ? and id = ?")
        .params(founder.local().id().value(), two)
        .query(UUID.class)
        .single())).isEqualTo(one);
    assertThat(browser.get(founder.at("sites/" + one)).body()).contains("Also written down as 118 Elm Street");
    UUID set = founder.does(() -> House.part(SiteMerge.class).into(one)).getFirst().changeSet();
    browser.post(founder.at("sites/" + one + "/part"), "set", set.toString());
    assertThat(places()).isEqualTo(before);
    assertThat(browser.get(founder.at("sites/" + two)).status()).isEqualTo(200);
    assertThat(browser.post(founder.at("sites/" + one + "/part"), "set", set.toString()).status()).isEqualTo(409);
  }

  @Test
  void refusesToLayOutAwayADoorWithPeopleBehindIt() {
    UUID site = founder.building("1 Elm Street", 6);
    founder.contact(site, "Maria", "6D");
    var refused = founder.browser()
        .post(founder.at("sites/" + site + "/units"), "version", "2", "floors", "2", "doors", "A-B");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Move them first", "value=\"2\"", "value=\"A-B\"");
  }

  @Test
  void showsBothNamesToTheSecondOfTwoWhoCorrectASite() {
    UUID site = founder.building("1 Elm Street", 2);
    String form = founder.at("sites/" + site + "/change");
    assertThat(founder.browser().get(form).body()).contains("name=\"version\" value=\"2\"");
    assertThat(founder.browser().post(form, "version", "2", "kind", "building", "address", "1 Elm St").location())
        .hasValue(founder.at("sites/" + site + "?done=saved"));
    var conflict = founder.browser().post(form, "version", "2", "kind", "campus", "address", "The blue house");
    assertThat(conflict.status()).isEqualTo(409);
    assertThat(conflict.body()).contains("Somebody else changed this meanwhile", "1 Elm St", "The blue house",
        "name=\"version\" value=\"3\"");
    assertThat(only().name()).isEqualTo("1 Elm St");
    assertThat(founder.browser().post(form, "version", "3", "kind", "building", "address", "The blue house").status())
        .isEqualTo(303);
    assertThat(only().name()).isEqualTo("The blue house");
    var refused = founder.browser().post(form, "version", "4", "kind", "x", "address", "");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("kind-error", "address-error");
  }

  @Test
  void refusesToLayOutAPlaceThatSomebodyElseLaidOutMeanwhile() {
    UUID site = founder.building("1 Elm Street", 2);
    String form = founder.at("sites/" + site + "/units");
    founder.browser().post(form, "version", "2", "floors", "3", "doors", "A-C");
    var conflict = founder.browser().post(form, "version", "2", "floors", "4", "doors", "A-B");
    assertThat(conflict.status()).isEqualTo(409);
    assertThat(conflict.body()).contains("laid this place out meanwhile", "value=\"4\"", "value=\"A-B\"");
    assertThat(founder.does(() -> House.part(Sites.class).units(site))).hasSize(9);
  }

  @Test
  void turnsAwayWhoeverHasNoReach() {
    UUID elm = founder.building("1 Elm Street", 2);
    UUID oak = founder.building("2 Oak Street", 2);
    var steward = founder.with(new Reach.Sites(Set.of(elm)), Role.STEWARD);
    var member = founder.with(new Reach.WholeLocal(), Role.MEMBER);
    var other = House.found("Otto");
    var browser = steward.browser();
    assertThat(browser.get(founder.at("sites")).body()).contains("1 Elm Street").doesNotContain("2 Oak Street");
    for (String path : List.of("sites/" + oak, "sites/" + oak + "/units", "sites/" + oak + "/change")) {
      assertThat(browser.get(founder.at(path)).status()).as(path).isEqualTo(404);
      assertThat(member.browser().get(founder.at(path)).status()).as(path).isEqualTo(403);
      assertThat(other.browser().get(founder.at(path)).status()).as(path).isEqualTo(404);
      assertThat(other.browser().get(other.at(path)).status()).as(path).isEqualTo(404);
      assertThat(House.stranger().get(founder.at(path)).location()).as(path)
          .hasValueSatisfying(to -> assertThat(to).startsWith("/sign-in"));
    }
    assertThat(browser.post(founder.at("sites/" + oak + "/people"), "lines", "X 1A").status()).isEqualTo(404);
    assertThat(browser.post(founder.at("sites"), "kind", "building", "address", "3 Ash").status()).isEqualTo(403);
    assertThat(browser.post(founder.at("sites/merge"), "one", elm.toString(), "two", oak.toString()).status())
        .isEqualTo(403);
  }

  @Test
  void letsAStewardTakeBackNobodyAtAnotherSite() {
    UUID elm = founder.building("1 Elm Street", 2);
    UUID oak = founder.building("2 Oak Street", 2);
    var saved = founder.browser().post(founder.at("sites/" + oak + "/people"), "lines", "Lena 1A");
    String set = saved.location().orElseThrow().replaceFirst(".*added=", "").replaceFirst("&.*", "");
    var steward = founder.with(new Reach.Sites(Set.of(elm)), Role.STEWARD);
    assertThat(steward.browser().post(founder.at("sites/" + elm + "/people/undo"), "added", set).status())
        .isEqualTo(404);
    assertThat(steward.browser().post(founder.at("start/people/undo"), "added", set).status()).isEqualTo(404);
    assertThat(known(oak)).isEqualTo(1);
  }

  @Test
  void showsHostileTextAsText() {
    var browser = founder.browser();
    String hostile = "<script>alert(1)</script>";
    browser.post(founder.at("sites"), "kind", "building", "address", hostile);
    UUID site = only().id();
    for (var page : List.of(browser.get(founder.at("sites")), browser.get(founder.at("sites/" + site)),
        browser.post(founder.at("sites/" + site + "/people"), "lines", hostile, "act", "preview"),
        browser.post(founder.at("sites/" + site + "/units"), "version", "1", "floors", "\"><script>alert(1)", "doors",
            hostile),
        browser.post(founder.at("sites"), "kind", hostile, "address", hostile))) {
      assertThat(page.body()).doesNotContain("<script>alert");
    }
  }

  private Site only() { return founder.does(() -> House.part(Sites.class).all()).getLast(); }

  private int known(UUID site) {
    return founder.does(() -> House.part(Charts.class).of(House.part(Sites.class).byId(site).orElseThrow()).known());
  }

  private String places() {
    return founder.does(() -> House.part(JdbcClient.class)
        .sql("""
        select string_agg((to_jsonb(p) - 'version' - 'changed_at' - 'changed_by')::text, ' ' order by p.id)
        from roll.position p where p.local_id = ?""")
        .param(founder.local().id().value())
        .query(String.class)
        .single());
  }
}
