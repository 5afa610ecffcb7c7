// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.roll.OwnData;
import org.groundwork.roll.People;
import org.groundwork.roll.PersonMerge;
import org.groundwork.roll.SiteMerge;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A judgement names the act behind it and fades; a leader is somebody others turn to, whatever side they are on. */
@ExtendWith(ProductExtension.class)
class StandingTest {

  private static Page judge(Elm elm, UUID person, int means, String act, String on) {
    return elm.organiser()
        .visitor()
        .post(elm.local().path("people/" + person + "/standing"), "level", Levels.first(means).toString(), "act", act,
            "on", on);
  }

  private static String today() {
    return java.time.LocalDate.now(Product.shared().clock().withZone(java.time.ZoneId.of("America/New_York")))
        .toString();
  }

  private static java.util.Optional<Integer> means(Elm elm, UUID person) {
    return elm.local().read(() -> Elm.part(Assessments.class).standing(person)).map(Assessments.Standing::means);
  }

  @Test
  void isMadeOfAnAct(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2A");

    Page refused = judge(elm, maria, 1, " ", today());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(means(elm, maria)).isEmpty();
    assertThat(judge(elm, maria, 1, "Signed", "2999-01-01").status()).isEqualTo(422);
    assertThat(judge(elm, maria, 1, "Brought her floor", today()).status()).isEqualTo(303);

    assertThat(means(elm, maria)).contains(1);
    assertThat(elm.organiser().visitor().get(local.path("people/" + maria)).body()).contains("Stands: active.");
  }

  @Test
  void fadesToUnknown(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2A");
    judge(elm, maria, 1, "Signed", today());

    Product.shared().clock().advance(Duration.ofDays(90));
    assertThat(means(elm, maria)).contains(1);
    Product.shared().clock().advance(Duration.ofDays(2));

    assertThat(means(elm, maria)).isEmpty();
    assertThat(elm.organiser().visitor().get(local.path("people/" + maria + "/standing")).body())
        .contains("Not known", "Signed", "faded");
  }

  @Test
  void isReplacedByALaterActAndNotByAnEarlierOneWrittenDownLater(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2A");
    judge(elm, maria, 2, "Signed", today());
    String earlier = java.time.LocalDate.parse(today()).minusDays(5).toString();
    judge(elm, maria, 5, "Took the letter down", earlier);

    assertThat(means(elm, maria)).contains(2);
  }

  @Test
  void isForOrganisersOfTheSiteAlone(FoundedLocal local) {
    var elm = Elm.in(local);
    var oak = new Elm(local, Elm.building(local, "9 Oak"));
    UUID maria = elm.person("Maria", "2A");
    var other = local.withPasskey(local.person(
        new org.groundwork.platform.access.Reach.Sites(java.util.Set.of(oak.site())), Role.ORGANISER));

    assertThat(other.visitor().get(local.path("people/" + maria + "/standing")).status()).isEqualTo(404);
    assertThat(elm.steward().visitor().get(local.path("people/" + maria + "/standing")).status()).isEqualTo(403);
    assertThat(elm.steward().visitor().get(local.path("people/" + maria)).body()).doesNotContain("Stands");
  }

  @Test
  void showsNobodyWhatWasWrittenDownAtASiteThatIsNotTheirs(FoundedLocal local) {
    var elm = Elm.in(local);
    var oak = new Elm(local, Elm.building(local, "9 Oak"));
    UUID maria = elm.person("Maria", "2A");
    var steward = elm.steward();
    elm.knock(steward, UUID.randomUUID(), "2A", "outcome", "talked", "who", maria.toString(), "note", "zebra note",
        "next", "zebra step");
    judge(elm, maria, 1, "Signed the zebra letter", today());
    local.write(() -> Elm.part(People.class)
        .place(Elm.part(ChangeSets.class).open("test"), maria, oak.site(), java.util.Optional.empty(), false));
    var other = local.withPasskey(local.person(new Reach.Sites(Set.of(oak.site())), Role.ORGANISER, Role.STEWARD));
    local.write(() -> Elm.part(Stewards.class).give(oak.site(), List.of(maria), other.id()));

    assertThat(other.visitor().get(local.path("people/" + maria + "/standing")).body()).contains("9 Oak")
        .doesNotContain("zebra");
    assertThat(other.visitor().get(local.path("my-people")).body()).contains("Maria").doesNotContain("zebra");
    assertThat(elm.organiser().visitor().get(local.path("people/" + maria + "/standing")).body())
        .contains("zebra note", "zebra letter");
    assertThat(local.read(() -> Elm.part(Conversations.class).with(maria, 5))).as("what is told to herself").hasSize(1);

    local.write(() -> Elm.part(SiteMerge.class).merge(oak.site(), elm.site()).orElseThrow());
    assertThat(other.visitor().get(local.path("people/" + maria + "/standing")).body())
        .as("one place, written down twice")
        .contains("zebra note", "zebra letter");
  }

  @Test
  void tellsOrganisersEverythingThatWasWrittenDownOfATalk(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2A");
    var steward = elm.steward();
    local.write(() -> Elm.part(Conversations.class)
        .record(new Conversation(UUID.randomUUID(), elm.site(), Optional.empty(), Optional.of(maria), Outcome.TALKED,
            Product.shared().clock().instant(), steward.id(), Conversation.Back.none(),
            new Conversation.Talk(Optional.of("repairs"), Optional.empty(), true, "",
                Optional.of(new Conversation.Next("Bring it", Optional.of(LocalDate.of(2027, 3, 4))))))));
    // an answer that was asked for then; nobody asks for it here
    local.write(() -> Elm.part(JdbcClient.class)
        .sql("""
        update organizing.conversation set ask_kind = 'zebra', ask_id = gen_random_uuid(), reply = 'yes-if', at_least = 12
        where local_id = ? and person_id = ? and outcome = 'talked'""")
        .params(local.id().value(), maria)
        .update());
    elm.knock(steward, UUID.randomUUID(), "2A", "outcome", "other-language", "who", maria.toString(), "language",
        "Bangla");
    elm.knock(steward, UUID.randomUUID(), "2A", "outcome", "come-back", "who", maria.toString(), "back", "tomorrow");

    assertThat(elm.organiser().visitor().get(local.path("people/" + maria + "/standing")).body())
        .contains("Language: Bangla", "come back ", "What is wrong for them: ", "if at least 12 do",
            "We talked through what the other side will do", "Bring it (", "2027");
  }

  @Test
  void makesALeaderOfWhomTwoColleaguesOfTheirPartTurnTo(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID lead = elm.person("Rosa", "2A");
    UUID near = elm.person("Juan", "2B");
    UUID far = elm.person("Ana", "3A");
    var organiser = elm.organiser();
    String path = local.path("people/" + lead + "/turned-to");
    judge(elm, lead, 5, "Took the letter down", today());

    organiser.visitor().post(path, "colleague", near.toString());
    organiser.visitor().post(path, "colleague", far.toString()); // another floor: refused in silence, nothing noted
    assertThat(leaders(elm)).isEmpty();
    UUID second = elm.person("Lee", "2B");
    organiser.visitor().post(path, "colleague", second.toString());

    assertThat(leaders(elm)).containsExactly(lead);
    assertThat(means(elm, lead)).contains(5);
    organiser.visitor().post(path + "/remove", "colleague", second.toString());
    assertThat(leaders(elm)).isEmpty();
  }

  @Test
  void listsWhomPeopleOfASiteTurnTo(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID lead = elm.person("Rosa <b>", "2A");
    UUID other = elm.person("Zoe", "2A");
    UUID juan = elm.person("Juan", "2B");
    UUID lee = elm.person("Lee", "2B");
    var steward = elm.steward();
    var organiser = elm.organiser().visitor();
    assertThat(organiser.get(elm.at("turned-to")).body()).contains("Nobody noted yet");
    local.write(() -> Elm.part(Stewards.class).give(elm.site(), List.of(lead), steward.id()));
    judge(elm, lead, 2, "Signed", today());
    elm.knock(steward, UUID.randomUUID(), "2A", "outcome", "talked", "who", lead.toString());
    for (UUID colleague : List.of(juan, lee)) {
      organiser.post(local.path("people/" + lead + "/turned-to"), "colleague", colleague.toString());
    }
    organiser.post(local.path("people/" + other + "/turned-to"), "colleague", juan.toString());

    String page = organiser.get(elm.at("turned-to")).body();

    assertThat(page).contains("Rosa &lt;b&gt;", "Floor 2", "2 colleagues turn to them", "steward: Somebody", "With us",
        "talked today", "one colleague turns to them", "no steward").doesNotContain("Rosa <b>");
    assertThat(page).containsOnlyOnce("leads<");
    assertThat(page.indexOf("Rosa")).isLessThan(page.indexOf("Zoe"));
    assertThat(steward.visitor().get(elm.at("turned-to")).status()).isEqualTo(403);
    var oak = new Elm(local, Elm.building(local, "9 Oak"));
    var elsewhere = local.withPasskey(local.person(new Reach.Sites(Set.of(oak.site())), Role.ORGANISER));
    assertThat(elsewhere.visitor().get(elm.at("turned-to")).status()).isEqualTo(404);
  }

  @Test
  void takesANoteBackThatWasMadeUnderAnotherRecordAndSaysSo(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID lead = elm.person("Rosa", "2A");
    UUID again = elm.person("Rosa", "2A");
    UUID juan = elm.person("Juan", "2B");
    var organiser = elm.organiser().visitor();
    organiser.post(local.path("people/" + again + "/turned-to"), "colleague", juan.toString());
    local.write(() -> Elm.part(PersonMerge.class).merge(lead, again));
    assertThat(organiser.get(local.path("people/" + lead + "/standing")).body()).contains("Take away");

    organiser.post(local.path("people/" + lead + "/turned-to/remove"), "colleague", juan.toString());

    assertThat(organiser.get(local.path("people/" + lead + "/standing")).body()).doesNotContain("Take away");
    assertThat(local.read(() -> Elm.part(Leaders.class).at(elm.site()))).isEmpty();
    assertThat(organiser.get(local.path("audit")).body()).containsOnlyOnce("took back who turns to");
  }

  @Test
  void judgesSomebodyOfTwoSitesWhereOneAsks(FoundedLocal local) {
    var elm = Elm.in(local);
    var oak = new Elm(local, Elm.building(local, "9 Oak"));
    UUID maria = elm.person("Maria", "2A");
    UUID juan = oak.person("Juan", "2B");
    local.write(() -> Elm.part(People.class)
        .place(Elm.part(ChangeSets.class).open("test"), maria, oak.site(), Optional.of(oak.unit("2A")), false));
    var organiser = elm.organiser().visitor();
    String standing = local.path("people/" + maria + "/standing");
    assertThat(organiser.get(standing).body()).contains("118 Elm", "9 Oak").doesNotContain("Juan");

    assertThat(organiser.get(standing + "?site=" + oak.site()).body()).contains("Juan",
        "name=\"site\" value=\"" + oak.site() + "\"");
    organiser.post(local.path("people/" + maria + "/turned-to"), "site", oak.site().toString(), "colleague",
        juan.toString());
    assertThat(local.read(() -> Elm.part(Leaders.class).at(oak.site()))).containsOnlyKeys(maria);
    organiser.post(standing, "site", oak.site().toString(), "level", Levels.first(1).toString(), "act", "Signed", "on",
        today());
    assertThat(local.read(() -> Elm.part(Assessments.class).of(maria, 5)).getFirst().site()).isEqualTo(oak.site());
    var elsewhere = Elm.building(local, "1 Ash");
    assertThat(organiser.get(standing + "?site=" + elsewhere).status()).isEqualTo(404);
  }

  private static java.util.Set<UUID> leaders(Elm elm) {
    return elm.local()
        .read(() -> Elm.part(SiteCharts.class)
            .leaders(
                Elm.part(org.groundwork.roll.Sites.class).byId(elm.site()).orElseThrow()));
  }

  @Test
  void drawsTwoLevelsThatMeanTheSameDifferently(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2A");
    local.write(() -> {
      Elm.part(Levels.class).add(1, "On the committee");
      return true;
    });
    UUID committee = local.read(() -> Elm.part(Levels.class).inUse())
        .stream()
        .filter(level -> level.name().isPresent())
        .findFirst()
        .orElseThrow()
        .id();
    local.write(() -> {
      Elm.part(Assessments.class).assess(elm.site(), maria, committee, "Was elected", LocalDate.parse(today()));
      return true;
    });

    var legend = local.read(() -> Elm.part(SiteCharts.class)
        .of(Elm.part(org.groundwork.roll.Sites.class).byId(elm.site()).orElseThrow(), "standing")).legend();
    assertThat(legend).extracting(key -> key.tone().css()).doesNotHaveDuplicates();
    assertThat(legend).extracting(SiteChart.Key::letter).containsExactly("A", "B", "C", "D", "E", "F");
    assertThat(elm.organiser().visitor().get(elm.at("chart?by=standing")).body())
        .contains("data-tone=\"letter\">B</i>");
  }

  @Test
  void keepsEveryNameALevelHad(FoundedLocal local) {
    var organiser = local.withPasskey(local.founder());
    var scale = organiser.visitor();
    scale.get(local.path("scale"));
    String active = Levels.first(1).toString();

    assertThat(scale.post(local.path("scale/rename"), "level", active, "version", "1", "name", "Fire").status())
        .isEqualTo(303);
    assertThat(scale.get(local.path("scale")).body()).as("the first name of all").contains("Was “Active” until");
    assertThat(scale.post(local.path("scale/rename"), "level", active, "version", "1", "name", "Smoke").status())
        .isEqualTo(409);
    Product.shared().clock().advance(Duration.ofHours(1));
    scale.post(local.path("scale/rename"), "level", active, "version", "2", "name", "Backbone");

    assertThat(scale.get(local.path("scale")).body()).contains("Backbone", "Was “Fire” until", "Was “Active” until");
    Product.shared().clock().advance(Duration.ofHours(1));
    scale.post(local.path("scale/rename"), "level", active, "version", "3", "name", "Core");
    assertThat(scale.get(local.path("scale")).body())
        .contains("Core", "Was “Backbone” until", "Was “Fire” until", "Was “Active” until")
        .doesNotContain("No longer used");
    assertThat(local.read(() -> Elm.part(Levels.class).names(Levels.first(1)))).hasSize(3);
  }

  @Test
  void retiresALevelAndAddsOne(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2A");
    judge(elm, maria, 4, "Left the room", today());
    var scale = elm.organiser().visitor();

    scale.post(local.path("scale/add"), "name", "On the committee", "means", "1");
    scale.post(local.path("scale/retire"), "level", Levels.first(4).toString(), "version", "1");

    assertThat(judge(elm, maria, 4, "Again", today()).status()).isEqualTo(422);
    assertThat(means(elm, maria)).contains(4);
    assertThat(scale.get(elm.at("chart")).body()).contains("On the committee", "Doubtful");
    assertThat(scale.get(local.path("scale")).body()).contains("No longer used", "Doubtful", "until");
    assertThat(scale.post(local.path("scale/add"), "name", "x", "means", "6").status()).isEqualTo(422);
    assertThat(elm.steward().visitor().get(local.path("scale")).status()).isEqualTo(403);
  }

  @Test
  void tellsThePersonWhatIsHeldAndGoesWithThem(FoundedLocal local) {
    var elm = Elm.in(local);
    UUID maria = elm.person("Maria", "2A");
    judge(elm, maria, 1, "Signed the zebra letter", today());
    elm.knock(elm.steward(), UUID.randomUUID(), "2A", "outcome", "talked", "who", maria.toString(), "note", "Kind");

    var own = local.read(() -> Product.shared()
        .beans(OwnData.class)
        .values()
        .stream()
        .flatMap(data -> data.about(maria).stream())
        .map(OwnData.Section::name)
        .toList());
    assertThat(own).contains("conversations", "standing");

    local.write(() -> Elm.part(org.groundwork.roll.Contacts.class).delete(maria));
    assertThat(local.read(() -> Elm.part(Conversations.class).with(maria, 5))).isEmpty();
    assertThat(local.read(() -> Elm.part(Assessments.class).of(maria, 5))).isEqualTo(List.of());
  }
}
