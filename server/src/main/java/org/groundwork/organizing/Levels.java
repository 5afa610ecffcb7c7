// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The local's scale of assessments. Every local begins with five levels; it adds, renames and retires them, and what a
 * level was called on a day is known for ever. What a level means, from 1 to 5, does not change, so that tests of
 * strength find the people assessed 1 or 2 whatever they are called. Runs inside the caller's transaction.
 */
public final class Levels {
  /** At most this many levels in use. */
  public static final int MOST = 9;
  /** What the strongest level means. */
  public static final int ACTIVE = 1;
  /** What the weakest means. */
  public static final int AGAINST = 5;
  private static final String CHANGE = """
      update organizing.level set retired_at = ?::timestamptz, version = version + 1, changed_by = ?, changed_at = ?
      where local_id = ? and id = ? and version = ? and retired_at is null""";
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Audit audit;

  Levels(JdbcClient jdbc, Ids ids, Clock clock, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * One level.
   *
   * @param means 1 (active) to 5 (against)
   * @param name what the local calls it; absent while it is one of the five it began with, unnamed
   */
  public record Level(UUID id, int means, Optional<String> name, boolean retired, long version) {
    /** The message key of what the level is called where the local has no name for it. */
    public String key() {
      return "level." + means;
    }

    /** Whether it is one of the five every local begins with, which have a name before anybody gives them one. */
    public boolean begun() {
      return id.equals(first(means));
    }
  }

  /** A level that is not used any more, and since when. */
  public record Retired(Level level, Instant at) {}

  /** A name a level had, and from when. */
  public record Named(Instant from, String name) {}

  /** The identity of one of the five levels every local begins with. */
  static UUID first(int means) {
    return new UUID(0x6c65_7665_6c00_8000L, 0x8000_0000_0000_0000L | means);
  }

  /** The levels in use, the strongest first. */
  public List<Level> inUse() {
    return all().stream().filter(level -> !level.retired()).toList();
  }

  /** Every level there is or was. */
  public List<Level> all() {
    var own = jdbc.sql("""
        select l.id, l.means, l.retired_at is not null, l.version,
          (select n.name from organizing.level_name n where n.local_id = ? and n.level_id = l.id
            order by n.from_at desc limit 1)
        from organizing.level l where l.local_id = ? order by l.means, l.place, l.id""")
        .params(local(), local())
        .query((rs, i) -> new Level(rs.getObject(1, UUID.class), rs.getInt(2), Optional.ofNullable(rs.getString(5)),
            rs.getBoolean(3), rs.getLong(4)))
        .list();
    if (!own.isEmpty()) {
      return own;
    }
    var begun = new ArrayList<Level>();
    for (int means = ACTIVE; means <= AGAINST; means++) {
      begun.add(new Level(first(means), means, Optional.empty(), false, 1));
    }
    return begun;
  }

  /** The levels that are not used any more, the latest first. */
  public List<Retired> retired() {
    var at = new HashMap<UUID, Instant>();
    jdbc.sql("select id, retired_at from organizing.level where local_id = ? and retired_at is not null")
        .param(local())
        .query(rs -> {
          at.put(rs.getObject(1, UUID.class), rs.getTimestamp(2).toInstant());
        });
    return all().stream()
        .flatMap(level -> Optional.ofNullable(at.get(level.id())).map(since -> new Retired(level, since)).stream())
        .sorted(Comparator.comparing(Retired::at).reversed())
        .toList();
  }

  /** One level that is in use. */
  public Optional<Level> inUse(UUID id) {
    return inUse().stream().filter(l -> l.id().equals(id)).findFirst();
  }

  /** The names a level had, the latest first. */
  public List<Named> names(UUID level) {
    return jdbc
        .sql(
            "select from_at, name from organizing.level_name where local_id = ? and level_id = ? order by from_at desc")
        .params(local(), level)
        .query((rs, i) -> new Named(rs.getTimestamp(1).toInstant(), rs.getString(2)))
        .list();
  }

  /** Adds a level; false if there are {@value #MOST} already. */
  public boolean add(int means, String name) {
    ready();
    if (inUse().size() >= MOST) {
      return false;
    }
    UUID id = ids.next();
    int place = 1 + all().stream().filter(level -> level.means() == means).toList().size();
    jdbc.sql("""
        insert into organizing.level (local_id, id, means, place, changed_by, changed_at) values (?, ?, ?, ?, ?, ?)""")
        .params(local(), id, means, Math.min(place, 99), Callers.actor().person(), now())
        .update();
    named(id, name);
    audit.record("level-added", new SubjectRef("level", id), Integer.toString(means));
    return true;
  }

  /** Gives a level another name; false if somebody changed it since {@code version}. */
  public boolean rename(UUID id, long version, String name) {
    ready();
    if (!change(id, version, Optional.empty())) {
      return false;
    }
    named(id, name);
    audit.record("level-renamed", new SubjectRef("level", id), "");
    return true;
  }

  /**
   * Takes a level out of use; assessments that have it keep it until they fade. False if somebody changed it since, or
   * if it is the last one.
   */
  public boolean retire(UUID id, long version) {
    ready();
    if (inUse().size() < 2 || !change(id, version, Optional.of(now()))) {
      return false;
    }
    audit.record("level-retired", new SubjectRef("level", id), "");
    return true;
  }

  private boolean change(UUID id, long version, Optional<Timestamp> retiredAt) {
    return jdbc.sql(CHANGE)
        .param(retiredAt.orElse(null))
        .params(Callers.actor().person(), now(), local(), id, version)
        .update() == 1;
  }

  private void named(UUID id, String name) {
    jdbc.sql("""
        insert into organizing.level_name (local_id, level_id, from_at, name, changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?)
        on conflict (local_id, level_id, from_at) do update set name = excluded.name""")
        .params(local(), id, now(), name, Callers.actor().person(), now())
        .update();
  }

  /** Writes down the five levels a local begins with, before something points at one of them. */
  void ready() {
    for (int means = ACTIVE; means <= AGAINST; means++) {
      jdbc.sql("""
          insert into organizing.level (local_id, id, means, place, changed_at) values (?, ?, ?, 1, ?)
          on conflict (local_id, id) do nothing""").params(local(), first(means), means, now()).update();
    }
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
