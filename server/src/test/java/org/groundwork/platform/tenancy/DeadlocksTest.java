// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two transactions that wait for one another. */
@ExtendWith(ProductExtension.class)
class DeadlocksTest {
  private static void hold(long lock) {
    Product.shared().bean(JdbcClient.class).sql("select pg_advisory_xact_lock(?)").param(lock).query(rs -> {});
  }

  /** Both hold their first lock before they ask for the other's; whoever begins anew does not wait for that again. */
  private static int crossing(FoundedLocal local, AtomicInteger begun, boolean again) throws Exception {
    var transactions = Product.shared().bean(Transactions.class);
    var both = new CyclicBarrier(2);
    long base = System.nanoTime();
    try (var threads = Executors.newFixedThreadPool(2)) {
      Callable<Integer> one = () -> local.write(() -> 1);
      assertThat(threads.submit(one).get()).isEqualTo(1);
      var first = threads.submit(() -> cross(local, transactions, both, begun, base, base + 1, again));
      var second = threads.submit(() -> cross(local, transactions, both, begun, base + 1, base, again));
      return first.get() + second.get();
    }
  }

  private static int cross(FoundedLocal local, Transactions transactions, CyclicBarrier both, AtomicInteger begun,
      long mine, long theirs, boolean again) {
    var times = new AtomicInteger();
    java.util.function.Supplier<Integer> work = () -> {
      begun.incrementAndGet();
      hold(mine);
      if (times.incrementAndGet() == 1) {
        try {
          both.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      }
      hold(theirs);
      return 1;
    };
    Callable<Integer> whole = () -> again ? transactions.write(work) : transactions.writeOnce(work);
    return local.as(local.founder(), whole);
  }

  @Test
  void whoeverIsEndedBeginsAnew(FoundedLocal local) throws Exception {
    var begun = new AtomicInteger();
    assertThat(crossing(local, begun, true)).isEqualTo(2);
    assertThat(begun.get()).isEqualTo(3);
  }

  @Test
  void orIsToldWhereItMustNot(FoundedLocal local) {
    assertThatThrownBy(() -> crossing(local, new AtomicInteger(), false))
        .hasRootCauseInstanceOf(java.sql.SQLException.class)
        .hasCauseInstanceOf(PessimisticLockingFailureException.class);
  }
}
