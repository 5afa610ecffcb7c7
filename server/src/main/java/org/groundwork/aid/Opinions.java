// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.ids.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the committee says to requests, one opinion for each of them. Runs inside the caller's transaction. */
final class Opinions {
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Seals seals;

  Opinions(JdbcClient jdbc, Ids ids, Clock clock, Seals seals) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.seals = seals;
  }

  /** What was said to a request, in the order in which it was first said. */
  List<Opinion> of(UUID request) {
    return jdbc.sql("""
        select o.id, n.person_id, o.says, o.amount, o.because, o.words, o.counted from aid.opinion o
        join roll.api_person_now n on n.local_id = o.local_id and n.id = o.member_id
        where o.local_id = ? and o.request_id = ? order by o.id""")
        .params(Scope.local(), request)
        .query(this::read)
        .list();
  }

  private Opinion read(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    Opinion.Saying saying = rs.getString("says").equals("yes")
        ? new Opinion.Saying.Yes(rs.getLong("amount"))
        : new Opinion.Saying.No(Because.known(String.valueOf(rs.getString("because"))).orElse(Because.OTHER),
            seals.openIfAny("opinion", "words", id, rs.getBytes("words")));
    return new Opinion(rs.getObject("person_id", UUID.class), saying, rs.getBoolean("counted"));
  }

  /** Writes down what somebody says, in place of what they said before. */
  void save(UUID request, UUID member, Opinion.Saying saying) {
    jdbc.sql("delete from aid.opinion where local_id = ? and request_id = ? and member_id = ?")
        .params(Scope.local(), request, member)
        .update();
    UUID id = ids.next();
    var no = saying instanceof Opinion.Saying.No said ? said : null;
    jdbc.sql("""
        insert into aid.opinion (local_id, id, request_id, member_id, says, amount, because, words, changed_by,
          changed_at) values (?, ?, ?, ?, ?, ?::bigint, ?::text, ?::bytea, ?, ?)""")
        .params(Scope.local(), id, request, member, no == null ? "yes" : "no")
        .param(saying instanceof Opinion.Saying.Yes(long amount) ? amount : null)
        .param(no == null ? null : no.because().key())
        .param(no == null ? null : seals.sealIfAny("opinion", "words", id, no.words()))
        .params(member, Scope.now(clock))
        .update();
  }

  /** The two that decide a request. */
  void count(UUID request, List<UUID> members) {
    jdbc.sql("""
        update aid.opinion set counted = true, version = version + 1
        where local_id = ? and request_id = ? and member_id in (
          select n.id from roll.api_person_now n where n.local_id = ? and n.person_id in (select unnest(?::uuid[])))""")
        .params(Scope.local(), request, Scope.local(), members.toArray(UUID[]::new))
        .update();
  }
}
