// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.roll.Contacts;
import org.groundwork.roll.Layout;
import org.groundwork.roll.People;
import org.groundwork.roll.PersonMerge;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.SiteMerge;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A report leads to a conversation; who it was is said, so that people are counted and not letters. */
@ExtendWith(ProductExtension.class)
class TalksTest {
  private static final String HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{0}${x}";

  @BeforeAll
  static void register(Product product) throws Exception { SmallRegister.load(product); }

  private static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  private static UUID report(FoundedLocal local, String told) {
    PublicForm.open(local).send(told, "tst:1");
    return local.read(() -> part(Grievances.class).newest(200))
        .stream()
        .filter(g -> g.told().equals(told))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static UUID site(FoundedLocal local, String name, Optional<String> register) {
    return local.write(() -> {
      UUID site = part(Sites.class).add(SiteKind.BUILDING, name, register);
      part(Sites.class).layOut(site, Layout.ofHomes(1, 3, List.of("A", "B")));
      return site;
    });
  }

  private static UUID contact(FoundedLocal local, UUID site, String name, boolean bossSide) {
    return local.write(() -> {
      UUID set = part(ChangeSets.class).open("test");
      UUID person = part(People.class).addContact(set,
          new People.Known(name, Optional.empty(), Optional.empty(), ""));
      part(People.class).place(set, person, site, Optional.empty(), bossSide);
      return person;
    });
  }

  private static Page spoken(FoundedLocal local, UUID id, String... fields) {
    var all = new java.util.ArrayList<>(List.of("version", Long.toString(PublicForm.byId(local, id).version())));
    all.addAll(List.of(fields));
    return local.founder().visitor().post(local.path("grievances/" + id + "/spoken"), all.toArray(String[]::new));
  }

  private static CommonCauses.Cause cause(FoundedLocal local) {
    return local.read(() -> part(CommonCauses.class).of(GrievanceKind.REPAIRS,
        PublicForm.newest(local).network().orElseThrow(), "USD")).orElseThrow();
  }

  @Test
  void countsTwoReportsOfOnePersonOnceAndOneOfNobodyAsNoPerson(FoundedLocal local) {
    UUID site = site(local, "11 Tester Street", Optional.of("tst:1"));
    UUID maria = contact(local, site, "Maria", false);
    UUID first = report(local, "one");
    UUID second = report(local, "two");
    UUID third = report(local, "three");
    assertThat(cause(local)).satisfies(c -> assertThat(c.unconfirmed()).isEqualTo(3));
    assertThat(local.founder().visitor().get(local.path("grievances/" + first + "/spoken")).body()).contains("Maria",
        maria.toString());
    assertThat(spoken(local, first, "who", maria.toString()).status()).isEqualTo(303);
    assertThat(spoken(local, second, "who", maria.toString()).status()).isEqualTo(303);
    assertThat(spoken(local, third, "who", "unknown").status()).isEqualTo(303);
    assertThat(cause(local)).satisfies(c -> {
      assertThat(c.confirmed()).as("Maria, and somebody").isEqualTo(2);
      assertThat(c.persons()).as("of whom it is known who they are").isEqualTo(1);
      assertThat(c.unconfirmed()).isZero();
    });
    assertThat(PublicForm.byId(local, first).site()).contains(site);
    assertThat(local.founder().visitor().get(local.path("grievances/" + third)).body())
        .contains("not settled who it is", "Say who it is");
    assertThat(spoken(local, third, "who", maria.toString()).status()).as("said later").isEqualTo(303);
    assertThat(cause(local).confirmed()).isEqualTo(1);
  }

  @Test
  void entersSomebodyNewAtTheirDoor(FoundedLocal local) {
    UUID site = site(local, "11 Tester Street", Optional.of("tst:1"));
    UUID id = report(local, "no heat");
    var refused = spoken(local, id, "who", "new", "name", "", "door", "9Z");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("name-error", "door-error", "value=\"9Z\"");
    assertThat(spoken(local, id, "who", "new", "name", "Maria 3B", "door", "3b").status()).isEqualTo(303);
    UUID person = PublicForm.byId(local, id).person().orElseThrow();
    assertThat(local.read(() -> part(People.class).at(site))).singleElement().satisfies(place -> {
      assertThat(place.person()).isEqualTo(person);
      assertThat(place.unit()).isPresent();
    });
    assertThat(local.founder().visitor().get(local.path("grievances/" + id)).body()).contains("Talk with Maria 3B");
  }

  @Test
  void refusesWhoCannotHaveItAndWhoIsNotThere(FoundedLocal local, FoundedLocal other) {
    UUID site = site(local, "11 Tester Street", Optional.of("tst:1"));
    UUID boss = contact(local, site, "Hasper", true);
    UUID foreign = contact(other, site(other, "5 Far Street", Optional.empty()), "Foreign", false);
    UUID id = report(local, "no heat");
    assertThat(local.founder().visitor().get(local.path("grievances/" + id + "/spoken")).body())
        .doesNotContain("Hasper");
    assertThat(spoken(local, id, "who", boss.toString()).body()).contains("who-error", "other side");
    assertThat(spoken(local, id, "who", foreign.toString()).status()).isEqualTo(404);
    assertThat(spoken(local, id, "who", "").status()).isEqualTo(422);
    assertThat(spoken(local, id, "who", HOSTILE, "name", HOSTILE, "door", HOSTILE).body())
        .doesNotContain("<script>alert", "<img src=x");
    assertThat(PublicForm.byId(local, id).confirmed()).isFalse();
    assertThat(other.founder().visitor().get(local.path("grievances/" + id)).status()).isEqualTo(404);
    assertThat(other.founder().visitor().get(other.path("grievances/" + id)).status()).isEqualTo(404);
  }

  @Test
  void findsSomebodyByNameAtAnotherSite(FoundedLocal local) {
    UUID ana = contact(local, site(local, "7 Elsewhere Road", Optional.empty()), "Anastasia Fernandez", false);
    UUID id = report(local, "no heat");
    var path = local.path("grievances/" + id + "/spoken");
    assertThat(local.founder().visitor().get(path).body()).doesNotContain("Anastasia");
    assertThat(local.founder().visitor().get(path + "?q=anastasia").body()).contains(ana.toString());
    assertThat(spoken(local, id, "who", ana.toString()).status()).isEqualTo(303);
  }

  @Test
  void showsAnOrganiserOfNamedSitesTheReportsOfThose(FoundedLocal local) {
    UUID site = site(local, "11 Tester Street", Optional.of("tst:1"));
    UUID elsewhere = site(local, "7 Elsewhere Road", Optional.empty());
    UUID maria = contact(local, elsewhere, "Maria Elsewhere", false);
    UUID id = report(local, "no heat at one");
    var here = local.withPasskey(local.person(new Reach.Sites(Set.of(site)), Role.ORGANISER)).visitor();
    var there = local.withPasskey(local.person(new Reach.Sites(Set.of(elsewhere)), Role.ORGANISER)).visitor();
    assertThat(here.get(local.path("grievances")).body()).contains(id.toString());
    assertThat(here.get(local.path("grievances/" + id)).status()).isEqualTo(200);
    assertThat(here.get(local.path("")).body()).contains("grievances/" + id);
    assertThat(there.get(local.path("grievances")).body()).doesNotContain(id.toString());
    for (String rest : List.of("", "/spoken", "/talk", "/ending", "/paper")) {
      assertThat(there.get(local.path("grievances/" + id + rest)).status()).as(rest).isEqualTo(404);
    }
    for (String rest : List.of("/spoken", "/talk", "/ending", "/paper", "/reopen")) {
      assertThat(there.post(local.path("grievances/" + id + rest), "version", "1").status()).as(rest).isEqualTo(404);
    }
    assertThat(here.post(local.path("grievances/" + id + "/spoken"), "version", "1", "who", maria.toString()).status())
        .as("a person out of reach")
        .isEqualTo(404);
  }

  @Test
  void offersTalksAndPapersOnlyToWhoReachesTheSite(FoundedLocal local) {
    UUID site = site(local, "11 Tester Street", Optional.of("tst:1"));
    UUID id = report(local, "no heat at one");
    var here = local.person(new Reach.Sites(Set.of(site)), Role.ORGANISER);
    var there = local.person(new Reach.Sites(Set.of(site(local, "7 Far Road", Optional.empty()))), Role.ORGANISER);
    var visitor = local.withPasskey(local.founder()).visitor();
    for (String rest : List.of("/talk", "/paper")) {
      String path = local.path("grievances/" + id + rest);
      var page = visitor.get(path);
      assertThat(page.body()).as(rest).contains(here.id().toString()).doesNotContain(there.id().toString());
      var refused = visitor.post(path, "version", "1", "ask", "Come", "title", "Letter", "due", "2027-01-01", "once",
          UUID.randomUUID().toString(), "owner", there.id().toString());
      assertThat(refused.status()).as(rest).isEqualTo(422);
      assertThat(refused.body()).as(rest).contains("owner-error");
    }
    String version = Long.toString(PublicForm.byId(local, id).version());
    assertThat(visitor.post(local.path("grievances/" + id + "/talk"), "version", version, "ask", "Come", "owner",
        here.id().toString()).status()).isEqualTo(303);
  }

  @Test
  void listsWhatWasReportedAtASiteThatWasMergedIntoAnother(FoundedLocal local) {
    UUID kept = site(local, "11 Tester Street", Optional.empty());
    UUID twice = site(local, "11 Tester St", Optional.empty());
    UUID id = local.write(() -> part(Grievances.class).report(new NewGrievance(GrievanceKind.REPAIRS, Optional.empty(),
        Optional.of(twice), Optional.empty(), "Here", Optional.empty(), Optional.empty(), "told", "", Locale.ENGLISH,
        NewGrievance.CameBy.FORM), Optional.empty()));
    UUID paper = local
        .write(() -> part(Papers.class).add(id, "Letter", LocalDate.of(2027, 1, 1), local.founder().id()));
    assertThat(local.write(() -> part(SiteMerge.class).merge(kept, twice))).isPresent();
    var here = local.withPasskey(local.person(new Reach.Sites(Set.of(kept)), Role.ORGANISER)).visitor();
    assertThat(here.get(local.path("grievances/" + id)).status()).isEqualTo(200);
    assertThat(here.get(local.path("grievances")).body()).contains(id.toString());
    assertThat(here.get(local.path("papers")).body()).contains(paper.toString());
    assertThat(local.read(() -> part(Grievances.class).atSite(kept))).extracting(Grievances.Grievance::id)
        .containsExactly(id);
  }

  @Test
  void placesWhoWroteAtTheDoorTheyWroteInOneTap(FoundedLocal local) {
    UUID site = site(local, "11 Tester Street", Optional.empty());
    local.write(() -> part(Sites.class).layOut(site, Layout.ofHomes(1, 3, List.of("A", "B"))));
    UUID elsewhere = site(local, "5 Other Street", Optional.empty());
    UUID ana = local.write(() -> {
      UUID set = part(ChangeSets.class).open("test");
      UUID made = part(People.class)
          .addContact(set, new People.Known("Ana", Optional.empty(), Optional.empty(), ""));
      part(People.class).place(set, made, elsewhere, Optional.empty(), false);
      return made;
    });
    UUID id = local.write(() -> part(Grievances.class).report(new NewGrievance(GrievanceKind.REPAIRS, Optional.empty(),
        Optional.of(site), Optional.empty(), "11 Tester St., apt. 2-B", Optional.empty(), Optional.empty(), "told", "",
        Locale.ENGLISH, NewGrievance.CameBy.FORM), Optional.empty()));
    var visitor = local.withPasskey(local.founder()).visitor();
    String path = local.path("grievances/" + id + "/spoken");
    assertThat(visitor.get(path + "?q=Ana").body())
        .contains(ana.toString(), "Put them on the chart of 11 Tester Street")
        .containsPattern("name=\"door\"[^>]*value=\"2B\"")
        .containsPattern("name=\"here\"[^>]*checked");
    assertThat(
        visitor.post(path, "version", "1", "who", ana.toString(), "door", "2B", "here", "on", "q", "Ana").status())
        .isEqualTo(303);
    assertThat(local.read(() -> part(People.class).at(site))).singleElement().satisfies(place -> {
      assertThat(place.person()).isEqualTo(ana);
      assertThat(local.read(() -> part(Sites.class).units(site)))
          .filteredOn(unit -> place.unit().equals(Optional.of(unit.id())))
          .extracting(Sites.Unit::label)
          .containsExactly("2B");
    });
  }

  @Test
  void placesNobodyUnasked(FoundedLocal local) {
    UUID site = site(local, "11 Tester Street", Optional.empty());
    UUID ana = local.write(() -> part(People.class).addContact(part(ChangeSets.class).open("test"),
        new People.Known("Ana", Optional.empty(), Optional.empty(), "")));
    UUID id = local.write(() -> part(Grievances.class).report(new NewGrievance(GrievanceKind.REPAIRS, Optional.empty(),
        Optional.of(site), Optional.empty(), "11 Tester St.", Optional.empty(), Optional.empty(), "told", "",
        Locale.ENGLISH, NewGrievance.CameBy.FORM), Optional.empty()));
    assertThat(local.withPasskey(local.founder())
        .visitor()
        .post(local.path("grievances/" + id + "/spoken"), "version", "1", "who", ana.toString(), "door", "")
        .status()).isEqualTo(303);
    assertThat(local.read(() -> part(People.class).at(site))).isEmpty();
  }

  @Test
  void letsTheOrganiserOfADuplicateWorkAtThePlaceAsLongAsTheTwoAreOne(FoundedLocal local) {
    UUID kept = site(local, "11 Tester Street", Optional.empty());
    UUID twice = site(local, "11 Tester St", Optional.empty());
    UUID id = local.write(() -> part(Grievances.class).report(new NewGrievance(GrievanceKind.REPAIRS, Optional.empty(),
        Optional.of(kept), Optional.empty(), "Here", Optional.empty(), Optional.empty(), "told", "", Locale.ENGLISH,
        NewGrievance.CameBy.FORM), Optional.empty()));
    var theirs = local.withPasskey(local.person(new Reach.Sites(Set.of(twice)), Role.ORGANISER));
    var grievance = local.path("grievances/" + id);
    var place = local.path("sites/" + kept);
    assertThat(theirs.visitor().get(grievance).status()).isEqualTo(404);
    UUID set = local.write(() -> part(SiteMerge.class).merge(kept, twice)).orElseThrow();
    assertThat(theirs.visitor().get(grievance).status()).isEqualTo(200);
    assertThat(theirs.visitor().get(place).status()).isEqualTo(200);
    assertThat(theirs.visitor().get(local.path("grievances")).body()).contains(id.toString());
    assertThat(local.withPasskey(local.founder()).visitor().get(grievance + "/talk").body())
        .as("who can be asked to talk")
        .contains(theirs.id().toString());
    assertThat(local.write(() -> part(SiteMerge.class).undo(set))).isTrue();
    assertThat(theirs.visitor().get(grievance).status()).isEqualTo(404);
    assertThat(theirs.visitor().get(place).status()).isEqualTo(404);
    assertThat(theirs.visitor().get(local.path("sites/" + twice)).status()).isEqualTo(200);
  }

  @Test
  void refusesTheSecondOfTwoOrganisersAndLosesNothing(FoundedLocal local) {
    UUID id = report(local, "no heat");
    String stale = Long.toString(PublicForm.byId(local, id).version());
    var one = local.withPasskey(local.founder()).visitor();
    var two = local.withPasskey(local.person(Role.ORGANISER)).visitor();
    String me = local.founder().id().toString();
    String talk = local.path("grievances/" + id + "/talk");
    assertThat(one.post(talk, "version", stale, "ask", "Will you come on Friday?", "owner", me).status())
        .isEqualTo(303);
    var second = two.post(talk, "version", stale, "ask", "Do you know 4B?", "owner", me, "on", "");
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body()).contains("Somebody else changed this", "Do you know 4B?", "Will you come on Friday?");
    assertThat(PublicForm.byId(local, id).next().orElseThrow().ask()).isEqualTo("Will you come on Friday?");
    var spoken = two.post(local.path("grievances/" + id + "/spoken"), "version", stale, "who", "new", "name",
        "Maria of two");
    assertThat(spoken.status()).isEqualTo(409);
    assertThat(spoken.body()).contains("Maria of two", "Somebody else changed this");
    assertThat(PublicForm.byId(local, id).confirmed()).isFalse();
  }

  @Test
  void leadsWithATalkAndAnAskAndKeepsTheContactFolded(FoundedLocal local) {
    var form = PublicForm.open(local);
    form.stranger().speaking("es");
    form.send(List.of(PublicForm.file("", new byte[0])), HOSTILE, "tst:1", "contact", "555 0123 " + HOSTILE);
    UUID id = PublicForm.newest(local).id();
    var visitor = local.founder().visitor();
    String page = visitor.get(local.path("grievances/" + id)).body();
    assertThat(page).contains("They wrote in Spanish", "<details><summary>", "555 0123")
        .doesNotContain("<script>alert", "<img src=x");
    assertThat(page.indexOf("next-step")).isLessThan(page.indexOf("summary-list"));
    assertThat(page.split("button--next", -1)).hasSize(2);
    var refused = visitor.post(local.path("grievances/" + id + "/talk"), "version", "1", "ask", "", "owner",
        UUID.randomUUID().toString(), "on", "1999-01-01");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("ask-error", "owner-error", "on-error", "1999-01-01");
    visitor.post(local.path("grievances/" + id + "/talk"), "version",
        Long.toString(PublicForm.byId(local, id).version()), "ask", HOSTILE, "owner",
        local.founder().id().toString(), "on",
        java.time.LocalDate.now(Product.shared().clock().withZone(java.time.ZoneId.of("America/New_York"))).toString());
    assertThat(visitor.get(local.path("grievances/" + id)).body()).contains("&lt;script&gt;")
        .doesNotContain("<script>alert");
    assertThat(visitor.get(local.path("")).body()).contains("A talk you took on is due");
  }

  @Test
  void countsTwoRecordsOfOnePersonOnceAfterTheyWereMerged(FoundedLocal local) {
    UUID site = site(local, "11 Tester Street", Optional.of("tst:1"));
    UUID one = contact(local, site, "Maria", false);
    UUID two = contact(local, site, "Maria F", false);
    spoken(local, report(local, "one"), "who", one.toString());
    spoken(local, report(local, "two"), "who", two.toString());
    assertThat(cause(local).persons()).isEqualTo(2);
    local.write(() -> part(PersonMerge.class).merge(one, two).orElseThrow());
    local.write(() -> {
      part(Grievances.class).countCausesAnew();
      return true;
    });
    assertThat(cause(local).persons()).isEqualTo(1);
    assertThat(cause(local).confirmed()).isEqualTo(1);
  }

  @Test
  void keepsNothingOfAContactWhoIsDeleted(FoundedLocal local) {
    UUID site = site(local, "11 Tester Street", Optional.of("tst:1"));
    UUID maria = contact(local, site, "Maria", false);
    UUID id = report(local, "what Maria told");
    spoken(local, id, "who", maria.toString());
    assertThat(local.write(() -> part(Contacts.class).delete(maria))).isTrue();
    assertThat(PublicForm.byId(local, id)).satisfies(left -> {
      assertThat(left.person()).isEmpty();
      assertThat(left.told()).isEmpty();
      assertThat(left.contact()).isEmpty();
    });
    assertThat(cause(local).persons()).isZero();
    assertThat(cause(local).confirmed()).isEqualTo(1);
    assertThat(PublicForm.byId(local, id).language()).isEqualTo(Locale.ENGLISH);
  }
}
