// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.history.ChangeSets;
import org.junit.jupiter.api.Test;

/** The list of people: pages, filters, search, and who sees whom. */
class PeopleListTest {
  private static final String HOSTILE = "<script>alert(1)</script>\"'&";
  private final House.Member founder = House.found("Ana");

  @Test
  void listsEverybodyOncePageByPageInBothDirections() {
    UUID site = founder.building("1 Elm Street", 6);
    var expected = new ArrayList<UUID>(List.of(founder.person()));
    for (int i = 0; i < 120; i++) {
      expected.add(founder.contact(site, "Person " + i, ""));
    }
    var seen = new ArrayList<UUID>();
    var directory = House.part(Directory.class);
    Directory.Cursor cursor = new Directory.Cursor.Start();
    var firsts = new ArrayList<List<UUID>>();
    for (boolean more = true; more;) {
      Directory.Cursor at = cursor;
      var page = founder.does(() -> directory.page(Directory.Filter.everybody(), at));
      seen.addAll(page.people().stream().map(Directory.Entry::id).toList());
      firsts.add(page.people().stream().map(Directory.Entry::id).toList());
      more = page.after().isPresent();
      cursor = page.after().<Directory.Cursor>map(Directory.Cursor.After::new).orElse(cursor);
    }
    assertThat(seen).containsExactlyElementsOf(expected.reversed());
    var back = founder.does(() -> directory.page(Directory.Filter.everybody(),
        new Directory.Cursor.Before(firsts.get(2).getFirst())));
    assertThat(back.people().stream().map(Directory.Entry::id)).containsExactlyElementsOf(firsts.get(1));
    assertThat(back.before()).isPresent();
  }

  @Test
  void filtersByStateFloorKindAndSide() {
    UUID elm = founder.building("1 Elm Street", 6);
    UUID oak = founder.building("2 Oak Street", 6);
    founder.contact(elm, "Maria", "3B");
    founder.contact(elm, "Juan", "5C");
    founder.contact(oak, "Lena", "3A");
    UUID boss = founder.contact(elm, "Super", "1A");
    founder.does(() -> {
      var records = House.part(PersonRecords.class);
      records.markBossSide(records.places(boss).getFirst(), boss, true);
      return true;
    });
    var browser = founder.browser();
    assertThat(browser.get(founder.at("people")).body()).contains("Maria", "Juan", "Lena", "Ana")
        .doesNotContain(">Super<");
    assertThat(browser.get(founder.at("people?state=member")).body()).contains("Ana").doesNotContain("Maria");
    assertThat(browser.get(founder.at("people?state=contact&site=" + elm)).body()).contains("Maria", "Juan")
        .doesNotContain("Lena", ">Super<");
    String floor = browser.get(founder.at("people?site=" + elm + "&row=3")).body();
    assertThat(floor).contains("Maria").doesNotContain("Juan");
    assertThat(floor.substring(floor.indexOf("filters__set"))).as("says what is filtered").contains("1 Elm Street, 3");
    assertThat(browser.get(founder.at("people?kind=boat")).status()).isEqualTo(200);
    assertThat(browser.get(founder.at("people?site=" + elm + "&side=boss")).body()).contains("Super")
        .doesNotContain("Maria");
    assertThat(browser.get(founder.at("people?side=boss")).body()).contains("Super").doesNotContain("Maria");
    assertThat(browser.get(founder.at("people?kind=workplace")).body()).doesNotContain("Maria");
    assertThat(browser.get(founder.at("people?kind=building")).body()).contains("Maria", "Lena");
  }

  @Test
  void findsNamesThatAreMisspeltUnfinishedOrInAnotherScript() {
    UUID site = founder.building("1 Elm Street", 6);
    for (String name : List.of("María Fernández", "Mohamed Salah", "毛泽东", "Oksana Petrenko", "Bob")) {
      founder.contact(site, name, "");
    }
    assertThat(found("maria")).first().isEqualTo("María Fernández");
    assertThat(found("Fernandes")).containsExactly("María Fernández");
    assertThat(found("fern")).containsExactly("María Fernández");
    assertThat(found("muhammad salah")).containsExactly("Mohamed Salah");
    assertThat(found("mao zedong")).containsExactly("毛泽东");
    assertThat(found("Oksnaa")).containsExactly("Oksana Petrenko");
    assertThat(found("Zebediah")).isEmpty();
    assertThat(founder.browser().get(founder.at("people?q=Fernandes")).body()).contains("María Fernández",
        "One person.");
    assertThat(founder.browser().get(founder.at("people?q=ma")).body()).contains("at least three letters");
    assertThat(founder.browser().get(founder.at("people?q=" + "x".repeat(101))).status()).isEqualTo(422);
  }

  @Test
  void putsTheClosestNameFirstAndOpensABoundedNumber() {
    UUID site = founder.building("1 Elm Street", 6);
    founder.does(() -> {
      UUID set = House.part(ChangeSets.class).open("test");
      for (int i = 0; i < 250; i++) {
        UUID person = House.part(People.class)
            .addContact(set,
                new People.Known("Marina " + (char) ('A' + i % 26) + "ov" + i, Optional.empty(), Optional.empty(), ""));
        House.part(People.class).place(set, person, site, Optional.empty(), false);
      }
      return set;
    });
    founder.contact(site, "Marine", "");
    assertThat(found("marine")).first().isEqualTo("Marine");
    var outcome = founder.does(() -> House.part(NameSearch.class).find("marina", Optional.empty()));
    assertThat(outcome).isInstanceOfSatisfying(NameSearch.Outcome.Found.class, all -> {
      assertThat(all.people()).hasSize(Directory.PAGE);
      assertThat(all.more()).isTrue();
    });
  }

  @Test
  void showsAnOrganiserOnlyThePeopleOfTheirSites() {
    UUID elm = founder.building("1 Elm Street", 6);
    UUID oak = founder.building("2 Oak Street", 6);
    UUID maria = founder.contact(elm, "Maria", "3B");
    UUID lena = founder.contact(oak, "Lena", "3A");
    var steward = founder.with(new Reach.Sites(Set.of(elm)), Role.STEWARD);
    var browser = steward.browser();
    assertThat(browser.get(founder.at("people")).body()).contains("Maria")
        .doesNotContain("Lena", ">Ana<",
            "2 Oak Street");
    assertThat(browser.get(founder.at("people?q=Lena")).bodyWithoutTokens()).doesNotContain(">3A<")
        .contains("Nobody by that name");
    assertThat(browser.get(founder.at("people?site=" + oak)).status()).isEqualTo(404);
    assertThat(browser.get(founder.at("people/" + lena)).status()).isEqualTo(404);
    assertThat(browser.get(founder.at("people/" + maria)).status()).isEqualTo(200);
    assertThat(browser.post(founder.at("people/" + lena + "/delete")).status())
        .isEqualTo(404);
    assertThat(browser.get(founder.at("people/" + UUID.randomUUID())).status()).isEqualTo(404);
  }

  @Test
  void turnsAwayAStrangerAMemberWithoutTheRoleAndAnotherLocal() {
    UUID site = founder.building("1 Elm Street", 6);
    UUID maria = founder.contact(site, "Maria", "3B");
    var member = founder.with(new Reach.WholeLocal(), Role.MEMBER);
    var other = House.found("Otto");
    for (String path : List.of("people", "people?q=Maria", "people/" + maria, "people/" + maria + "/change",
        "people/" + maria + "/reach", "people/" + maria + "/delete", "people/twice")) {
      assertThat(House.stranger().get(founder.at(path)).location()).as(path)
          .hasValueSatisfying(to -> assertThat(to).startsWith("/sign-in"));
      assertThat(member.browser().get(founder.at(path)).status()).as(path).isEqualTo(403);
      assertThat(other.browser().get(founder.at(path)).status()).as(path).isEqualTo(404);
    }
    assertThat(other.browser().get(other.at("people/" + maria)).status()).isEqualTo(404);
    assertThat(other.browser().get(other.at("people?site=" + site)).status()).isEqualTo(404);
    assertThat(other.browser().get(other.at("people?q=Maria")).body()).contains("Nobody by that name");
  }

  @Test
  void auditsEveryLookWithoutANameInIt() {
    UUID site = founder.building("1 Elm Street", 6);
    UUID maria = founder.contact(site, "Maria", "3B");
    founder.browser().get(founder.at("people?q=Maria"));
    founder.browser().get(founder.at("people/" + maria));
    var entries = founder.audited();
    assertThat(entries).anyMatch(entry -> entry.startsWith("people-listed\n") && entry.endsWith("search, 5 characters"))
        .anyMatch(entry -> entry.startsWith("person-seen\nperson\n" + maria))
        .noneMatch(entry -> entry.contains("Maria"));
  }

  @Test
  void showsHostileNamesAsText() {
    UUID site = founder.building("1 Elm Street", 6);
    UUID person = founder.contact(site, "3B",
        new People.Known(HOSTILE, Optional.empty(), Optional.empty(), HOSTILE));
    for (String path : List.of("people", "people/" + person, "people/" + person + "/change",
        "people?q=" + "%3Cscript%3E", "people?row=%22%3E%3Cscript%3E&state=%3Cscript%3E")) {
      assertThat(founder.browser().get(founder.at(path)).body()).as(path)
          .doesNotContain("<script>alert")
          .doesNotContain("\"><script>");
    }
  }

  @Test
  void speaksSpanish() {
    assertThat(founder.browser().speaking("es").get(founder.at("people")).body()).contains("<h1>Gente</h1>");
  }

  private List<String> found(String typed) {
    var outcome = founder.does(() -> House.part(NameSearch.class).find(typed, Optional.empty()));
    return outcome instanceof NameSearch.Outcome.Found all
        ? all.people().stream().map(Directory.Entry::name).toList()
        : List.of();
  }
}
