// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.StatementLog;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** However many cases, people and places there are, nothing urgent is lost among them and no page asks for each. */
@ExtendWith(ProductExtension.class)
class ManyCasesTest {
  /** More than any list that a first screen could look through. */
  private static final int MANY = 60;

  /** A case with a deadline in two days, of a blow of ten days ago. */
  private static UUID pressing(Gate gate, UUID person) {
    return gate.local()
        .write(() -> Gate.part(Cases.class)
            .open(new Cases.NewCase(person, Optional.of(gate.site()), Case.About.nothing(), Case.Kind.NOTICE,
                Gate.today().minusDays(10), "They want her out", Optional.of(Gate.today().plusDays(2)))));
  }

  /** The statements that speak of {@code what}, sent to show a page. */
  private static List<String> asked(Visitor by, String path, String what) {
    return StatementLog.of(() -> {
      var page = by.get(path);
      assertThat(page.status()).isEqualTo(200);
      return page;
    }).statements().stream().filter(statement -> statement.contains(what)).toList();
  }

  @Test
  void theNearestDeadlineIsFoundBehindManyLaterBlows(FoundedLocal local) {
    var gate = Gate.in(local);
    UUID old = pressing(gate, gate.neighbour("Rosa Quill"));
    UUID other = gate.neighbour("Mateo Quill");
    for (int at = 0; at < MANY; at++) {
      gate.hit(other);
    }
    assertThat(gate.organiser().get(local.path("")).body()).contains("2 days left to do something", gate.at(old, ""));
  }

  @Test
  void ofOnesOwnTheOneWhoseDayComesFirstStandsThere(FoundedLocal local) {
    var gate = Gate.in(local);
    var ana = gate.member("Ana Quill");
    UUID old = pressing(gate, ana.id());
    UUID late = gate.hit(ana.id());
    assertThat(ana.visitor().get(local.path("")).body()).contains("You are not alone with it", gate.at(old, ""))
        .doesNotContain(gate.at(late, ""));
    local.write(() -> Gate.part(Cases.class).met(old));
    assertThat(ana.visitor().get(local.path("")).body()).as("once it is met, the latest blow")
        .contains(gate.at(late, ""))
        .doesNotContain(gate.at(old, ""));
  }

  @Test
  void theOneNobodyAnswersIsFoundWithOneQuestionAndWithoutItsWords(FoundedLocal local) {
    var gate = Gate.in(local);
    UUID rosa = gate.neighbour("Rosa Quill");
    UUID left = gate.hit(rosa);
    for (int at = 0; at < 5; at++) {
      UUID hit = gate.hit(rosa);
      local.write(() -> Gate.part(CaseNotes.class).answer(hit, Optional.empty(), "We call him", Gate.today()));
    }
    var organiser = gate.organiser();
    assertThat(organiser.get(local.path("")).body()).contains("One of us is being hit back at",
        gate.at(left, ""));
    assertThat(asked(organiser, local.path(""), "defence.answer")).hasSize(1);
    assertThat(asked(organiser, local.path(""), "defence.retaliation")).noneMatch(sql -> sql.contains("c.word"));
    assertThat(organiser.get(local.path("")).body()).as("one's own is not asked of oneself")
        .doesNotContain("You are not alone with it");
  }

  @Test
  void aStewardsFirstScreenKnowsTheirPeopleOnly(FoundedLocal local) {
    var gate = Gate.in(local);
    UUID rosa = gate.neighbour("Rosa Quill");
    UUID theirs = pressing(gate, rosa);
    UUID others = pressing(gate, gate.neighbour("Mateo Quill"));
    var steward = gate.stewardOf(rosa);
    assertThat(steward.visitor().get(local.path("")).body()).contains(gate.at(theirs, ""))
        .doesNotContain(gate.at(others, ""));
    var elsewhere = gate.officer(Role.ORGANISER, Gate.building(local, "2 Elsewhere Row"));
    assertThat(elsewhere.visitor().get(local.path("")).body()).doesNotContain(gate.at(theirs, ""),
        gate.at(others, ""));
  }

  @Test
  void theFormAsksOnceForAllPlacesAndAllFights(FoundedLocal local) {
    var gate = Gate.in(local);
    gate.neighbour("Rosa Quill");
    var organiser = gate.organiser();
    String form = local.path("cases/new");
    int places = asked(organiser, form, "roll.").size();
    int rungs = asked(organiser, form, "campaign.").size();
    for (int more = 0; more < 3; more++) {
      Gate.in(local).neighbour("Somebody Quill " + more);
    }
    assertThat(organiser.get(form).body()).contains("Rosa Quill", "Somebody Quill 0", "Somebody Quill 2");
    assertThat(asked(organiser, form, "roll.")).hasSize(places);
    assertThat(asked(organiser, form, "campaign.")).hasSize(rungs);
  }

  @Test
  void theListAndTheCaseAskOnceHoweverLongTheyAre(FoundedLocal local) {
    var gate = Gate.in(local);
    UUID id = gate.hit(gate.neighbour("Rosa Quill"));
    var organiser = gate.organiser();
    reply(gate, id);
    int listed = asked(organiser, local.path("cases"), "").size();
    int rungs = asked(organiser, gate.at(id, ""), "from campaign.step ").size();
    for (int more = 0; more < 3; more++) {
      var another = Gate.in(local);
      another.hit(another.neighbour("Mateo Quill"));
      reply(gate, id);
    }
    assertThat(organiser.get(local.path("cases")).body()).contains("Mateo Quill", "17 Quillfeather Row");
    assertThat(asked(organiser, local.path("cases"), "")).hasSize(listed);
    assertThat(asked(organiser, gate.at(id, ""), "from campaign.step ")).hasSize(rungs);
    assertThat(organiser.get(gate.at(id, "")).body()).contains("We go in");
  }

  private static void reply(Gate gate, UUID hit) {
    gate.local()
        .write(() -> Gate.part(CaseNotes.class).answer(hit, Optional.of(gate.march()), "", Gate.today()));
  }

  @Test
  void theDoorsOfThoseToAskAreReadAtOnce(FoundedLocal local) {
    var gate = Gate.in(local);
    gate.did(gate.picket(), Gate.today().minusDays(2), gate.neighbour("Rosa Quill"));
    var organiser = gate.organiser();
    int doors = asked(organiser, local.path("all-right"), "roll.position").size();
    gate.did(gate.picket(), Gate.today().minusDays(2), gate.neighbour("Mateo Quill"), gate.neighbour("Ana Quill"));
    assertThat(organiser.get(local.path("all-right")).body()).contains("Rosa Quill", "Mateo Quill", "Ana Quill");
    assertThat(asked(organiser, local.path("all-right"), "roll.position")).hasSize(doors);
    assertThat(organiser.get(local.path("")).body()).contains("Ask 3 people whether they are all right");
  }
}
