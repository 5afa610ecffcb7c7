// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sites of the current local and their units. Runs inside the caller's transaction. */
public final class Sites {
  private static final String COLUMNS = "select id, version, kind, name, register_site, laid_out from roll.site where local_id = :local and merged_into is null";
  static final String ALL = COLUMNS + " order by id";
  static final String SAME = COLUMNS + " and address_key = :key order by id";
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Audit audit;

  Sites(JdbcClient jdbc, Ids ids, Clock clock, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * One unit of a site.
   *
   * @param places households or head-count
   */
  public record Unit(UUID id, int row, int column, String rowLabel, String columnLabel, String label, int places) {}

  /** Enters a site. The same address twice is the caller's to ask about first: see {@link #sameAddress}. */
  public UUID add(SiteKind kind, String name, Optional<String> registerSite) {
    UUID id = ids.next();
    jdbc.sql("""
        insert into roll.site (local_id, id, kind, name, address_key, register_site, changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(Tenancy.current().value(), id, kind.key(), name, AddressKey.of(name))
        .param(registerSite.orElse(null))
        .params(Callers.actor().person(), now())
        .update();
    audit.record("site-added", new SubjectRef("site", id), kind.key());
    return id;
  }

  /**
   * Corrects what a site is and is called; its units stay.
   *
   * @return false, and nothing changed, if somebody else changed the site since {@code version}
   */
  public boolean correct(UUID site, long version, SiteKind kind, String name, Optional<String> registerSite) {
    int corrected = jdbc.sql("""
        update roll.site set kind = ?, name = ?, address_key = ?, register_site = ?, version = version + 1, changed_by = ?,
          changed_at = ? where local_id = ? and id = ? and version = ? and merged_into is null""")
        .params(kind.key(), name, AddressKey.of(name))
        .param(registerSite.orElse(null))
        .params(Callers.actor().person(), now(), Tenancy.current().value(), site, version)
        .update();
    if (corrected == 1) {
      audit.record("site-corrected", new SubjectRef("site", site), kind.key());
    }
    return corrected == 1;
  }

  /** Sites whose address reduces to the same key: very likely the same place written differently. */
  public List<Site> sameAddress(String name) {
    return jdbc.sql(SAME)
        .param("local", Tenancy.current().value())
        .param("key", AddressKey.of(name))
        .query(Sites::site)
        .list();
  }

  /** The site with this identity in the current local. */
  public Optional<Site> byId(UUID id) {
    return jdbc.sql(COLUMNS + " and id = :id")
        .param("local", Tenancy.current().value())
        .param("id", id)
        .query(Sites::site)
        .optional();
  }

  /** All sites, oldest first. */
  public List<Site> all() {
    return jdbc.sql(ALL).param("local", Tenancy.current().value()).query(Sites::site).list();
  }

  /** The site that somebody's own words name; empty if none or several do. */
  public Optional<StatedPlace> stated(String words) {
    return StatedPlace.of(words, all());
  }

  /** How many people who are not on the boss's side hold a place at each site; a site without any is left out. */
  public Map<UUID, Integer> peopleAt() {
    var counts = new HashMap<UUID, Integer>();
    jdbc.sql("""
        select p.site_id, count(distinct p.person_id) from roll.position p
        where p.local_id = ? and p.until is null and not p.boss_side group by p.site_id""")
        .param(Tenancy.current().value())
        .query(rs -> {
          counts.put(rs.getObject(1, UUID.class), rs.getInt(2));
        });
    return counts;
  }

  /** The units of a site, row by row. */
  public List<Unit> units(UUID site) {
    return jdbc.sql("""
        select id, row_no, col_no, row_label, col_label, label, places from roll.unit
        where local_id = ? and site_id = ? order by row_no, col_no""")
        .params(Tenancy.current().value(), site)
        .query((rs, i) -> new Unit(rs.getObject(1, UUID.class), rs.getInt(2), rs.getInt(3), rs.getString(4),
            rs.getString(5),
            rs.getString(6), rs.getInt(7)))
        .list();
  }

  /**
   * Lays a site out. A unit that stays in its place keeps its identity and the people in it.
   *
   * @return false, and nothing changed, if a unit that has people would disappear
   */
  public boolean layOut(UUID site, Layout layout) {
    UUID local = Tenancy.current().value();
    int rows = layout.units().stream().mapToInt(Layout.Cell::row).max().orElseThrow() + 1;
    int columns = layout.units().stream().mapToInt(Layout.Cell::column).max().orElseThrow() + 1;
    boolean inhabited = jdbc.sql("""
        select exists (select 1 from roll.unit u join roll.position p on p.local_id = u.local_id and p.unit_id = u.id and p.until is null
          where u.local_id = ? and u.site_id = ? and (u.row_no >= ? or u.col_no >= ?))""")
        .params(local, site, rows, columns)
        .query(Boolean.class)
        .single();
    if (inhabited) {
      return false;
    }
    jdbc.sql("""
        delete from roll.unit u where u.local_id = ? and u.site_id = ? and (u.row_no >= ? or u.col_no >= ?)
          and not exists (select 1 from roll.position p where p.local_id = u.local_id and p.unit_id = u.id)""")
        .params(local, site, rows, columns)
        .update();
    layout.units()
        .forEach(cell -> jdbc.sql("""
        insert into roll.unit (local_id, id, site_id, row_no, col_no, row_label, col_label, label, places, changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (local_id, site_id, row_no, col_no) do update set row_label = excluded.row_label, col_label = excluded.col_label,
          label = excluded.label, places = excluded.places, version = roll.unit.version + 1, changed_by = excluded.changed_by,
          changed_at = excluded.changed_at""")
            .params(local, ids.next(), site, cell.row(), cell.column(), cell.rowLabel(), cell.columnLabel(),
                cell.label(), cell.places(),
                Callers.actor().person(), now())
            .update());
    jdbc.sql(
        "update roll.site set laid_out = true, version = version + 1, changed_by = ?, changed_at = ? where local_id = ? and id = ?")
        .params(Callers.actor().person(), now(), local, site)
        .update();
    audit.record("site-laid-out", new SubjectRef("site", site), layout.units().size() + " units");
    return true;
  }

  /**
   * Makes one more door at a site that is laid out, and gives its unit.
   *
   * @param label of at most 60 characters, which no unit of the site has
   */
  public UUID addDoor(UUID site, String label) {
    UUID local = Tenancy.current().value();
    jdbc.sql("update roll.site set version = version + 1, changed_by = ?, changed_at = ? where local_id = ? and id = ?")
        .params(Callers.actor().person(), now(), local, site)
        .update();
    var door = NewDoor.of(label, units(site));
    UUID id = ids.next();
    jdbc.sql("""
        insert into roll.unit (local_id, id, site_id, row_no, col_no, row_label, col_label, label, places, changed_by,
          changed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)""")
        .params(local, id, site, door.row(), door.column(), door.rowLabel(), door.columnLabel(), door.label(),
            Callers.actor().person(), now())
        .update();
    audit.record("site-laid-out", new SubjectRef("site", site), "1 unit");
    return id;
  }

  /** Whether a site still is as it was when somebody looked; nobody changes it before this transaction ends. */
  public boolean unchanged(UUID site, long version) {
    return jdbc.sql("select version from roll.site where local_id = ? and id = ? for update")
        .params(Tenancy.current().value(), site)
        .query(Long.class)
        .single() == version;
  }

  private static Site site(ResultSet rs, int row) throws SQLException {
    return new Site(rs.getObject("id", UUID.class), rs.getLong("version"), SiteKind.of(rs.getString("kind")),
        rs.getString("name"),
        Optional.ofNullable(rs.getString("register_site")), rs.getBoolean("laid_out"));
  }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
