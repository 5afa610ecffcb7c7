// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.roll.OwnData;
import org.groundwork.roll.People;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever joins begins with a talk where they live, and their steward hears of it. */
@ExtendWith(ProductExtension.class)
class FirstTaskTest {

  /** A member who lives in the house and has an account. */
  private static FoundedLocal.Person member(Elm elm) {
    var member = elm.local().person(Role.MEMBER);
    elm.local()
        .write(() -> Elm.part(People.class)
            .place(Elm.part(ChangeSets.class).open("test"), member.id(), elm.site(),
                Optional.of(elm.unit("2A")), false));
    return member;
  }

  /** Everything told at the house. */
  private static List<FirstTask.Told> told(Elm elm) {
    var all = Set.of(elm.site());
    return elm.local().read(() -> Elm.part(FirstTask.class).waiting(new FirstTask.Reader(UUID.randomUUID(), all, all)));
  }

  private static Page tell(Visitor member, Elm elm, UUID id, String whom, String came) {
    return member.post(elm.local().path("first-task"), "id", id.toString(), "site", elm.site().toString(), "whom", whom,
        "came", came);
  }

  @Test
  void isAskedOfAMemberBeforeAnythingElseAndNotAgainOnceDone(FoundedLocal local) {
    var elm = Elm.in(local);
    var member = member(elm).visitor();
    assertThat(member.get(local.path("")).body()).contains("Your first task: talk to one person at 118 Elm");
    assertThat(member.get(local.path("first-task")).body()).contains("Talk to one person",
        "Listen longer than you talk");

    assertThat(tell(member, elm, UUID.randomUUID(), "Old man, 3C", "same-problem").status()).isEqualTo(303);

    assertThat(member.get(local.path("")).body()).doesNotContain("Your first task");
    assertThat(member.get(local.path("first-task?done=told")).body()).contains("They have it");
    assertThat(elm.organiser().visitor().get(local.path("")).body()).doesNotContain("Your first task");
  }

  @Test
  void comesBeforeAShiftTheySaidYesTo(FoundedLocal local) {
    var elm = Elm.in(local);
    var member = member(elm);
    elm.comesTomorrow(member.id(), "Zebra picket");

    String home = member.visitor().get(local.path("")).body();

    assertThat(home).contains("Your first task", "Zebra picket");
    assertThat(home.indexOf("Your first task")).isLessThan(home.indexOf("Zebra picket"));
  }

  @Test
  void reachesTheirStewardAndTheOrganisersAndNobodyElse(FoundedLocal local) {
    var elm = Elm.in(local);
    var member = member(elm);
    var steward = elm.steward();
    var other = elm.steward();
    local.write(() -> Elm.part(Stewards.class).give(elm.site(), List.of(member.id()), steward.id()));
    tell(member.visitor(), elm, UUID.randomUUID(), "<b>Zed</b>, 3C", "talk-to-them");

    assertThat(steward.visitor().get(local.path("told")).body())
        .contains("&lt;b&gt;Zed&lt;/b&gt;, 3C", "Somebody else should talk to them", "118 Elm");
    assertThat(steward.visitor().get(local.path("")).body()).contains("A member told of a talk");
    assertThat(other.visitor().get(local.path("told")).body()).doesNotContain("Zed");
    assertThat(member.visitor().get(local.path("told")).status()).isEqualTo(403);
    UUID elsewhere = Elm.building(local, "9 Oak");
    var stranger = local.withPasskey(local.person(new Reach.Sites(Set.of(elsewhere)), Role.ORGANISER));
    assertThat(stranger.visitor().get(local.path("told")).body()).doesNotContain("Zed");

    UUID id = told(elm).getFirst().id();
    other.visitor().post(local.path("told/" + id + "/read"));
    stranger.visitor().post(local.path("told/" + id + "/read"));
    assertThat(elm.organiser().visitor().get(local.path("told")).body()).contains("Zed");
    assertThat(steward.visitor().post(local.path("told/" + id + "/read")).status()).isEqualTo(303);
    assertThat(elm.organiser().visitor().get(local.path("told")).body()).doesNotContain("Zed");
  }

  @Test
  void countsWhatIsSentTwiceOnceAndRefusesWhatIsNoAnswer(FoundedLocal local) {
    var elm = Elm.in(local);
    var member = member(elm).visitor();
    UUID id = UUID.randomUUID();
    tell(member, elm, id, "Zed", "not-now");
    tell(member, elm, id, "Zed", "not-now");
    assertThat(told(elm)).hasSize(1);

    Page refused = tell(member, elm, UUID.randomUUID(), "Kept words", "maybe");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Kept words", "id=\"came-error\"");
    assertThat(tell(member, elm, UUID.randomUUID(), "x".repeat(200), "not-now").status()).isEqualTo(422);
    assertThat(member.post(local.path("first-task"), "id", UUID.randomUUID().toString(), "site",
        Elm.building(local, "9 Oak").toString(), "came", "not-now").status()).as("not where they live").isEqualTo(404);
    for (int at = 1; at < FirstTask.MOST_WAITING; at++) {
      tell(member, elm, UUID.randomUUID(), "", "not-now");
    }
    assertThat(tell(member, elm, UUID.randomUUID(), "", "not-now").body()).contains("20 of yours wait to be read");
  }

  @Test
  void saysWhatIsMissingToSomebodyWithoutAPlace(FoundedLocal local) {
    Elm.in(local);
    var member = local.person(Role.MEMBER).visitor();
    assertThat(member.get(local.path("")).body()).doesNotContain("Your first task");
    assertThat(member.get(local.path("first-task")).body()).contains("We do not know where you live or work");
  }

  @Test
  void isKeptNinetyDaysAndGoesWithWhoeverToldIt(FoundedLocal local) {
    var elm = Elm.in(local);
    var member = member(elm);
    tell(member.visitor(), elm, UUID.randomUUID(), "Zed", "not-now");
    assertThat(local.read(() -> Product.shared()
        .beans(OwnData.class)
        .values()
        .stream()
        .flatMap(own -> own.about(member.id()).stream())
        .map(OwnData.Section::name)
        .toList())).contains("told");
    Product.shared().clock().advance(FirstTask.KEPT.plus(Duration.ofDays(1)));
    local.write(() -> {
      Elm.part(FirstTask.class).deleteOld();
      return true;
    });
    assertThat(told(elm)).isEmpty();
  }

  @Test
  void reachesAStewardHoweverMuchOthersTold(FoundedLocal local) {
    var elm = Elm.in(local);
    var member = member(elm);
    var steward = elm.steward();
    UUID other = elm.person("Other", "2B");
    local.write(() -> Elm.part(Stewards.class).give(elm.site(), List.of(member.id()), steward.id()));
    local.write(() -> Elm.part(org.springframework.jdbc.core.simple.JdbcClient.class)
        .sql("""
        insert into organizing.told (local_id, id, site_id, person_id, came, told_at, changed_at)
        select :local, gen_random_uuid(), :site, :person, 'not-now', timestamptz '2026-01-01', now()
        from generate_series(1, 210)""")
        .param("local", local.id().value())
        .param("site", elm.site())
        .param("person", other)
        .update());
    tell(member.visitor(), elm, UUID.randomUUID(), "Zed, 3A", "same-problem");

    assertThat(steward.visitor().get(local.path("told")).body()).contains("Zed, 3A");
    assertThat(steward.visitor().get(local.path("")).body()).contains("A member told of a talk");
  }

  @Test
  void staysWithTheHouseWhenItWasWrittenDownTwice(FoundedLocal local) {
    var elm = Elm.in(local);
    tell(member(elm).visitor(), elm, UUID.randomUUID(), "Zed, 3A", "same-problem");
    UUID same = Elm.building(local, "118 Elm St");
    local.write(() -> Elm.part(org.groundwork.roll.SiteMerge.class).merge(same, elm.site()).orElseThrow());

    assertThat(elm.organiser().visitor().get(local.path("told")).body()).contains("Zed, 3A", "118 Elm");
  }
}
