// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.organizing.Stewards;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.roll.OwnData;
import org.groundwork.roll.People;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Arrears open a conversation: with the steward, who learns neither the sum nor the reason. */
@ExtendWith(ProductExtension.class)
class TalksTest {

  private static UUID building(FoundedLocal local) {
    return local.write(() -> DuesLocal.part(Sites.class).add(SiteKind.BUILDING, "118 Elm", Optional.empty()));
  }

  private static FoundedLocal.Person steward(FoundedLocal local, UUID site) {
    return local.withPasskey(local.person(new Reach.Sites(Set.of(site)), Role.STEWARD));
  }

  private static void lives(FoundedLocal local, UUID person, UUID site, FoundedLocal.Person steward) {
    local.write(() -> {
      DuesLocal.part(People.class)
          .place(DuesLocal.part(ChangeSets.class).open("test"), person, site, Optional.empty(), false);
      return true;
    });
    assertThat(local.withPasskey(local.founder())
        .visitor()
        .post(local.path("sites/" + site + "/stewards"), "part", "2", "steward", steward.id().toString(), "person",
            person.toString())
        .status()).isEqualTo(303);
  }

  private static void talks(FoundedLocal local, FoundedLocal.Person steward, UUID site, UUID person) {
    assertThat(steward.visitor()
        .post(local.path("sites/" + site + "/talk"), "id", UUID.randomUUID().toString(), "unit", "", "outcome",
            "talked",
            "who", person.toString(), "from", "mine")
        .status()).isEqualTo(303);
  }

  @Test
  void whoeverFallsBehindIsWorthATalkToTheirStewardAlone(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    UUID site = building(local);
    var steward = steward(local, site);
    var other = steward(local, site);
    UUID member = dues.member();
    lives(local, member, site, steward);
    talks(local, steward, site, member); // long before anything is due
    dues.charge(DuesLocal.period().plusMonths(1));
    assertThat(steward.visitor().get(local.path("my-people")).body()).contains("Member 0")
        .doesNotContain("worth a talk");

    assertThat(local.read(() -> DuesLocal.part(Talks.class)
        .among(Set.of(member), Map.of(member, DuesLocal.today()), DuesLocal.today().plusMonths(6))))
        .containsExactly(member);
    assertThat(local.read(() -> DuesLocal.part(Talks.class)
        .among(Set.of(member), Map.of(member, DuesLocal.today().plusMonths(5)),
            DuesLocal.today().plusMonths(6))))
        .as("they talked since")
        .isEmpty();

    UUID late = dues.member();
    lives(local, late, site, steward);
    dues.charge(DuesLocal.period().minusMonths(4));
    String mine = steward.visitor().get(local.path("my-people")).body();
    assertThat(mine).contains("worth a talk").doesNotContain("€", "arrears", "overdue");
    assertThat(other.visitor().get(local.path("my-people")).body()).doesNotContain("worth a talk", "Member 0");
    assertThat(local.person(Role.MEMBER).visitor().get(local.path("my-people")).status()).isEqualTo(403);
    dues.pauses(late, DuesLocal.period(), DuesLocal.period().plusMonths(1).minusDays(1));
    dues.pauses(member, DuesLocal.period(), DuesLocal.period().plusMonths(1).minusDays(1));
    assertThat(steward.visitor().get(local.path("my-people")).body()).doesNotContain("worth a talk");
  }

  @Test
  void whoKeepsTheMoneyAsksForATalkAndReadsWhatCameOfIt(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    UUID site = building(local);
    var steward = steward(local, site);
    var treasurer = local.person(Role.MEMBER, Role.TREASURER);
    UUID member = dues.member();
    dues.charge(DuesLocal.period());
    String path = local.path("dues/members/" + member);
    assertThat(treasurer.visitor().get(path).body()).as("in time, and nobody to ask").doesNotContain("id=\"talk\"");
    assertThat(treasurer.visitor().post(path + "/talk").status()).isEqualTo(422);
    lives(local, member, site, steward);
    for (var who : List.of(steward, local.person(Role.MEMBER), local.person(Role.MEMBER, Role.AUDITOR))) {
      assertThat(who.visitor().post(path + "/talk").status()).isEqualTo(403);
    }
    assertThat(treasurer.visitor().post(local.path("dues/members/" + treasurer.id() + "/talk")).status())
        .isEqualTo(403);
    assertThat(treasurer.visitor().post(path + "/talk").location()).hasValue(path + "?done=talk");
    treasurer.visitor().post(path + "/talk");
    assertThat(local.read(() -> DuesLocal.part(Talks.class).all(member))).containsExactly(DuesLocal.today());
    assertThat(treasurer.visitor().get(path).body()).contains("Their steward was asked on", "They have not talked yet.")
        .doesNotContain("Ask their steward to talk");
    assertThat(steward.visitor().get(local.path("my-people")).body()).contains("worth a talk").doesNotContain("€");
    assertThat(steward.visitor().get(local.path("")).body()).contains("One of your people waits for a talk");
    local.write(() -> {
      DuesLocal.part(Waivers.class).give(member, DuesLocal.period(), DuesLocal.today().plusDays(40));
      return true;
    });
    assertThat(dues.open(member)).isNotEmpty();
    assertThat(local.read(() -> DuesLocal.part(Talks.class).among(Set.of(member), Map.of(), DuesLocal.today())))
        .as("nobody is sent while a pause runs")
        .isEmpty();
    assertThat(local.read(() -> DuesLocal.part(Talks.class)
        .among(Set.of(member), Map.of(), DuesLocal.today().plusDays(41))))
        .containsExactly(member);
    local.write(() -> {
      DuesLocal.part(Waivers.class)
          .end(DuesLocal.part(Waivers.class).of(member).getFirst().id(), DuesLocal.today().minusDays(1));
      return true;
    });
    talks(local, steward, site, member);
    assertThat(steward.visitor().get(local.path("my-people")).body()).doesNotContain("worth a talk");
    assertThat(treasurer.visitor().get(path).body()).contains("Somebody talked with them on",
        "Ask their steward to talk");
    local.write(() -> {
      DuesLocal.part(Waivers.class).ask(member, DuesLocal.period(), DuesLocal.today().plusDays(40), "");
      return true;
    });
    assertThat(treasurer.visitor().get(path).body()).contains("They asked for time since.");
    assertThat(local.read(() -> DuesLocal.part(OwnDues.class).about(member))).extracting(OwnData.Section::name)
        .contains("dues-talks");
    local.write(() -> {
      DuesLocal.part(ForgottenByDues.class).forget(member);
      return true;
    });
    assertThat(local.read(() -> DuesLocal.part(Talks.class).all(member))).isEmpty();
  }
}
