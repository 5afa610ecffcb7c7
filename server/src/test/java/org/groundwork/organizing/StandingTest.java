// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.access.Role;
import org.groundwork.roll.OwnData;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

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
    assertThat(scale.post(local.path("scale/rename"), "level", active, "version", "1", "name", "Smoke").status())
        .isEqualTo(409);
    Product.shared().clock().advance(Duration.ofHours(1));
    scale.post(local.path("scale/rename"), "level", active, "version", "2", "name", "Backbone");

    assertThat(scale.get(local.path("scale")).body()).contains("Backbone", "Was “Fire” until");
    assertThat(local.read(() -> Elm.part(Levels.class).names(Levels.first(1)))).hasSize(2);
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
