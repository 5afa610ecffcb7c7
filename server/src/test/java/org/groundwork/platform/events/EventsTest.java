// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(ProductExtension.class)
class EventsTest {
  private final UUID batch = UUID.randomUUID();

  @AfterEach
  void callNobody() { TestListeners.CALLS.clear(); }

  @Test
  void reachesEveryListenerOfTheLocalOnce(Product product, FoundedLocal local, FoundedLocal other) {
    local.write(() -> publish(product, 1, 2, 3));
    awaitHeard(product, local, "test.first", 1, 2, 3);
    awaitHeard(product, local, "test.second", 1, 2, 3);
    assertThat(heard(product, other, "test.first")).isEmpty();
    await().atMost(Duration.ofSeconds(10)).until(() -> stored(product, local) == 0);
  }

  @Test
  void isHeardWithinASecond(Product product, FoundedLocal local) {
    local.write(() -> publish(product, 0));
    awaitHeard(product, local, "test.first", 0);
    long before = System.nanoTime();
    local.write(() -> publish(product, 1));
    awaitHeard(product, local, "test.first", 0, 1);
    var took = Duration.ofNanos(System.nanoTime() - before);
    System.out.println("an event is heard after (ms) " + took.toMillis());
    assertThat(took).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void tellsNobodyOfWhatDidNotCommit(Product product, FoundedLocal local) {
    assertThatThrownBy(() -> local.write(() -> {
      publish(product, 1);
      throw new IllegalArgumentException("the act failed");
    })).isInstanceOf(IllegalArgumentException.class);
    local.write(() -> publish(product, 2));
    awaitHeard(product, local, "test.first", 2);
  }

  @Test
  void callsAListenerThatFailedTwiceAgainAndKeepsItsOrder(Product product, FoundedLocal local) {
    var calls = new AtomicInteger();
    when("test.first", call -> {
      if (call.event().number() == 2 && calls.incrementAndGet() <= 2) {
        throw new IllegalStateException("not now");
      }
    });
    local.write(() -> publish(product, 1, 2, 3));
    awaitHeard(product, local, "test.second", 1, 2, 3);
    await().atMost(Duration.ofSeconds(10)).until(() -> calls.get() == 1);
    assertThat(heard(product, local, "test.first")).containsExactly(1);
    await().atMost(Duration.ofSeconds(20)).until(() -> {
      product.clock().advance(Duration.ofSeconds(1));
      return calls.get() == 3;
    });
    awaitHeard(product, local, "test.first", 1, 2, 3);
  }

  @Test
  void doesNotLetOneLocalsFailureHoldUpAnother(Product product, FoundedLocal local, FoundedLocal other) {
    when("test.first", call -> {
      if (call.local().equals(local.id())) {
        throw new IllegalStateException("never");
      }
    });
    local.write(() -> publish(product, 1));
    other.write(() -> publish(product, 1, 2));
    awaitHeard(product, other, "test.first", 1, 2);
    awaitHeard(product, local, "test.second", 1);
    assertThat(heard(product, local, "test.first")).isEmpty();
  }

  @Test
  void losesNothingIfTheNodeEndsBetweenCommitAndDelivery(Product product, FoundedLocal local) {
    // a publisher whose own delivery never runs, as if the process had ended right after the commit
    var dead = new Delivery(product.bean(Outbox.class), product.bean(Listeners.class),
        product.bean(org.groundwork.platform.tenancy.Transactions.class), product.clock());
    var events = new Events(product.bean(Outbox.class), product.bean(Listeners.class), dead,
        product.bean(org.groundwork.platform.ids.Ids.class), product.clock());
    local.write(() -> {
      events.publish(new TestListeners.Counted(batch, 1, "test"));
      return true;
    });
    product.clock().advance(Duration.ofSeconds(3));
    awaitHeard(product, local, "test.first", 1);
    awaitHeard(product, local, "test.second", 1);
  }

  @Test
  void writesNothingTwiceHoweverManyNodesDeliver(Product product, FoundedLocal local) {
    var nodes = IntStream.range(0, 4).mapToObj(i -> {
      var node = new Delivery(product.bean(Outbox.class), product.bean(Listeners.class),
          product.bean(org.groundwork.platform.tenancy.Transactions.class), product.clock());
      node.start();
      return node;
    }).toList();
    local.write(() -> publish(product, IntStream.rangeClosed(1, 60).toArray()));
    for (int round = 0; round < 20; round++) {
      nodes.forEach(node -> node.wake(new Lane(local.id().value(), "test.first")));
    }
    awaitHeard(product, local, "test.first", IntStream.rangeClosed(1, 60).toArray());
    nodes.forEach(Delivery::stop);
    assertThat(heard(product, local, "test.first")).hasSize(60);
  }

  @Test
  void keepsTheOrderOfABulkOfEventsFromManyActs(Product product, FoundedLocal local) {
    Map<UUID, Integer> seen = new ConcurrentHashMap<>();
    when("test.first", call -> seen.merge(call.id(), 1, Integer::sum));
    for (int act = 0; act < 20; act++) {
      int from = act * 50;
      local.write(() -> publish(product, IntStream.rangeClosed(from + 1, from + 50).toArray()));
    }
    awaitHeard(product, local, "test.first", IntStream.rangeClosed(1, 1000).toArray());
    assertThat(seen).hasSize(1000).allSatisfy((id, times) -> assertThat(times).isEqualTo(1));
  }

  @Test
  void refusesToPublishOutsideATransaction(Product product, FoundedLocal local) {
    assertThatThrownBy(() -> local.as(local.founder(), () -> publish(product, 1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void hidesEventsFromOtherLocalsAndTheInstallationInTheDatabase(Product product, FoundedLocal local,
      FoundedLocal other) throws Exception {
    when("test.first", call -> {
      throw new IllegalStateException("keep it there");
    });
    local.write(() -> publish(product, 1));
    try (var connection = product.connection(DatabaseRole.APP); var statement = connection.createStatement()) {
      for (var scope : Map.of("", 0, other.id().toString(), 0, local.id().toString(), 1).entrySet()) {
        statement.execute("set app.local = '" + scope.getKey() + "'");
        try (var rows = statement.executeQuery(
            "select count(*) from platform.event where local_id = '" + local.id() + "'")) {
          rows.next();
          assertThat(rows.getInt(1)).isEqualTo(scope.getValue());
        }
      }
    }
  }

  private boolean publish(Product product, int... numbers) {
    for (int number : numbers) {
      product.bean(Events.class).publish(new TestListeners.Counted(batch, number, "test"));
    }
    return true;
  }

  private void when(String listener, Consumer<TestListeners.Call> call) {
    TestListeners.CALLS.add(c -> {
      if (c.listener().equals(listener) && c.event().batch().equals(batch)) {
        call.accept(c);
      }
    });
  }

  private void awaitHeard(Product product, FoundedLocal local, String listener, int... numbers) {
    await().atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .untilAsserted(() -> assertThat(heard(product, local, listener))
            .containsExactlyElementsOf(IntStream.of(numbers).boxed().toList()));
  }

  /** What the listener wrote, in the order in which it wrote. */
  private List<Integer> heard(Product product, FoundedLocal local, String listener) {
    return local.read(() -> product.bean(JdbcClient.class)
        .sql(
            "select split_part(result, '/', 3)::int from platform.form_done where local_id = ? and result like ? order by at")
        .params(local.id().value(), listener + "/" + batch + "/%")
        .query(Integer.class)
        .list());
  }

  private static int stored(Product product, FoundedLocal local) {
    return local.read(() -> product.bean(JdbcClient.class)
        .sql("select count(*) from platform.event where local_id = ?")
        .params(local.id().value())
        .query(Integer.class)
        .single());
  }
}
