// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.groundwork.organizing.Conversations;
import org.groundwork.organizing.Reply;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who answers at once, and a clock that goes back: what a call comes to is the same whoever is first. */
@ExtendWith(ProductExtension.class)
class CallRacesTest {
  private static final Duration TWO_DAYS = Duration.ofDays(2);

  private static <T> T part(Class<T> type) { return Letter.part(type); }

  /** A clock that is moved back un-meets nothing, opens nothing anew and makes no withdrawal too old. */
  @Test
  void goesNeverBackWithTheClock(FoundedLocal local) {
    var letter = Letter.in(local, 6, 3);
    letter.people().subList(0, 3).forEach(letter::yes);
    var met = (Call.Met) letter.call();
    Instant noon = met.at();

    assertThat(at(letter, noon.minus(Duration.ofHours(30)), calls -> calls.advance(letter.step()))).isEqualTo(met);
    Instant back = noon.minus(Duration.ofHours(29));
    at(letter, back, calls -> calls.take(letter.step(), new Said(letter.people().get(0), Reply.NOT_YET,
        OptionalInt.empty(), back, local.founder().id())));
    assertThat(letter.standing().said(Reply.NOT_YET)).isOne();
    assertThat(letter.call()).isEqualTo(met);

    var lapsed = at(letter, met.confirmUntil(), calls -> calls.advance(letter.step()));
    assertThat(lapsed.key()).isEqualTo("lapsed");
    assertThat(at(letter, noon.minus(Duration.ofDays(10)), calls -> {
      calls.advance(letter.step());
      assertThat(calls.take(letter.step(), new Said(letter.people().get(4), Reply.YES, OptionalInt.empty(), noon,
          local.founder().id()))).isFalse();
    })).isEqualTo(lapsed);
  }

  /** Does something with calls whose clock shows this moment; the call afterwards. */
  private static Call at(Letter letter, Instant moment, Consumer<Calls> work) {
    var clock = Clock.fixed(moment, ZoneOffset.UTC);
    var jdbc = part(JdbcClient.class);
    var calls = new Calls(new CallRows(jdbc), part(Steps.class),
        new OnTheChart(List.of(new OpenCards(jdbc, clock)), part(Counting.class), part(Sites.class),
            part(Conversations.class)),
        part(FollowUps.class), part(Audit.class), new Calls.Time(clock, part(Locals.class)));
    letter.local().write(() -> {
      work.accept(calls);
      return true;
    });
    return letter.call();
  }

  /** A pledge at the moment of activation and withdrawals racing it: one after the other, and the count holds. */
  @Test
  void comesOutTheSameWhoeverIsFirst(FoundedLocal local) throws Exception {
    for (int round = 0; round < 6; round++) {
      var letter = Letter.in(Product.shared().found(), 10, 8);
      letter.people().subList(0, 7).forEach(letter::yes);
      var start = new CountDownLatch(1);
      var work = new ArrayList<Callable<Boolean>>();
      work.add(() -> letter.yes(letter.people().get(7)));
      work.add(() -> letter.withdraws(letter.people().get(0)));
      work.add(() -> letter.says(letter.people().get(8), Reply.YES_IF, 8));
      work.add(() -> letter.withdraws(letter.people().get(8)));
      try (var many = Executors.newFixedThreadPool(4)) {
        var running = work.stream().map(one -> many.submit(() -> {
          start.await();
          return one.call();
        })).toList();
        start.countDown();
        for (var one : running) {
          assertThat(one.get()).isTrue();
        }
      }
      var standing = letter.standing();
      assertThat(standing.said(Reply.NOT_YET)).isBetween(1, 2);
      boolean enough = standing.solved().met();
      assertThat(letter.call() instanceof Call.Met || !enough).as("what is met has been noticed").isTrue();
      assertThat(letter.later(TWO_DAYS.plusHours(1)).key()).isEqualTo(
          letter.call() instanceof Call.Open ? "open" : enough ? "confirmed" : "lapsed");
    }
  }

  @Test
  void isMetOnceByManyAtOnce(FoundedLocal local) throws Exception {
    var letter = Letter.in(local, 12, 12);
    try (var many = Executors.newFixedThreadPool(6)) {
      var all = IntStream.range(0, 12)
          .<Callable<Boolean>>mapToObj(at -> () -> letter.says(letter.people().get(at), Reply.YES_IF, 12))
          .toList();
      for (var one : many.invokeAll(all)) {
        assertThat(one.get()).isTrue();
      }
    }
    assertThat(letter.in()).isEqualTo(12);
    assertThat(letter.call()).isInstanceOf(Call.Met.class);
  }
}
