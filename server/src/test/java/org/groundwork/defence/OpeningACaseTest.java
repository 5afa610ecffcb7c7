// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.audit.Audited;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody is hit back at: written down in a minute, by whom, about whom, and who sees it. */
@ExtendWith(ProductExtension.class)
class OpeningACaseTest {

  private static List<Case> all(Gate gate) {
    return gate.local()
        .read(() -> Gate.part(Cases.class)
            .within(new Cases.Within(true, java.util.Set.of(),
                java.util.Set.of()), java.util.Optional.empty(), java.util.Optional.empty(), 100));
  }

  @Test
  void isThereAfterOneForm(FoundedLocal local) {
    var gate = Gate.in(local);
    UUID rosa = gate.neighbour("Rosa Quill");
    var organiser = gate.organiser();
    assertThat(organiser.get(local.path("cases/new")).body()).contains("Rosa Quill", Gate.PICKET,
        "A lawyer or union office says how long you have").doesNotContain("We go in");
    var opened = gate.open(organiser, rosa.toString(), "deadline", Gate.today().plusDays(5).toString());
    UUID id = Gate.opened(opened);
    var hit = gate.now(id);
    assertThat(hit.person()).contains(rosa);
    assertThat(hit.kind()).isEqualTo(Case.Kind.DISMISSAL);
    assertThat(hit.about()).isEqualTo(Case.About.step(gate.campaign(), gate.picket()));
    assertThat(hit.site()).contains(gate.site());
    var page = organiser.get(gate.at(id, ""));
    assertThat(page.body()).contains("Rosa Quill", "Zebra was let go", "5 days left", Gate.PICKET,
        "Call for more people").doesNotContain("hardship");
    assertThat(page.body()).contains(
        local.path("reinforcements/new?campaign=" + gate.campaign() + "&amp;about=" + id));
    assertThat(page.body()).as("one red button").containsOnlyOnce("button--next");
    assertThat(page.body()).contains("<title>Groundwork</title>");
    assertThat(Audited.in(local)).anyMatch(entry -> entry.contains("case-opened"))
        .anyMatch(entry -> entry.contains("case-seen"))
        .noneMatch(entry -> entry.contains("Rosa"));
    assertThat(organiser.get(local.path("cases")).body()).contains("Rosa Quill", "5 days left");
  }

  @Test
  void isOneHoweverOftenTheFormIsSent(FoundedLocal local) {
    var gate = Gate.in(local);
    UUID rosa = gate.neighbour("Rosa Quill");
    var organiser = gate.organiser();
    String once = UUID.randomUUID().toString();
    UUID first = Gate.opened(gate.open(organiser, rosa.toString(), "once", once));
    assertThat(Gate.opened(gate.open(organiser, rosa.toString(), "once", once))).isEqualTo(first);
    assertThat(all(gate)).hasSize(1);
  }

  @Test
  void isRefusedBesideTheFieldAndNothingTypedIsLost(FoundedLocal local) {
    var gate = Gate.in(local);
    var organiser = gate.organiser();
    String rosa = gate.neighbour("Rosa Quill").toString();
    var future = gate.open(organiser, rosa, "on", Gate.today().plusDays(1).toString());
    assertThat(future.status()).isEqualTo(422);
    assertThat(future.body()).contains("id=\"on-error\"", "Zebra was let go",
        "value=\"" + rosa + "\" selected", "value=\"dismissal\" selected",
        "value=\"step-" + gate.picket() + "\" selected");
    assertThat(gate.open(organiser, rosa, "kind", "revenge").body()).contains("id=\"kind-error\"", "Zebra was let go");
    assertThat(gate.open(organiser, rosa, "word", " ").body()).contains("id=\"word-error\"");
    assertThat(gate.open(organiser, rosa, "word", "z".repeat(501)).body()).contains("id=\"word-error\"");
    assertThat(gate.open(organiser, rosa, "deadline", "soon").body()).contains("id=\"deadline-error\"",
        "value=\"soon\"");
    assertThat(gate.open(organiser, rosa, "about", "step-" + gate.march()).body()).as("nobody began it")
        .contains("id=\"about-error\"");
    assertThat(gate.open(organiser, "", "word", "Kept")).matches(page -> page.status() == 422)
        .matches(page -> page.body().contains("id=\"who-error\"") && page.body().contains("Kept"));
    assertThat(all(gate)).isEmpty();
  }

  @Test
  void aMemberWritesAboutThemselfAndNobodyElse(FoundedLocal local) {
    var gate = Gate.in(local);
    var ana = gate.member("Ana Quill");
    UUID rosa = gate.neighbour("Rosa Quill");
    assertThat(ana.visitor().get(local.path("")).body()).as("on their first screen")
        .contains(local.path("cases/new"), "They are hitting back at me");
    assertThat(ana.visitor().get(local.path("cases/new")).body()).contains(Gate.PICKET)
        .doesNotContain("Rosa Quill", "<select id=\"who\"");
    assertThat(gate.open(ana.visitor(), rosa.toString()).status()).isEqualTo(422);
    UUID id = Gate.opened(gate.open(ana.visitor(), "me"));
    assertThat(gate.now(id).person()).contains(ana.id());
    assertThat(ana.visitor().get(gate.at(id, "")).body()).contains("Zebra was let go");
    assertThat(ana.visitor().get(local.path("")).body()).contains("You are not alone with it");
    assertThat(gate.organiser().get(local.path("")).body()).contains("One of us is being hit back at");
  }

  @Test
  void aStewardWritesAboutTheirOwnPeopleOnly(FoundedLocal local) {
    var gate = Gate.in(local);
    UUID rosa = gate.neighbour("Rosa Quill");
    UUID mateo = gate.neighbour("Mateo Quill");
    var steward = gate.stewardOf(rosa);
    assertThat(steward.visitor().get(local.path("cases/new")).body()).contains("Rosa Quill")
        .doesNotContain("Mateo Quill");
    assertThat(gate.open(steward.visitor(), mateo.toString()).body()).contains("id=\"who-error\"");
    assertThat(gate.now(Gate.opened(gate.open(steward.visitor(), rosa.toString()))).person()).contains(rosa);
    var elsewhere = gate.officer(Role.ORGANISER, Gate.building(local, "2 Elsewhere Row"));
    assertThat(gate.open(elsewhere.visitor(), rosa.toString()).body()).contains("id=\"who-error\"");
  }

  @Test
  void isSeenByThePersonTheirStewardAndTheOrganisersThere(FoundedLocal local) {
    var gate = Gate.in(local);
    var ana = gate.member("Ana Quill");
    var steward = gate.stewardOf(ana.id());
    UUID id = gate.hit(ana.id());
    var organiser = gate.officer(Role.ORGANISER, gate.site());
    for (var who : List.of(ana, steward, organiser, local.withPasskey(local.founder()))) {
      assertThat(who.visitor().get(gate.at(id, "")).body()).contains("They cut zebra hours");
    }
    assertThat(ana.visitor().get(local.path("cases")).status()).as("the list is not theirs").isEqualTo(403);
    assertThat(steward.visitor().get(local.path("cases")).body()).contains("Ana Quill");
  }

  @Test
  void isNotThereForAnybodyElse(FoundedLocal local) {
    var gate = Gate.in(local);
    var ana = gate.member("Ana Quill");
    UUID id = gate.hit(ana.id());
    var member = gate.member("Ben Quill");
    var steward = gate.stewardOf(gate.neighbour("Rosa Quill"));
    var elsewhere = gate.officer(Role.ORGANISER, Gate.building(local, "2 Elsewhere Row"));
    var stranger = Product.shared().found();
    for (var who : List.of(member, steward, elsewhere)) {
      assertThat(who.visitor().get(gate.at(id, "")).status()).isEqualTo(404);
      for (String act : List.of("facts", "deadline", "deadline/met", "needs", "naming", "hardship")) {
        assertThat(who.visitor().post(gate.at(id, "/" + act), "once", UUID.randomUUID().toString()).status())
            .as(act)
            .isEqualTo(404);
      }
    }
    for (var who : List.of(steward, elsewhere)) {
      for (String act : List.of("answers", "answers/done", "about", "ending", "reopen")) {
        assertThat(who.visitor().post(gate.at(id, "/" + act), "once", UUID.randomUUID().toString()).status())
            .as(act)
            .isEqualTo(404);
      }
      assertThat(who.visitor().get(local.path("cases")).body()).doesNotContain("Ana Quill");
    }
    var theirs = stranger.withPasskey(stranger.founder()).visitor();
    assertThat(theirs.get(stranger.path("cases/" + id)).status()).as("another local's").isEqualTo(404);
    assertThat(theirs.post(stranger.path("cases/" + id + "/ending"), "outcome", "lost").status()).isEqualTo(404);
    assertThat(gate.now(id).open()).isTrue();
  }

  @Test
  void showsWhatWasTypedAsItWasTyped(FoundedLocal local) {
    var gate = Gate.in(local);
    String hostile = "<script>alert(1)</script>";
    var organiser = gate.organiser();
    UUID id = Gate.opened(gate.open(organiser, gate.neighbour(hostile).toString(), "word", hostile));
    organiser.post(gate.at(id, "/facts"), "once", UUID.randomUUID().toString(), "fact", hostile, "factOn",
        Gate.today().toString());
    organiser.post(gate.at(id, "/deadline"), "deadline", Gate.today().toString(), "note", hostile);
    organiser.post(gate.at(id, "/answers"), "once", UUID.randomUUID().toString(), "answer", hostile, "answerOn",
        Gate.today().toString());
    var page = organiser.get(gate.at(id, "")).body();
    assertThat(page).contains("&lt;script").doesNotContain(hostile);
    assertThat(page.split("&lt;script", -1)).hasSizeGreaterThan(5);
    organiser.post(gate.at(id, "/ending"), "outcome", "lost", "word", hostile);
    assertThat(organiser.get(gate.at(id, "")).body()).contains("It stands").doesNotContain(hostile);
    assertThat(organiser.get(local.path("cases")).body()).doesNotContain(hostile);
  }
}
