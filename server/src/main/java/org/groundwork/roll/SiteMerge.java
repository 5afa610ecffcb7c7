// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds places that were written down twice, makes two of them one, and takes that back. People move to the site that
 * stays, into the unit of the same label where there is one. Runs inside the caller's transaction.
 */
public final class SiteMerge {
  static final String KIND = "sites-merged";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Sites sites;
  private final PersonRecords.Writing writing;

  SiteMerge(JdbcClient jdbc, Clock clock, Sites sites, PersonRecords.Writing writing) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.sites = sites;
    this.writing = writing;
  }

  /** Two sites with one address, the older first. */
  public record Pair(Site one, Site two) {}

  /** A site made one with another: what it was called, and the change-set that takes it back. */
  public record Merged(UUID changeSet, String name) {}

  /** Sites whose addresses reduce to one key, at most fifty pairs. */
  public List<Pair> pairs() {
    return jdbc.sql("""
        select a.id, b.id from roll.site a
        join roll.site b on b.local_id = a.local_id and b.address_key = a.address_key and b.id > a.id
          and b.merged_into is null
        where a.local_id = ? and a.merged_into is null order by a.id, b.id limit 50""")
        .param(Tenancy.current().value())
        .query((rs, i) -> new Pair(sites.byId(rs.getObject(1, UUID.class)).orElseThrow(),
            sites.byId(rs.getObject(2, UUID.class)).orElseThrow()))
        .list();
  }

  /**
   * Makes one of two sites. The one stays whose units are laid out, else the first.
   *
   * @return the change-set, absent if one of them was merged already or both have been merged with others
   */
  public Optional<UUID> merge(UUID one, UUID two) {
    jdbc.sql("select id from roll.site where local_id = ? and id in (?, ?) order by id for update")
        .params(Tenancy.current().value(), one, two)
        .query(UUID.class)
        .list();
    var first = sites.byId(one);
    var second = sites.byId(two);
    if (one.equals(two) || first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    boolean swap = !into(two).isEmpty() || (second.get().laidOut() && !first.get().laidOut() && into(one).isEmpty());
    UUID kept = swap ? two : one;
    UUID other = swap ? one : two;
    return into(other).isEmpty() ? Optional.of(merged(kept, other)) : Optional.empty();
  }

  private record Placed(UUID position, @Nullable UUID unit) {}

  private UUID merged(UUID kept, UUID other) {
    UUID set = writing.changes().open(KIND);
    Map<String, UUID> units = new HashMap<>();
    sites.units(kept).forEach(unit -> units.put(unit.label(), unit.id()));
    Map<UUID, String> labels = new HashMap<>();
    sites.units(other).forEach(unit -> labels.put(unit.id(), unit.label()));
    jdbc.sql("select id, unit_id from roll.position where local_id = ? and site_id = ? order by id")
        .params(Tenancy.current().value(), other)
        .query((rs, i) -> new Placed(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class)))
        .list()
        .forEach(placed -> {
          writing.images().keep(set, RowImages.Table.POSITION, placed.position());
          put(placed.position(), kept, placed.unit() == null ? null : units.get(labels.get(placed.unit())));
        });
    writing.images().keep(set, RowImages.Table.SITE, other);
    jdbc.sql("""
        update roll.site set merged_into = ?, version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id = ?""")
        .param(kept)
        .param(Author.id())
        .params(now(), Tenancy.current().value(), other)
        .update();
    writing.audit().record(KIND, new SubjectRef("site", kept), "with " + other);
    return set;
  }

  private void put(UUID position, UUID site, @Nullable UUID unit) {
    jdbc.sql("""
        update roll.position set site_id = ?, unit_id = ?::uuid, version = version + 1, changed_by = ?::uuid,
          changed_at = ? where local_id = ? and id = ?""")
        .param(site)
        .param(unit)
        .param(Author.id())
        .params(now(), Tenancy.current().value(), position)
        .update();
  }

  /** The sites made one with this one. */
  public List<Merged> into(UUID site) {
    record Other(UUID id, String name) {}
    return jdbc.sql("select id, name from roll.site where local_id = ? and merged_into = ? order by id")
        .params(Tenancy.current().value(), site)
        .query((rs, i) -> new Other(rs.getObject(1, UUID.class), rs.getString(2)))
        .list()
        .stream()
        .flatMap(other -> writing.changes()
            .latest(KIND, "roll.site", other.id())
            .map(set -> new Merged(set, other.name()))
            .stream())
        .toList();
  }

  /**
   * Takes a merge back: the site is there again, and everybody whose place nobody changed since is back in it.
   *
   * @return false, and nothing changed, if there is no such merge or it was taken back
   */
  public boolean undo(UUID set) {
    var touched = writing.changes().of(set, KIND);
    if (touched.isEmpty() || !writing.changes().undo(set, writing.changes().open("sites-parted"))) {
      return false;
    }
    touched.stream().filter(change -> change.subject().equals("roll.position")).forEach(this::back);
    touched.stream()
        .filter(change -> change.subject().equals("roll.site"))
        .forEach(change -> jdbc.sql("""
            update roll.site set merged_into = null, version = version + 1, changed_by = ?::uuid, changed_at = ?
            where local_id = ? and id = ?""")
            .param(Author.id())
            .params(now(), Tenancy.current().value(), change.row())
            .update());
    writing.audit().record("sites-parted", new SubjectRef("change-set", set), "");
    return true;
  }

  private void back(ChangeSets.Change change) {
    jdbc.sql("""
        update roll.position p set site_id = i.site_id, unit_id = i.unit_id, version = p.version + 1,
          changed_by = :by::uuid, changed_at = :now
        from jsonb_populate_record(null::roll.position, :image::jsonb) i
        where p.local_id = :local and p.id = :row and p.version = :version""")
        .param("by", Author.id())
        .param("now", now())
        .param("image", RowImages.json(change))
        .param("local", Tenancy.current().value())
        .param("row", change.row())
        .param("version", change.version())
        .update();
  }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
