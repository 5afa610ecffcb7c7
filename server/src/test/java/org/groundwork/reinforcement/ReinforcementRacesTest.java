// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.ids.Ids;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who does something at once: a call comes to the same whoever is first. */
@ExtendWith(ProductExtension.class)
class ReinforcementRacesTest {

  private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
    var start = new CountDownLatch(1);
    var found = new ArrayList<T>();
    try (var many = Executors.newFixedThreadPool(work.size())) {
      var running = work.stream().map(one -> many.submit(() -> {
        start.await();
        return one.call();
      })).toList();
      start.countDown();
      for (var one : running) {
        found.add(one.get());
      }
    }
    return found;
  }

  @Test
  void givesTheLastPlaceOnce(FoundedLocal local) throws Exception {
    for (int i = 0; i < 6; i++) {
      Called.ready(local);
    }
    var called = Called.now(local, 2);
    var work = new ArrayList<Callable<Asked.Outcome>>();
    called.people().forEach(person -> work.add(() -> called.yes(person)));
    called.people().forEach(person -> work.add(() -> called.yes(person)));
    assertThat(atOnce(work)).hasSize(12);
    assertThat(called.is().counts().coming()).isEqualTo(2);
    assertThat(called.is().counts().waiting()).isEqualTo(4);
    assertThat(called.asked().stream().filter(Asked::knowsPlace)).hasSize(2);
  }

  @Test
  void goesOutOnceForTwoWhoConfirmAtOnce(FoundedLocal local) throws Exception {
    for (int i = 0; i < 9; i++) {
      Called.ready(local);
    }
    var called = Called.rapid(local, 1);
    var work = new ArrayList<Callable<Confirmation>>();
    for (int i = 0; i < 3; i++) {
      var second = local.person(Role.ORGANISER);
      work.add(() -> called.as(second, () -> Called.part(Reinforcements.class).confirm(called.id())));
    }
    var outcomes = atOnce(work);
    assertThat(outcomes).filteredOn(Confirmation.Out.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Confirmation.AlreadyOut.class::isInstance).hasSize(2);
    assertThat(called.people()).as("one wave").hasSize(3);
    assertThat(called.is().times().waves()).isOne();
  }

  @Test
  void isEitherSentOrRefused(FoundedLocal local) throws Exception {
    for (int round = 0; round < 4; round++) {
      var called = Called.rapid(local, 1);
      var second = local.person(Role.ORGANISER);
      var third = local.person(Role.ORGANISER);
      var done = atOnce(List.<Callable<Boolean>>of(
          () -> called.as(second,
              () -> Called.part(Reinforcements.class).confirm(called.id()) instanceof Confirmation.Out),
          () -> called.as(third, () -> Called.part(Reinforcements.class).refuse(called.id(), "not true"))));
      assertThat(done).containsExactlyInAnyOrder(true, false);
      assertThat(called.is().state()).isIn(Reinforcement.State.LIVE, Reinforcement.State.REFUSED);
    }
  }

  @Test
  void asksNobodyOnceTooOftenForCallsMadeAtOnce(FoundedLocal local) throws Exception {
    UUID person = Called.ready(local);
    var work = new ArrayList<Callable<Called>>();
    for (int i = 0; i < 5; i++) {
      work.add(() -> Called.now(local, 1));
    }
    assertThat(atOnce(work).stream().filter(called -> called.people().contains(person))).hasSize(2);
  }

  @Test
  void asksOneWaveForManyTapsAtOnce(FoundedLocal local) throws Exception {
    for (int i = 0; i < 12; i++) {
      Called.ready(local);
    }
    var called = Called.now(local, 1);
    var taps = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < 4; i++) {
      taps.add(() -> local.write(() -> Called.part(Waves.class).next(called.id(), 1)));
    }
    assertThat(atOnce(taps)).containsExactlyInAnyOrder(3, 0, 0, 0);
    assertThat(called.people()).hasSize(6).doesNotHaveDuplicates();
  }

  /** Whoever waited for the call's row while its last moment passed is not let in: the clock is asked afterwards. */
  @Test
  void letsNobodyInWhoWaitedPastTheEnd(FoundedLocal local) throws Exception {
    UUID person = Called.ready(local);
    var called = Called.rapidOut(local, 1);
    Instant end = called.is().times().expires();
    var moment = new AtomicReference<>(end.minus(Duration.ofSeconds(1)));
    var answers = new Answers(Called.part(JdbcClient.class), Called.part(Ids.class), shown(moment),
        Called.part(ReinforcementRows.class), Called.part(Waves.Tell.class));
    var held = new CountDownLatch(1);
    try (var two = Executors.newFixedThreadPool(2)) {
      var holder = two.submit(() -> local.write(() -> {
        Called.part(ReinforcementRows.class).held(called.id());
        held.countDown();
        waitFor(() -> local.<Boolean>read(() -> waiting()));
        moment.set(end);
        return true;
      }));
      held.await();
      var late = two.submit(() -> local.write(() -> answers.yes(called.id(), person)));
      assertThat(late.get()).isEqualTo(Asked.Outcome.OVER);
      assertThat(holder.get()).isTrue();
    }
    assertThat(called.of(person).knowsPlace()).isFalse();
    assertThat(called.is().told().place()).isEmpty();
  }

  /** Whether somebody waits for a row. */
  private static boolean waiting() {
    return Called.part(JdbcClient.class)
        .sql("select exists (select 1 from pg_locks where not granted and locktype in ('transactionid', 'tuple'))")
        .query(Boolean.class)
        .single();
  }

  private static void waitFor(Callable<Boolean> condition) {
    org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(20)).pollInSameThread().until(condition);
  }

  private static Clock shown(AtomicReference<Instant> moment) {
    return new Clock() {
      @Override
      public ZoneId getZone() { return ZoneOffset.UTC; }

      @Override
      public Clock withZone(ZoneId zone) { return this; }

      @Override
      public Instant instant() { return moment.get(); }
    };
  }
}
