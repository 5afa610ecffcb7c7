// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Work in a transaction of its own beside another. */
@ExtendWith(ProductExtension.class)
class BesideTest {
  private static Transactions transactions() { return Product.shared().bean(Transactions.class); }

  private record Seen(String local, long transaction) {}

  private static Seen here() {
    return Product.shared()
        .bean(JdbcClient.class)
        .sql("select current_setting('app.local'), txid_current()")
        .query((rs, i) -> new Seen(rs.getString(1), rs.getLong(2)))
        .single();
  }

  /** Long enough for whoever does not wait to be gone. */
  private static void sleep() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void isForTheSameLocalAndAtTheSameTime(FoundedLocal local) {
    var both = new CountDownLatch(2);
    List<Seen> told = local.write(() -> {
      try (var other = transactions().beside(() -> {
        both.countDown();
        await(both);
        return here();
      })) {
        both.countDown();
        await(both);
        return List.of(here(), other.join());
      }
    });
    assertThat(told).extracting(Seen::local).containsOnly(local.id().value().toString());
    assertThat(told).extracting(Seen::transaction).as("another transaction").doesNotHaveDuplicates();
  }

  @Test
  void endsBeforeItsCallerHoweverThatEnds(FoundedLocal local) {
    var ended = new AtomicBoolean();
    assertThatThrownBy(() -> local.write(() -> {
      try (var _ = transactions().beside(() -> {
        sleep();
        here();
        ended.set(true);
        return 1;
      })) {
        throw new UnsupportedOperationException("of the caller");
      }
    })).isInstanceOf(UnsupportedOperationException.class);
    assertThat(ended).isTrue();
  }

  @Test
  void saysWhatWentWrong(FoundedLocal local) {
    assertThatThrownBy(() -> local.write(() -> {
      try (var other = transactions().beside(() -> {
        throw new UnsupportedOperationException("of the other");
      })) {
        return other.join();
      }
    })).isInstanceOf(UnsupportedOperationException.class).hasMessage("of the other");
  }

  @Test
  void isOfALocal() { assertThatIllegalStateException().isThrownBy(() -> transactions().beside(() -> 1)); }
}
