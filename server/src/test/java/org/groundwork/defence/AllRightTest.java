// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.groundwork.action.Attendance;
import org.groundwork.platform.access.Role;
import org.groundwork.roll.PersonMerge;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everybody who took part in something risky is asked on days 2 and 14, once a day, until they are reached. */
@ExtendWith(ProductExtension.class)
class AllRightTest {
  private static final Cases.Within EVERYBODY = new Cases.Within(true, Set.of(), Set.of());

  private static List<UUID> due(Gate gate) {
    return gate.local()
        .read(() -> Gate.part(AllRight.class).due(EVERYBODY))
        .stream()
        .map(AllRight.Asked::person)
        .toList();
  }

  private static int rows(FoundedLocal local) {
    return local.read(() -> Gate.part(JdbcClient.class)
        .sql("select count(*) from defence.all_right where local_id = ?")
        .param(local.id().value())
        .query(Integer.class)
        .single());
  }

  private static void tap(Gate gate, Visitor by, UUID who, String answer) {
    by.post(gate.local().path("all-right"), "who", who.toString(), "answer", answer);
  }

  @Test
  void isAskedOnTheSecondAndTheFourteenthDay(FoundedLocal local) {
    var gate = Gate.in(local);
    UUID rosa = gate.neighbour("Rosa Quill");
    gate.did(gate.picket(), Gate.today(), rosa);
    gate.did(gate.letter(), Gate.today(), gate.neighbour("Only Signed"));
    assertThat(due(gate)).isEmpty();
    Gate.nextDay(1);
    assertThat(due(gate)).isEmpty();
    assertThat(gate.count()).isEqualTo(new AllRight.Count(0, 0, 0));
    Gate.nextDay(1);
    assertThat(due(gate)).as("not whoever signed a letter").containsExactly(rosa);
    assertThat(gate.count()).isEqualTo(new AllRight.Count(1, 0, 0));
    var organiser = gate.organiser();
    assertThat(organiser.get(local.path("")).body()).contains("Ask one person whether they are all right");
    assertThat(organiser.get(local.path("all-right")).body()).contains("Rosa Quill")
        .as("she did not agree to be written to")
        .doesNotContain("Only Signed", "sms:");
    tap(gate, organiser, rosa, "all-right");
    tap(gate, organiser, rosa, "not-reached"); // a tap too late changes nothing
    assertThat(rows(local)).isOne();
    assertThat(gate.count()).isEqualTo(new AllRight.Count(1, 1, 0));
    Gate.nextDay(11);
    assertThat(due(gate)).as("day 13").isEmpty();
    Gate.nextDay(1);
    assertThat(due(gate)).as("day 14").containsExactly(rosa);
    tap(gate, gate.organiser(), rosa, "all-right");
    assertThat(due(gate)).isEmpty();
    assertThat(gate.organiser().get(local.path("campaigns/" + gate.campaign() + "/steps/" + gate.picket())).body())
        .contains("All right? 1 to ask, 1 all right, 0 hit back at, 0 not known",
            local.path("cases?step=" + gate.picket()));
  }

  @Test
  void isAskedOnceADayWhateverTheyTookPartIn(FoundedLocal local) {
    var gate = Gate.in(local);
    UUID rosa = gate.neighbour("Rosa Quill");
    UUID action = gate.held(false);
    local.write(() -> {
      Gate.part(Attendance.class).here(gate.shiftOf(action), rosa);
      return true;
    });
    gate.did(gate.picket(), Gate.today(), rosa);
    gate.did(gate.march(), Gate.today(), rosa);
    Gate.nextDay(2);
    assertThat(due(gate)).containsExactly(rosa);
    tap(gate, gate.organiser(), rosa, "all-right");
    assertThat(rows(local)).as("one answer for each of the three").isEqualTo(3);
    assertThat(due(gate)).isEmpty();
    gate.did(gate.picket(), Gate.today().minusDays(2), gate.neighbour("Mateo Quill"));
    assertThat(due(gate)).hasSize(1).doesNotContain(rosa);
  }

  @Test
  void whoeverIsNotReachedStaysUntilTheThirtiethDay(FoundedLocal local) {
    var gate = Gate.in(local);
    UUID rosa = gate.neighbour("Rosa Quill");
    gate.did(gate.picket(), Gate.today().minusDays(2), rosa);
    tap(gate, gate.organiser(), rosa, "not-reached");
    assertThat(due(gate)).as("not again today").isEmpty();
    Gate.nextDay(1);
    assertThat(due(gate)).containsExactly(rosa);
    assertThat(gate.organiser().get(local.path("all-right")).body()).contains("Not reached before");
    Gate.nextDay(27);
    assertThat(due(gate)).as("day 30").containsExactly(rosa);
    tap(gate, gate.organiser(), rosa, "not-reached");
    Gate.nextDay(1);
    assertThat(due(gate)).as("day 31").isEmpty();
    assertThat(gate.count().open()).as("nobody knows").isOne();
  }

  @Test
  void whoeverIsHitBackAtGetsACaseAndIsNotAskedAnyMore(FoundedLocal local) {
    var gate = Gate.in(local);
    UUID rosa = gate.neighbour("Rosa Quill");
    gate.did(gate.picket(), Gate.today().minusDays(3), rosa);
    var organiser = gate.organiser();
    String form = local.path("cases/new?who=" + rosa + "&amp;about=step-" + gate.picket());
    assertThat(organiser.get(local.path("all-right")).body()).contains(form);
    assertThat(organiser.get(form.replace("&amp;", "&")).body()).contains("value=\"" + rosa + "\" selected",
        "value=\"step-" + gate.picket() + "\" selected");
    tap(gate, organiser, rosa, "hit-back");
    assertThat(rows(local)).as("only a case says so").isZero();
    gate.open(organiser, rosa.toString());
    assertThat(due(gate)).isEmpty();
    assertThat(gate.count()).isEqualTo(new AllRight.Count(1, 0, 1));
    assertThat(organiser.get(local.path("cases?step=" + gate.picket())).body()).contains("Rosa Quill");
    assertThat(organiser.get(local.path("cases?step=" + gate.march())).body()).doesNotContain("Rosa Quill");
  }

  @Test
  void nobodyOfAnActionThatOnlyCountsIsAsked(FoundedLocal local) {
    var gate = Gate.in(local);
    UUID action = gate.held(true);
    local.write(() -> {
      Gate.part(Attendance.class).here(gate.shiftOf(action), gate.neighbour("Rosa Quill"));
      return true;
    });
    Gate.nextDay(2);
    assertThat(due(gate)).isEmpty();
    assertThat(gate.organiser().get(local.path("campaigns/" + gate.campaign() + "/steps/" + gate.picket())).body())
        .contains("is not asked by name: nobody is written down");
  }

  @Test
  void aPersonAnswersOnTheirOwnScreen(FoundedLocal local) {
    var gate = Gate.in(local);
    var ana = gate.member("Ana Quill");
    assertThat(ana.visitor().get(local.path("all-right/me")).body()).contains("Nothing is asked today");
    gate.did(gate.picket(), Gate.today().minusDays(2), ana.id());
    assertThat(ana.visitor().get(local.path("")).body()).contains("Are you all right?", local.path("all-right/me"));
    assertThat(ana.visitor().get(local.path("all-right/me")).body()).contains("I am all right",
        local.path("cases/new?who=me&amp;about=step-" + gate.picket()));
    assertThat(ana.visitor().get(local.path("all-right")).status()).isEqualTo(403);
    for (int twice = 0; twice < 2; twice++) {
      ana.visitor().post(local.path("all-right/me"));
    }
    assertThat(rows(local)).isOne();
    assertThat(due(gate)).isEmpty();
    assertThat(ana.visitor().get(local.path("")).body()).doesNotContain("Are you all right?");
  }

  @Test
  void aStewardAsksTheirOwnPeople(FoundedLocal local) {
    var gate = Gate.in(local);
    UUID rosa = gate.neighbour("Rosa Quill");
    UUID mateo = gate.neighbour("Mateo Quill");
    gate.did(gate.picket(), Gate.today().minusDays(2), rosa, mateo);
    var steward = gate.stewardOf(rosa);
    assertThat(steward.visitor().get(local.path("all-right")).body()).contains("Rosa Quill")
        .doesNotContain("Mateo Quill");
    tap(gate, steward.visitor(), mateo, "all-right");
    assertThat(rows(local)).as("somebody else's").isZero();
    var elsewhere = gate.officer(Role.ORGANISER, Gate.building(local, "2 Elsewhere Row"));
    assertThat(elsewhere.visitor().get(local.path("all-right")).body()).doesNotContain("Quill");
    tap(gate, elsewhere.visitor(), rosa, "all-right");
    assertThat(rows(local)).isZero();
    tap(gate, steward.visitor(), rosa, "all-right");
    assertThat(rows(local)).isOne();
    assertThat(steward.visitor().post(local.path("all-right"), "who", "nobody", "answer", "all-right").status())
        .isEqualTo(404);
  }

  @Test
  void twoWhoTapAtOnceWriteItOnce(FoundedLocal local) throws Exception {
    var gate = Gate.in(local);
    UUID rosa = gate.neighbour("Rosa Quill");
    gate.did(gate.picket(), Gate.today().minusDays(2), rosa);
    var start = new CountDownLatch(1);
    var taps = new ArrayList<Visitor>();
    for (int at = 0; at < 4; at++) {
      var organiser = gate.organiser();
      organiser.get(local.path("all-right"));
      taps.add(organiser);
    }
    try (var threads = Executors.newFixedThreadPool(4)) {
      var done = taps.stream().map(by -> threads.submit(() -> {
        start.await();
        return by.post(local.path("all-right"), "who", rosa.toString(), "answer",
            taps.indexOf(by) % 2 == 0 ? "all-right" : "not-reached").status();
      })).toList();
      start.countDown();
      for (var tapped : done) {
        assertThat(tapped.get()).isEqualTo(303);
      }
    }
    assertThat(rows(local)).isOne();
  }

  @Test
  void somebodyWrittenDownTwiceIsAskedOnce(FoundedLocal local) {
    var gate = Gate.in(local);
    UUID rosa = gate.neighbour("Rosa Quill");
    UUID again = gate.neighbour("Rosa Quill the second");
    gate.did(gate.picket(), Gate.today().minusDays(2), rosa, again);
    local.write(() -> Gate.part(AllRight.class).answer(again, AllRight.Answer.ALL_RIGHT));
    local.write(() -> Gate.part(PersonMerge.class).merge(rosa, again));
    assertThat(due(gate)).as("the second record answered").isEmpty();
    Gate.nextDay(12);
    assertThat(due(gate)).containsExactly(rosa);
    assertThat(gate.count().asked()).isOne();
  }
}
