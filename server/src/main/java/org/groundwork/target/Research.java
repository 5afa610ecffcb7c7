// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.FieldRef;
import org.groundwork.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the current local found out about its targets and what it still wants to know, all of it sealed. Runs inside the
 * caller's transaction.
 */
public final class Research {
  /** At most this many entries on a sheet. */
  public static final int MOST = 500;
  private static final String TABLE = "target.research";
  private static final String SELECT = """
      select id, target_id, section, question, finding, source, found_on, happens_on, open, version,
        coalesce(added_by, changed_by) as by_whom, coalesce(added_at, changed_at) as at from target.research""";
  static final String OPEN = SELECT + " where local_id = ? and open order by added_at, id limit ?";
  static final String SHEET = SELECT
      + " where local_id = ? and target_id = ? order by happens_on, added_at, id limit ?";
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final FieldCipher cipher;
  private final Audit audit;

  Research(JdbcClient jdbc, Ids ids, Clock clock, FieldCipher cipher, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.cipher = cipher;
    this.audit = audit;
  }

  /**
   * An entry as it is written: a question, or a finding with its source, or a question with its answer.
   *
   * @param foundOn when it was found out
   * @param happensOn of a date that hurts: the day
   */
  public record Entry(ResearchSection section, Optional<String> question, Optional<String> finding,
      Optional<String> source, Optional<LocalDate> foundOn, Optional<LocalDate> happensOn) {}

  /**
   * An entry as it is kept.
   *
   * @param open a question nobody has answered yet
   * @param by who wrote it first, unless they were forgotten
   */
  public record Item(UUID id, UUID target, Entry entry, boolean open, long version, Optional<UUID> by, Instant at) {}

  /** Writes an entry on a target's sheet. That it has room, up to {@value #MOST}, is the caller's to ask. */
  public void add(UUID target, Entry entry) {
    UUID id = ids.next();
    jdbc.sql("""
        insert into target.research (local_id, id, target_id, section, question, finding, source, found_on, happens_on, open,
          added_by, added_at, changed_by, changed_at)
        values (?, ?, ?, ?, ?::bytea, ?::bytea, ?::bytea, ?::date, ?::date, ?, ?, ?, ?, ?)""")
        .params(local(), id, target, entry.section().key())
        .param(seal(id, "question", entry.question()))
        .param(seal(id, "finding", entry.finding()))
        .param(seal(id, "source", entry.source()))
        .param(entry.foundOn().orElse(null))
        .param(entry.happensOn().orElse(null))
        .params(entry.finding().isEmpty(), Callers.actor().person(), now(), Callers.actor().person(), now())
        .update();
    audit.record("research-added", new SubjectRef("target", target), entry.section().key());
  }

  /** Changes an entry that still has the version it was read at. A question with a finding is answered. */
  public Saved change(Item item, long version, Entry entry) {
    boolean changed = jdbc.sql("""
        update target.research set section = ?, question = ?::bytea, finding = ?::bytea, source = ?::bytea,
          found_on = ?::date, happens_on = ?::date, open = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ? and version = ?""")
        .param(entry.section().key())
        .param(seal(item.id(), "question", entry.question()))
        .param(seal(item.id(), "finding", entry.finding()))
        .param(seal(item.id(), "source", entry.source()))
        .param(entry.foundOn().orElse(null))
        .param(entry.happensOn().orElse(null))
        .params(entry.finding().isEmpty(), Callers.actor().person(), now(), local(), item.id(), version)
        .update() == 1;
    if (changed) {
      audit.record("research-changed", new SubjectRef("target", item.target()), entry.section().key());
    }
    return changed ? Saved.YES : Saved.CHANGED_MEANWHILE;
  }

  /** Removes an entry that still has the version it was read at. */
  public Saved remove(Item item, long version) {
    boolean gone = jdbc.sql("delete from target.research where local_id = ? and id = ? and version = ?")
        .params(local(), item.id(), version)
        .update() == 1;
    if (gone) {
      audit.record("research-removed", new SubjectRef("target", item.target()), item.entry().section().key());
    }
    return gone ? Saved.YES : Saved.CHANGED_MEANWHILE;
  }

  /** Opens or closes the first task of a target: to find out who can say yes. */
  void whoDecides(UUID target, boolean open) {
    int known = jdbc.sql("""
        update target.research set open = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and target_id = ? and section = 'who-decides' and finding is null and question is null""")
        .params(open, Callers.actor().person(), now(), local(), target)
        .update();
    if (known == 0 && open) {
      jdbc.sql("""
          insert into target.research (local_id, id, target_id, section, open, added_by, added_at, changed_by, changed_at)
          values (?, ?, ?, 'who-decides', true, ?, ?, ?, ?)""")
          .params(local(), ids.next(), target, Callers.actor().person(), now(), Callers.actor().person(), now())
          .update();
    }
  }

  /** All of a target's sheet; dates that hurt in the order of their days, the rest as it came in. */
  public List<Item> sheet(UUID target) {
    return jdbc.sql(SHEET).params(local(), target, MOST).query(this::read).list();
  }

  /** One entry of a target. */
  public Optional<Item> byId(UUID target, UUID id) {
    return jdbc.sql(SELECT + " where local_id = ? and target_id = ? and id = ?")
        .params(local(), target, id)
        .query(this::read)
        .optional();
  }

  /** What the local still wants to know, the oldest first, at most {@code most}. */
  public List<Item> open(int most) {
    return jdbc.sql(OPEN).params(local(), most).query(this::read).list();
  }

  private Item read(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    var entry = new Entry(ResearchSection.known(rs.getString("section")).orElseThrow(),
        open(id, "question", rs.getBytes("question")), open(id, "finding", rs.getBytes("finding")),
        open(id, "source", rs.getBytes("source")), Optional.ofNullable(rs.getObject("found_on", LocalDate.class)),
        Optional.ofNullable(rs.getObject("happens_on", LocalDate.class)));
    return new Item(id, rs.getObject("target_id", UUID.class), entry, rs.getBoolean("open"), rs.getLong("version"),
        Optional.ofNullable(rs.getObject("by_whom", UUID.class)), rs.getTimestamp("at").toInstant());
  }

  private byte @Nullable [] seal(UUID id, String column, Optional<String> text) {
    return text.map(plain -> cipher.seal(new FieldRef(local(), TABLE, column, id), plain)).orElse(null);
  }

  private Optional<String> open(UUID id, String column, byte @Nullable [] sealed) {
    return Optional.ofNullable(sealed).map(bytes -> cipher.openText(new FieldRef(local(), TABLE, column, id), bytes));
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
