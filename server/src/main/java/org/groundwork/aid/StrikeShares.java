// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.platform.ids.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who was paid for which days of a strike, sealed. Runs inside the caller's transaction. */
final class StrikeShares {
  private static final String SELECT = """
      select s.id, s.person, s.days, s.amount from aid.strike_share s
      join aid.strike_batch b on b.local_id = s.local_id and b.id = s.batch_id where s.local_id = ?""";
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Seals seals;

  StrikeShares(JdbcClient jdbc, Ids ids, Seals seals) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.seals = seals;
  }

  /** What everybody got of a batch, in the order in which it was written. */
  List<StrikeShare> ofBatch(UUID batch) {
    return kept(batch).stream().map(Kept::share).toList();
  }

  /** What somebody got, and under which identifier it is kept. */
  record Kept(UUID id, StrikeShare share) {}

  /** The same with identifiers. */
  List<Kept> kept(UUID batch) {
    return readKept(jdbc.sql(SELECT + " and s.batch_id = ? order by s.id").params(Scope.local(), batch));
  }

  /** Deletes what was not paid after all: its days are due again. */
  void takeBack(UUID batch, List<UUID> shares) {
    jdbc.sql("delete from aid.strike_share where local_id = ? and batch_id = ? and id in (select unnest(?::uuid[]))")
        .params(Scope.local(), batch)
        .param(shares.toArray(UUID[]::new))
        .update();
  }

  /** The days for which people were paid, by who they are now. */
  Map<UUID, Set<LocalDate>> paid(UUID step) {
    var paid = new HashMap<UUID, Set<LocalDate>>();
    read(jdbc.sql(SELECT + " and b.step_id = ? order by s.id").params(Scope.local(), step))
        .forEach(share -> paid.computeIfAbsent(share.person(), _ -> new HashSet<>()).addAll(share.days()));
    return paid;
  }

  /** What one person got of the strikes. */
  List<StrikeShare> of(UUID person, List<UUID> steps) {
    return read(jdbc.sql(SELECT + " and s.person_index = any(?) order by s.id")
        .param(Scope.local())
        .param(hashes(person, steps)));
  }

  /** Deletes what one person got. */
  void forget(UUID person, List<UUID> steps) {
    jdbc.sql("delete from aid.strike_share where local_id = ? and person_index = any(?)")
        .param(Scope.local())
        .param(hashes(person, steps))
        .update();
  }

  private byte[][] hashes(UUID person, List<UUID> steps) {
    List<UUID> records = jdbc.sql("""
        select n.id from roll.api_person_now n where n.local_id = :local and n.person_id = (
          select me.person_id from roll.api_person_now me where me.local_id = :local and me.id = :person)""")
        .param("local", Scope.local())
        .param("person", person)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
    return steps.stream()
        .flatMap(step -> records.stream().flatMap(id -> seals.candidates(step, id).stream()))
        .toArray(byte[][]::new);
  }

  void save(UUID step, UUID batch, List<StrikeShare> shares) {
    for (StrikeShare share : shares) {
      UUID id = ids.random();
      jdbc.sql("""
          insert into aid.strike_share (local_id, id, batch_id, person, person_index, days, amount)
          values (?, ?, ?, ?, ?, ?, ?)""")
          .params(Scope.local(), id, batch, seals.seal("strike_share", "person", id, share.person().toString()),
              seals.paid(step, share.person()),
              seals.seal("strike_share", "days", id,
                  share.days().stream().map(LocalDate::toString).collect(Collectors.joining(" "))),
              seals.seal("strike_share", "amount", id, Long.toString(share.amount())))
          .update();
    }
  }

  private List<StrikeShare> read(JdbcClient.StatementSpec found) {
    return readKept(found).stream().map(Kept::share).toList();
  }

  private List<Kept> readKept(JdbcClient.StatementSpec found) {
    Map<UUID, UUID> now = peopleNow();
    var shares = new ArrayList<Kept>();
    found.query(rs -> {
      UUID id = rs.getObject(1, UUID.class);
      UUID person = UUID.fromString(seals.open("strike_share", "person", id, rs.getBytes(2)));
      List<LocalDate> days = Arrays.stream(seals.open("strike_share", "days", id, rs.getBytes(3)).split(" ", -1))
          .map(LocalDate::parse)
          .toList();
      shares.add(new Kept(id, new StrikeShare(now.getOrDefault(person, person), days,
          Long.parseLong(seals.open("strike_share", "amount", id, rs.getBytes(4))))));
    });
    return shares;
  }

  private Map<UUID, UUID> peopleNow() {
    var now = new HashMap<UUID, UUID>();
    jdbc.sql("select n.id, n.person_id from roll.api_person_now n where n.local_id = ? and n.id <> n.person_id")
        .param(Scope.local())
        .query(rs -> {
          now.put(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class));
        });
    return now;
  }
}
