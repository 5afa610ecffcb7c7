// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the lines of the books have in common that one member gave, so that members are told sums over people and not over
 * gifts. It is kept with each gift: what goes back goes back under the mark under which it came, also after the member was
 * forgotten. Runs inside the caller's transaction.
 */
final class Marks {
  private final JdbcClient jdbc;
  private final Seals seals;

  Marks(JdbcClient jdbc, Seals seals) {
    this.jdbc = jdbc;
    this.seals = seals;
  }

  /** A member's: that of their first gift, so that it outlives a change of keys and the joining of two records. */
  UUID of(UUID person) {
    return jdbc.sql("""
        select g.mark from gifts.gift g
        where g.local_id = ? and g.mark is not null
          and g.person_id in (select m.id from roll.api_person_now m where m.local_id = ? and m.person_id = ?)
        order by g.id limit 1""")
        .params(Scope.local(), Scope.local(), person)
        .query(UUID.class)
        .optional()
        .orElseGet(() -> seals.mark(person));
  }

  /** That under which a gift was entered; empty where no member gave it. */
  Optional<UUID> ofGift(UUID gift) {
    return jdbc.sql("select mark from gifts.gift where local_id = ? and id = ? and mark is not null")
        .params(Scope.local(), gift)
        .query(UUID.class)
        .optional();
  }
}
