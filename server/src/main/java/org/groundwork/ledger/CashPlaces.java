// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where coins and notes lie: the box, and what somebody carries of it. Unlike an account at a bank none holds less than nothing;
 * where the books say so, something is missing in them, or in the box.
 */
public final class CashPlaces {
  private final JdbcClient jdbc;

  CashPlaces(JdbcClient jdbc) { this.jdbc = jdbc; }

  /**
   * More would leave a place than is in it.
   *
   * @param name of the account
   * @param has what is in it by the books, over all funds, in minor units; below zero if more left it before
   */
  public record Missing(UUID account, String name, long has) {}

  /**
   * Which place of cash would hold less than nothing with these lines; of several the first. Whoever asks this for the same place
   * meanwhile waits until the transaction ends, so that two do not both take the last of it. Asked before the lines are
   * entered, which holds their funds.
   */
  public Optional<Missing> missing(List<Line> lines) {
    Map<UUID, Long> changes = new TreeMap<>();
    lines.forEach(line -> changes.merge(line.account(), line.amount(), Math::addExact));
    UUID[] less = changes.entrySet()
        .stream()
        .filter(each -> each.getValue() < 0)
        .map(Map.Entry::getKey)
        .toArray(UUID[]::new);
    return less.length == 0
        ? Optional.empty()
        : held(less).stream()
            .map(this::has)
            .filter(each -> Math.addExact(each.has(), changes.getOrDefault(each.account(), 0L)) < 0)
            .findFirst();
  }

  private record Place(UUID id, String name) {}

  private List<Place> held(UUID[] accounts) {
    return jdbc.sql("""
        select id, name from ledger.account where local_id = ? and id in (select unnest(?::uuid[]))
          and used_for in ('cash', 'petty-cash') order by id for no key update""")
        .params(Scope.local(), accounts)
        .query((rs, i) -> new Place(rs.getObject(1, UUID.class), rs.getString(2)))
        .list();
  }

  private Missing has(Place place) {
    long has = jdbc.sql("""
        select coalesce(sum(debit - credit), 0)::bigint from ledger.total where local_id = ? and account_id = ?""")
        .params(Scope.local(), place.id())
        .query(Long.class)
        .single();
    return new Missing(place.id(), place.name(), has);
  }
}
