// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.FieldRef;
import org.groundwork.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The requests for exports as they are stored. Runs inside the caller's transaction. */
final class ExportRequests {
  /** From release, or from the day that was waited for, a file can be fetched so long. */
  static final Duration OPEN = Duration.ofHours(24);
  /** Without another officer everybody is told so long before. */
  static final Duration ANNOUNCED = Duration.ofHours(24);
  /** A request nobody releases lapses after this long. */
  static final Duration WAITS = Duration.ofDays(7);
  private static final Duration KEPT = Duration.ofDays(365);
  private static final String COLUMNS = """
      select id, asked_by, asked_account, asked_browser, asked_at, purpose, site_id, who, columns, byte_order_mark, people,
        criteria_hash, state, opens_at, released_at, fetched_people, changed_at
      from roll.export_request where local_id = :local""";

  private final JdbcClient jdbc;
  private final FieldCipher cipher;
  private final Clock clock;

  ExportRequests(JdbcClient jdbc, FieldCipher cipher, Clock clock) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.clock = clock;
  }

  /** A request to be entered. */
  record Fresh(UUID id, UUID askedBy, UUID account, byte[] browser, RollCriteria criteria, String purpose, int people,
      boolean alone) {}

  /**
   * A request as it is stored.
   *
   * @param released whether another officer released it
   */
  record Stored(RollExport shown, UUID account, byte[] browser, boolean released, String state) {
    /** Whether somebody can still release it. */
    boolean waits() {
      return state.equals("asked") && !(shown.stage() instanceof RollExport.Stage.Over);
    }
  }

  void enter(Fresh fresh) {
    var criteria = fresh.criteria();
    Instant now = clock.instant();
    jdbc.sql("""
        insert into roll.export_request (local_id, id, asked_by, asked_account, asked_browser, asked_at, purpose, site_id, who,
          columns, byte_order_mark, people, criteria_hash, state, opens_at, changed_by, changed_at)
        values (:local, :id, :by, :account, :browser, :now, :purpose, :site::uuid, :who, :columns, :mark, :people, :hash,
          'asked', :opens::timestamptz, :by, :now)""")
        .param("local", Tenancy.current().value())
        .param("id", fresh.id())
        .param("by", fresh.askedBy())
        .param("account", fresh.account())
        .param("browser", fresh.browser())
        .param("now", Timestamp.from(now))
        .param("purpose", cipher.seal(ref(fresh.id()), fresh.purpose()))
        .param("site", criteria.site().orElse(null))
        .param("who", criteria.who().key())
        .param("columns", criteria.written())
        .param("mark", criteria.byteOrderMark())
        .param("people", fresh.people())
        .param("hash", criteria.hash(fresh.id(), fresh.askedBy(), fresh.purpose()))
        .param("opens", fresh.alone() ? Timestamp.from(now.plus(ANNOUNCED)) : null)
        .update();
  }

  void release(UUID export, UUID by) {
    jdbc.sql("""
        update roll.export_request set state = 'released', released_by = :by, released_at = :now, version = version + 1,
          changed_by = :by, changed_at = :now where local_id = :local and id = :id""")
        .param("by", by)
        .param("now", now())
        .param("local", Tenancy.current().value())
        .param("id", export)
        .update();
  }

  void fetched(UUID export, int people) {
    jdbc.sql("""
        update roll.export_request set state = 'fetched', fetched_people = ?, version = version + 1, changed_by = ?::uuid,
          changed_at = ? where local_id = ? and id = ?""")
        .param(people)
        .param(Author.id())
        .params(now(), Tenancy.current().value(), export)
        .update();
  }

  /** Stops one that can still be stopped. */
  boolean stop(UUID export) {
    return jdbc.sql("""
        update roll.export_request set state = 'stopped', version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id = ? and state in ('asked', 'released')""")
        .param(Author.id())
        .params(now(), Tenancy.current().value(), export)
        .update() == 1;
  }

  Optional<Stored> find(UUID export) { return one(COLUMNS + " and id = :id", export); }

  /** One of them, which nobody else changes before this transaction ends. */
  Optional<Stored> lock(UUID export) {
    return one(COLUMNS + " and id = :id for update", export);
  }

  private Optional<Stored> one(String sql, UUID export) {
    return jdbc.sql(sql)
        .param("local", Tenancy.current().value())
        .param("id", export)
        .query(this::stored)
        .optional();
  }

  static final String CURRENT = COLUMNS + " and asked_at > :since order by asked_at desc, id limit 20";

  List<Stored> current() {
    return jdbc.sql(CURRENT)
        .param("local", Tenancy.current().value())
        .param("since", Timestamp.from(clock.instant().minus(WAITS.plus(OPEN).plus(ANNOUNCED))))
        .query(this::stored)
        .list();
  }

  /** How many wait or are open. */
  int open() {
    return (int) current().stream()
        .filter(request -> !(request.shown().stage() instanceof RollExport.Stage.Fetched)
            && !(request.shown().stage() instanceof RollExport.Stage.Over))
        .count();
  }

  int forgetOld() {
    return jdbc.sql("delete from roll.export_request where local_id = ? and asked_at < ?")
        .params(Tenancy.current().value(), Timestamp.from(clock.instant().minus(KEPT)))
        .update();
  }

  /** The same request at another stage. */
  static RollExport at(RollExport request, RollExport.Stage stage) {
    return new RollExport(request.id(), request.askedBy(), request.askedAt(), request.criteria(), request.purpose(),
        request.people(), request.hash(), stage);
  }

  private Stored stored(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    var criteria = new RollCriteria(Optional.ofNullable(rs.getObject("site_id", UUID.class)),
        rs.getString("who").equals("members") ? RollCriteria.Who.MEMBERS : RollCriteria.Who.AGREED,
        RollCriteria.columns(rs.getString("columns")), rs.getBoolean("byte_order_mark"));
    Instant asked = rs.getTimestamp("asked_at").toInstant();
    var shown = new RollExport(id, rs.getObject("asked_by", UUID.class), asked, criteria,
        cipher.openText(ref(id), rs.getBytes("purpose")), rs.getInt("people"),
        HexFormat.of().formatHex(rs.getBytes("criteria_hash")), stage(rs, asked));
    return new Stored(shown, rs.getObject("asked_account", UUID.class), rs.getBytes("asked_browser"),
        rs.getTimestamp("released_at") != null, rs.getString("state"));
  }

  private RollExport.Stage stage(ResultSet rs, Instant asked) throws SQLException {
    Instant now = clock.instant();
    return switch (rs.getString("state")) {
      case "fetched" ->
        new RollExport.Stage.Fetched(rs.getTimestamp("changed_at").toInstant(), rs.getInt("fetched_people"));
      case "stopped" -> new RollExport.Stage.Over();
      case "released" -> open(rs.getTimestamp("released_at").toInstant(), now);
      default -> asked(rs.getTimestamp("opens_at"), asked, now);
    };
  }

  private static RollExport.Stage asked(@Nullable Timestamp opens, Instant asked, Instant now) {
    if (opens == null) {
      return now.isBefore(asked.plus(WAITS)) ? new RollExport.Stage.Waiting() : new RollExport.Stage.Over();
    }
    return now.isBefore(opens.toInstant())
        ? new RollExport.Stage.Announced(opens.toInstant())
        : open(opens.toInstant(), now);
  }

  private static RollExport.Stage open(Instant from, Instant now) {
    return now.isBefore(from.plus(OPEN)) ? new RollExport.Stage.Open(from.plus(OPEN)) : new RollExport.Stage.Over();
  }

  private static FieldRef ref(UUID export) {
    return new FieldRef(Tenancy.current().value(), "roll.export_request", "purpose", export);
  }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
