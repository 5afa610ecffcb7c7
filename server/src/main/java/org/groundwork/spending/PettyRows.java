// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads petty cash; who was merged into another record is that other. */
final class PettyRows {
  private static final String SELECT = """
      select f.id, f.fund_id, now.person_id, f.state, f.counted, coalesce(by_now.person_id, f.counted_by) as counted_by, f.counted_on,
        (select coalesce(sum(m.amount), 0)::bigint from spending.petty_move m
          where m.local_id = f.local_id and m.float_id = f.id) as holds,
        exists (select 1 from spending.petty_move s where s.local_id = f.local_id and s.float_id = f.id
          and s.kind = 'spent'
          and not exists (select 1 from spending.petty_move u where u.local_id = s.local_id and u.undoes_id = s.id)
          and not exists (select 1 from spending.petty_move c where c.local_id = s.local_id
            and c.float_id = s.float_id and c.kind = 'counted' and c.id > s.id)) as to_count
      from spending.petty_float f
      left join roll.api_person_now now on now.local_id = f.local_id and now.id = f.holder_id
      left join roll.api_person_now by_now on by_now.local_id = f.local_id and by_now.id = f.counted_by
      where f.local_id = ?""";
  static final String ALL = SELECT + " order by f.state = 'closed', f.id desc";
  static final String OPEN = SELECT + " and f.state = 'open' order by f.id desc";
  static final String ONE = SELECT + " and f.id = ?";
  private final JdbcClient jdbc;
  private final Seals seals;

  PettyRows(JdbcClient jdbc, Seals seals) {
    this.jdbc = jdbc;
    this.seals = seals;
  }

  List<PettyFloat> all() { return jdbc.sql(ALL).param(Scope.local()).query(PettyRows::read).list(); }

  List<PettyFloat> open() { return jdbc.sql(OPEN).param(Scope.local()).query(PettyRows::read).list(); }

  Optional<PettyFloat> find(UUID id) {
    return jdbc.sql(ONE).params(Scope.local(), id).query(PettyRows::read).optional();
  }

  /** One that is open, which nobody else changes until the transaction ends. */
  Optional<PettyFloat> hold(UUID id) {
    jdbc.sql("select id from spending.petty_float where local_id = ? and id = ? for update")
        .params(Scope.local(), id)
        .query(rs -> {});
    return find(id).filter(PettyFloat::open);
  }

  /** What went in and out, the latest first. */
  List<PettyFloat.Move> moves(UUID id) {
    return jdbc.sql("""
        select m.id, m.kind, m.amount, m.on_date, m.account_id, m.what, m.entry_id,
          exists (select 1 from spending.petty_move u where u.local_id = m.local_id and u.undoes_id = m.id)
        from spending.petty_move m where m.local_id = ? and m.float_id = ? order by m.id desc""")
        .params(Scope.local(), id)
        .query((rs, i) -> move(rs))
        .list();
  }

  private PettyFloat.Move move(ResultSet rs) throws SQLException {
    UUID id = rs.getObject(1, UUID.class);
    return new PettyFloat.Move(id, PettyFloat.Kind.of(rs.getString(2)), rs.getLong(3), rs.getDate(4).toLocalDate(),
        Optional.ofNullable(rs.getObject(5, UUID.class)), seals.open("petty_move", "what", id, rs.getBytes(6)),
        Optional.ofNullable(rs.getObject(7, UUID.class)), rs.getBoolean(8));
  }

  private static PettyFloat read(ResultSet rs, int row) throws SQLException {
    Optional<UUID> by = Optional.ofNullable(rs.getObject("counted_by", UUID.class));
    long counted = rs.getLong("counted");
    Date on = rs.getDate("counted_on");
    return new PettyFloat(rs.getObject("id", UUID.class), rs.getObject("fund_id", UUID.class),
        Optional.ofNullable(rs.getObject("person_id", UUID.class)), rs.getString("state").equals("open"),
        rs.getLong("holds"), rs.getBoolean("to_count"),
        by.map(who -> new PettyFloat.Count(counted, who, on.toLocalDate())));
  }
}
