// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads payments; who was merged into another record is that other. */
final class PayoutRows {
  private static final String SELECT = """
      select p.id, p.kind, p.state, p.amount, p.fund_id, p.account_id, p.appropriation_id, to_now.person_id as payee_id,
        p.payee, p.what, p.way, p.way_to, p.no_receipt, p.due_on, p.confidential, ask_now.person_id as asked_by,
        p.asked_on, p.sent_back, yes_now.person_id as approved_by, p.approved_on, free_now.person_id as released_by,
        p.released_on, p.paid_by, p.paid_on, p.paid_way, p.release_above,
        p.version
      from spending.payout p
      left join roll.api_person_now to_now on to_now.local_id = p.local_id and to_now.id = p.payee_id
      left join roll.api_person_now ask_now on ask_now.local_id = p.local_id and ask_now.id = p.asked_by
      left join roll.api_person_now yes_now on yes_now.local_id = p.local_id and yes_now.id = p.approved_by
      left join roll.api_person_now free_now on free_now.local_id = p.local_id and free_now.id = p.released_by
      where p.local_id = ?""";
  static final String ONE = SELECT + " and p.id = ?";
  static final String SOME = SELECT + " and p.id in (select unnest(?::uuid[])) order by p.id";
  static final String OWED = SELECT
      + " and p.state = 'approved' and p.amount in (select unnest(?::bigint[])) order by p.id limit 200";
  static final String ALL_OWED = SELECT + " and p.state = 'approved' order by p.id limit ?";
  static final String LATEST = SELECT + " order by p.id desc limit ?";
  static final String OF_PERSON = SELECT
      + " and (to_now.person_id = ? or ask_now.person_id = ?) order by p.id desc limit ?";
  static final String UNDER = SELECT + " and p.appropriation_id = ? order by p.id desc";
  private final JdbcClient jdbc;
  private final Seals seals;

  PayoutRows(JdbcClient jdbc, Seals seals) {
    this.jdbc = jdbc;
    this.seals = seals;
  }

  /** One payment. */
  Optional<Payout> find(UUID payout) {
    return jdbc.sql(ONE).params(Scope.local(), payout).query(this::read).optional();
  }

  /** One payment, which nobody else changes until the transaction ends. */
  Optional<Payout> hold(UUID payout) {
    jdbc.sql("select id from spending.payout where local_id = ? and id = ? for update")
        .params(Scope.local(), payout)
        .query(rs -> {});
    return find(payout);
  }

  List<Payout> all(String statement, Object... parameters) {
    return jdbc.sql(statement).param(Scope.local()).params(parameters).query(this::read).list();
  }

  private Payout read(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    return new Payout(id, NewPayout.Kind.of(rs.getString("kind")), rs.getLong("amount"),
        rs.getObject("fund_id", UUID.class), rs.getObject("account_id", UUID.class), id(rs, "appropriation_id"),
        payee(rs, id), open(rs, "what", id), Way.known(rs.getString("way")).orElseThrow(), open(rs, "way_to", id),
        open(rs, "no_receipt", id), Optional.ofNullable(day(rs, "due_on")), rs.getBoolean("confidential"),
        id(rs, "asked_by"), rs.getDate("asked_on").toLocalDate(), stage(rs, id), releaseAbove(rs),
        rs.getLong("version"));
  }

  private static OptionalLong releaseAbove(ResultSet rs) throws SQLException {
    long above = rs.getLong("release_above");
    return rs.wasNull() ? OptionalLong.empty() : OptionalLong.of(above);
  }

  private Payee payee(ResultSet rs, UUID id) throws SQLException {
    Optional<UUID> member = id(rs, "payee_id");
    if (member.isPresent()) {
      return new Payee.Member(member.get());
    }
    String name = open(rs, "payee", id);
    return name.isEmpty() ? new Payee.Forgotten() : new Payee.Named(name);
  }

  private Stage stage(ResultSet rs, UUID id) throws SQLException {
    return switch (rs.getString("state")) {
      case "asked" -> new Stage.Asked();
      case "sent-back" -> new Stage.SentBack(open(rs, "sent_back", id));
      case "approved" -> new Stage.Approved(approved(rs), act(rs, "released"));
      case "paid" -> new Stage.Paid(approved(rs), act(rs, "released"), act(rs, "paid").orElseThrow(),
          From.known(rs.getString("paid_way")).orElseThrow());
      default -> new Stage.Withdrawn();
    };
  }

  private static Stage.Act approved(ResultSet rs) throws SQLException { return act(rs, "approved").orElseThrow(); }

  private static Optional<Stage.Act> act(ResultSet rs, String what) throws SQLException {
    Optional<UUID> by = id(rs, what + "_by");
    return Optional.ofNullable(day(rs, what + "_on")).map(on -> new Stage.Act(by, on));
  }

  private String open(ResultSet rs, String column, UUID id) throws SQLException {
    return seals.open("payout", column, id, rs.getBytes(column));
  }

  private static Optional<UUID> id(ResultSet rs, String column) throws SQLException {
    return Optional.ofNullable(rs.getObject(column, UUID.class));
  }

  private static @Nullable LocalDate day(ResultSet rs, String column) throws SQLException {
    Date day = rs.getDate(column);
    return day == null ? null : day.toLocalDate();
  }
}
