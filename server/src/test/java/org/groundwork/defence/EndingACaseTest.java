// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.Assertions;
import org.groundwork.campaign.Campaign;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.audit.Audited;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.roll.Contacts;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case ends, a fight does not end over its head, and what is left of it when somebody is forgotten. */
@ExtendWith(ProductExtension.class)
class EndingACaseTest {

  private static Page end(Gate gate, Visitor organiser) {
    var core = gate.fight().core();
    return organiser.post(gate.local().path("campaigns/" + gate.campaign() + "/outcome"), "version",
        Long.toString(core.version()), "result-" + core.demands().getFirst().id(), "won", "word", "Kept word");
  }

  @Test
  void aFightWithAnOpenCaseIsNotClosed(FoundedLocal local) {
    var gate = Gate.in(local);
    UUID id = gate.hit(gate.neighbour("Rosa Quill"));
    var organiser = gate.organiser();
    var refused = end(gate, organiser);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Somebody who acted is still being hit back at", "Kept word",
        local.path("cases?campaign=" + gate.campaign()));
    assertThat(gate.fight()).isInstanceOf(Campaign.Quiet.class);
    assertThat(organiser.get(local.path("cases?campaign=" + gate.campaign())).body()).contains("Rosa Quill");

    assertThat(organiser.post(gate.at(id, "/ending"), "word", "Kept sentence").body()).contains("id=\"outcome-error\"",
        "Kept sentence");
    for (int twice = 0; twice < 2; twice++) {
      assertThat(organiser.post(gate.at(id, "/ending"), "outcome", "undone", "word", "Back at the stable").location())
          .contains(gate.at(id, "?done=closed"));
    }
    assertThat(organiser.get(gate.at(id, "")).body()).contains("They took it back", "Back at the stable",
        "Open it again").doesNotContain("button--next");
    assertThat(Audited.in(local)).filteredOn(entry -> entry.contains("case-closed")).hasSize(1);

    organiser.post(gate.at(id, "/reopen"));
    assertThat(gate.now(id).open()).isTrue();
    assertThat(end(gate, organiser).status()).isEqualTo(422);
    organiser.post(gate.at(id, "/ending"), "outcome", "answered");
    assertThat(end(gate, organiser).status()).isEqualTo(303);
    assertThat(gate.fight()).isInstanceOf(Campaign.Closed.class);
  }

  @Test
  void aCaseOfAnotherFightOrOfNoneIsNoReason(FoundedLocal local) {
    var gate = Gate.in(local);
    UUID rosa = gate.neighbour("Rosa Quill");
    var organiser = gate.organiser();
    UUID id = Gate.opened(gate.open(organiser, rosa.toString(), "about", ""));
    assertThat(gate.now(id).site()).as("where she stands").contains(gate.site());
    assertThat(local.read(() -> Gate.part(Cases.class).of(gate.campaign()))).isZero();
    assertThat(organiser.post(gate.at(id, "/about"), "about", "step-" + gate.march()).status()).isEqualTo(422);
    organiser.post(gate.at(id, "/about"), "about", "step-" + gate.picket());
    assertThat(local.read(() -> Gate.part(Cases.class).of(gate.campaign()))).isOne();
    assertThat(end(gate, organiser).status()).isEqualTo(422);
  }

  /** How many there are, while what is said of one of them cannot be opened. */
  private static int unsaidWithoutAWordOpened(Gate gate, UUID id) {
    var jdbc = Gate.part(JdbcClient.class);
    return gate.local().write(() -> {
      UUID here = gate.local().id().value();
      byte[] word = jdbc.sql("select word from defence.retaliation where local_id = ? and id = ?")
          .params(here, id)
          .query(byte[].class)
          .single();
      String write = "update defence.retaliation set word = ? where local_id = ? and id = ?";
      jdbc.sql(write).params(new byte[]{0}, here, id).update();
      int many = Gate.part(WhoseFight.class).of(gate.campaign(), gate.site());
      jdbc.sql(write).params(word, here, id).update();
      return many;
    });
  }

  @Test
  void aCaseOfThePlaceOfWhichNobodySaidWhatForHoldsTheEndUpUntilSomebodyDoes(FoundedLocal local) {
    var gate = Gate.in(local);
    var organiser = gate.organiser();
    UUID id = Gate.opened(gate.open(organiser, gate.neighbour("Rosa Quill").toString(), "about", ""));
    UUID other = Gate.opened(gate.open(organiser, gate.neighbour("Mateo Quill").toString(), "about", ""));
    Gate.opened(Gate.in(local).open(organiser, Gate.in(local).neighbour("Elsewhere Quill").toString(), "about", ""));
    String sort = local.path("cases/whose-fight?campaign=" + gate.campaign());
    assertThat(unsaidWithoutAWordOpened(gate, id)).isEqualTo(2);
    var refused = end(gate, organiser);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("nobody has said what for", "Are these 2 about this fight?", "Kept word",
        sort);
    assertThat(organiser.get(sort).body()).contains("Rosa Quill", "Mateo Quill").doesNotContain("Elsewhere Quill");

    for (int twice = 0; twice < 2; twice++) {
      say(gate, organiser, other, "no");
    }
    assertThat(Audited.in(local)).filteredOn(entry -> entry.contains("case-unrelated")).hasSize(1);
    assertThat(organiser.get(sort).body()).contains("Rosa Quill").doesNotContain("Mateo Quill");
    say(gate, organiser, id, "yes");
    assertThat(organiser.get(sort).body()).contains("It is said for all of them");
    assertThat(organiser.get(gate.at(id, "")).body()).contains(Gate.TITLE);
    assertThat(end(gate, organiser).body()).as("it is of this fight").contains("Answer that first");
    organiser.post(gate.at(id, "/ending"), "outcome", "undone");
    assertThat(end(gate, organiser).status()).isEqualTo(303);
    assertThat(gate.now(other).about().campaign()).isEmpty();

    assertThat(say(gate, organiser, other, "perhaps")).isEqualTo(404);
    var elsewhere = gate.officer(Role.ORGANISER, Gate.building(local, "2 Elsewhere Row"));
    assertThat(elsewhere.visitor().get(sort).status()).isEqualTo(404);
    assertThat(say(gate, elsewhere.visitor(), other, "yes")).isEqualTo(404);
  }

  private static int say(Gate gate, Visitor by, UUID hit, String about) {
    return by.post(gate.local().path("cases/whose-fight"), "campaign", gate.campaign().toString(), "case",
        hit.toString(), "about", about).status();
  }

  @Test
  void aFightThatEndedLatelyCanStillBeHitBackFor(FoundedLocal local) {
    var gate = Gate.in(local);
    UUID rosa = gate.neighbour("Rosa Quill");
    gate.did(gate.picket(), Gate.today(), rosa);
    assertThat(end(gate, gate.organiser()).status()).isEqualTo(303);
    Gate.nextDay(14);
    var organiser = gate.organiser();
    assertThat(organiser.get(local.path("all-right")).body()).contains("Rosa Quill");
    UUID id = Gate.opened(gate.open(organiser, rosa.toString()));
    assertThat(gate.now(id).about()).isEqualTo(Case.About.step(gate.campaign(), gate.picket()));
    Gate.nextDay(77);
    assertThat(gate.open(gate.organiser(), rosa.toString()).body()).as("after 90 days")
        .contains("Choose one of these");
  }

  /** A case that is being written down while somebody ends the fight: the end waits, sees it, and is refused. */
  @Test
  void aCaseWrittenDownMeanwhileHoldsTheEndUp(FoundedLocal local) throws Exception {
    var gate = Gate.in(local);
    UUID rosa = gate.neighbour("Rosa Quill");
    var organiser = gate.organiser();
    organiser.get(local.path("campaigns/" + gate.campaign() + "/outcome"));
    var written = new CountDownLatch(1);
    var commit = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var writing = threads.submit(() -> local.as(local.founder(), () -> Gate.part(Transactions.class).write(() -> {
        UUID id = Gate.part(Cases.class)
            .open(new Cases.NewCase(rosa, Optional.of(gate.site()),
                Case.About.step(gate.campaign(), gate.picket()), Case.Kind.THREAT, Gate.today(), "zebra",
                Optional.empty()));
        written.countDown();
        try {
          commit.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        return id;
      })));
      written.await();
      var ending = threads.submit(() -> end(gate, organiser));
      Assertions.assertThatThrownBy(() -> ending.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
      commit.countDown();
      writing.get();
      assertThat(ending.get().status()).isEqualTo(422);
    }
    assertThat(gate.fight()).isInstanceOf(Campaign.Quiet.class);
  }

  @Test
  void whenSomebodyIsForgottenTheCaseStaysWithoutAWord(FoundedLocal local) {
    var gate = Gate.in(local);
    UUID rosa = gate.neighbour("Rosa Quill");
    UUID id = gate.hit(rosa);
    local.write(() -> {
      Gate.part(CaseNotes.class).add(id, Gate.today(), "A zebra fact", Optional.empty());
      Gate.part(CaseNotes.class).answer(id, Optional.empty(), "A zebra answer", Gate.today());
      Gate.part(Cases.class).due(id, Gate.today(), "A zebra note");
      return Gate.part(Care.class).ask(id, Care.Kind.CALL, Gate.today());
    });
    gate.did(gate.picket(), Gate.today().minusDays(3), rosa);
    local.write(() -> Gate.part(AllRight.class).answer(rosa, AllRight.Answer.ALL_RIGHT));
    assertThat(local.write(() -> Gate.part(Contacts.class).delete(rosa))).isTrue();
    var left = gate.now(id);
    assertThat(left.person()).isEmpty();
    assertThat(left.word()).isEmpty();
    assertThat(left.kind()).isEqualTo(Case.Kind.HOURS);
    assertThat(left.end().map(Case.End::outcome)).contains(Case.Outcome.LEFT);
    assertThat(left.deadline().map(Case.Deadline::note)).contains("");
    assertThat(gate.needs(id)).isEmpty();
    assertThat(local.read(() -> Gate.part(CaseNotes.class).facts(id))).isEmpty();
    assertThat(local.read(() -> Gate.part(CaseNotes.class).answers(id))).allMatch(reply -> reply.what().isEmpty());
    assertThat(local.read(() -> Gate.part(JdbcClient.class)
        .sql("select count(*) from defence.all_right where local_id = ?")
        .param(local.id().value())
        .query(Integer.class)
        .single())).isZero();
    assertThat(gate.count().hitBack()).as("that it was stays").isOne();
    var organiser = gate.organiser();
    assertThat(organiser.get(gate.at(id, "")).body()).contains("Somebody").doesNotContain("Rosa", "Open it again");
    organiser.post(gate.at(id, "/reopen"));
    assertThat(gate.now(id).open()).as("nobody to open it for").isFalse();
    assertThat(end(gate, organiser).status()).as("a forgotten person holds no fight up").isEqualTo(303);
  }

  @Test
  void aPersonReadsWhatIsHeldOfThem(FoundedLocal local) {
    var gate = Gate.in(local);
    var ana = gate.member("Ana Quill");
    UUID id = gate.hit(ana.id());
    local.write(() -> Gate.part(CaseNotes.class).add(id, Gate.today(), "A zebra fact", Optional.empty()));
    assertThat(ana.visitor().get(local.path("me")).body()).contains("How you were hit back at", "They cut zebra hours",
        "A zebra fact", "Fewer or worse hours");
    assertThat(local.person(Role.MEMBER).visitor().get(local.path("me")).body()).doesNotContain("zebra");
  }

  @Test
  void anEntryOfPeopleIsNotTakenBackUnderACase(FoundedLocal local) {
    var gate = Gate.in(local);
    UUID rosa = gate.neighbour("Rosa Quill");
    assertThat(local.read(() -> Gate.part(ForgottenByDefence.class).inUse(java.util.List.of(rosa)))).isFalse();
    gate.hit(rosa);
    assertThat(local.read(() -> Gate.part(ForgottenByDefence.class).inUse(java.util.List.of(UUID.randomUUID(), rosa))))
        .isTrue();
  }
}
