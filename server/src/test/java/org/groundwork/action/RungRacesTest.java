// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.groundwork.campaign.StepKind;
import org.groundwork.campaign.StrengthTests;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who was at a date is changed while the date itself changes: one after the other, and nobody waits in a circle. */
@ExtendWith(ProductExtension.class)
class RungRacesTest {

  private static Attendance attendance() { return Planned.part(Attendance.class); }

  /** Two people who were at a date, in the order in which a change of it goes through them. */
  private static List<UUID> twoWhoWere(AtARung at) {
    for (String name : List.of("Ana", "Ben")) {
      at.planned().comes(at.neighbour(name, false));
    }
    var entries = at.planned()
        .signUps()
        .stream()
        .map(SignUp::id)
        .sorted(Comparator.comparing(UUID::toString))
        .toList();
    entries.forEach(entry -> at.local().write(() -> attendance().attended(entry, OptionalInt.empty())));
    assertThat(at.did()).hasSize(2);
    return entries;
  }

  @Test
  void takingBackThatSomebodyWasThereWaitsForAChangeOfTheDate(FoundedLocal local) throws Exception {
    var at = AtARung.now(local, StepKind.PICKET);
    UUID second = twoWhoWere(at).getLast();
    var held = new CountDownLatch(1);
    var letGo = new CountDownLatch(1);
    try (var three = Executors.newFixedThreadPool(3)) {
      var holder = three.submit(() -> local.write(() -> {
        Planned.part(StrengthTests.class).hold(List.of(at.step()));
        held.countDown();
        return await(letGo);
      }));
      assertThat(await(held)).isTrue();
      var change = three.submit(() -> at.change(Optional.empty(), false));
      untilWait(local, 1);
      var takenBack = three.submit(() -> local.write(() -> attendance().unmark(second)));
      untilWait(local, 2);
      letGo.countDown();
      assertThat(holder.get()).isTrue();
      assertThat(change.get()).isTrue();
      assertThat(takenBack.get()).isTrue();
    }
    assertThat(at.did()).isEmpty();
    assertThat(at.planned().signUps()).filteredOn(in -> in.state() == SignUp.State.ATTENDED).hasSize(1);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(20, java.util.concurrent.TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until so many wait for a row. */
  private static void untilWait(FoundedLocal local, int many) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInSameThread()
        .until(() -> local.<Integer>read(() -> Planned.part(JdbcClient.class)
            .sql("select count(*) from pg_locks where not granted and locktype in ('transactionid', 'tuple')")
            .query(Integer.class)
            .single()) >= many);
  }
}
