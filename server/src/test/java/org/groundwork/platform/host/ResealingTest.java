// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.groundwork.roll.People;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Values are sealed anew one after another: five hundred files at once would be more than the machine has. */
@ExtendWith(ProductExtension.class)
class ResealingTest {
  private static final Purpose PEOPLE = Purpose.sealing("people");
  private static final int CONTACTS = 30;

  /** Says for every answer of the database how many values of bytes somebody took from it. */
  private static final class Watch {
    private int most;

    Connection over(Connection real) { return watched(Connection.class, real, new AtomicInteger()); }

    private <T> T watched(Class<T> type, T real, AtomicInteger taken) {
      return type
          .cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, (proxy, method, arguments) -> {
            if (method.getName().equals("getBytes")) {
              most = Math.max(most, taken.incrementAndGet());
            }
            Object answer = called(real, method, arguments);
            if (answer instanceof PreparedStatement statement) {
              return watched(PreparedStatement.class, statement, new AtomicInteger());
            }
            return answer instanceof ResultSet rows ? watched(ResultSet.class, rows, new AtomicInteger()) : answer;
          }));
    }

    private static @Nullable Object called(Object real, Method method, Object[] arguments) throws Throwable {
      try {
        return method.invoke(real, arguments);
      } catch (InvocationTargetException e) {
        throw Objects.requireNonNull(e.getCause());
      }
    }
  }

  @Test
  void readsOneValueAtATime(Product product, FoundedLocal local) throws Exception {
    local.write(() -> {
      var set = product.bean(ChangeSets.class).open("test");
      for (int at = 0; at < CONTACTS; at++) {
        product.bean(People.class)
            .addContact(set, new People.Known("Contact " + at, Optional.empty(), Optional.empty(), ""));
      }
      return true;
    });
    var keys = product.bean(KeyStore.class);
    keys.rotate(local.id().value(), PEOPLE);
    var watch = new Watch();
    try (var owner = product.connection(DatabaseRole.OWNER)) {
      owner.setAutoCommit(false);
      var names = SealedColumns.in(owner)
          .stream()
          .filter(column -> column.toString().equals("roll.person.name"))
          .findFirst()
          .orElseThrow();
      var resealing = new Resealing(watch.over(owner), keys);
      assertThat(resealing.column(names, local.id().value()))
          .isEqualTo(new Resealing.Tally(CONTACTS + 1, 0));
      assertThat(resealing.keysInUse(names, local.id().value()))
          .containsExactly(keys.keyIds(local.id().value(), PEOPLE).primary());
      assertThat(resealing.column(names, local.id().value())).isEqualTo(new Resealing.Tally(0, 0));
    }
    assertThat(watch.most).isEqualTo(1);
  }
}
