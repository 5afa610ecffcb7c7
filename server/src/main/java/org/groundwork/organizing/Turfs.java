// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.roll.ShortLived;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Doors and other lists that people carry on their phones, for a night and no longer. A phone that is told to let go
 * does so when it is next in touch; until then nothing can be done about what it holds, and the page says so. Runs inside
 * the caller's transaction.
 */
public final class Turfs implements ShortLived {
  /** A phone keeps doors so long. */
  public static final Duration NIGHT = Duration.ofHours(24);
  /** What was written down at the doors may be handed over so long after. */
  public static final Duration HAND_OVER = Duration.ofDays(7);
  /** At most this many doors on one phone. */
  public static final int MOST_DOORS = 200;
  private static final int MOST = 200;
  private static final Duration KEPT = Duration.ofDays(30);
  private static final Duration KEPT_FOR_GOOD = Duration.ofDays(400);
  private static final String SITE = "site";
  private static final String SELECT = """
      select id, site_id, list_kind, list_id, taken_by, account_id, taken_at, until_at, doors, revoked_at, handed_over,
        lasting
      from organizing.turf
      """;
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Audit audit;

  Turfs(JdbcClient jdbc, Ids ids, Clock clock, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * A list on one phone.
   *
   * @param of whose doors, or what else the list is of
   * @param doors how many doors, or how many people by name
   * @param handedOver how much came back from it
   * @param lasting whether what was written down is taken back for good, as where money was taken
   */
  public record Turf(UUID id, SubjectRef of, UUID takenBy, UUID account, Instant takenAt, Instant until, int doors,
      boolean revoked, int handedOver, boolean lasting) {
    /** Whether what was written down may still be handed over. */
    public boolean takesBack(Instant now) {
      return lasting || (!revoked && now.isBefore(until.plus(HAND_OVER)));
    }
  }

  /** Doors of a site. */
  public static SubjectRef doorsOf(UUID site) { return new SubjectRef(SITE, site); }

  /** Notes that the caller takes a list with them, with so many doors or people on it. */
  public Turf take(SubjectRef of, int doors) {
    return take(of, doors, false);
  }

  /**
   * The same of a list on which money is written down: the names go after a night, and when the phone is told to let go;
   * what was written down is taken back from whoever took the list, for a year and more.
   */
  public Turf takeForGood(SubjectRef of, int doors) { return take(of, doors, true); }

  private Turf take(SubjectRef of, int doors, boolean lasting) {
    var actor = Callers.actor();
    var turf = new Turf(ids.random(), of, actor.person(), actor.account(), clock.instant(),
        clock.instant().plus(NIGHT), doors, false, 0, lasting);
    boolean site = isSite(of);
    jdbc.sql("""
        insert into organizing.turf (local_id, id, site_id, list_kind, list_id, taken_by, account_id, taken_at, until_at,
          doors, lasting, changed_by, changed_at) values (:local, :id, :site::uuid, :kind, :list::uuid, :by, :account, :at,
          :until, :doors, :lasting, :by, :at)""")
        .param("local", local())
        .param("id", turf.id())
        .param("site", site ? of.id() : null)
        .param("kind", site ? null : of.kind())
        .param("list", site ? null : of.id())
        .param("by", turf.takenBy())
        .param("account", turf.account())
        .param("at", Timestamp.from(turf.takenAt()))
        .param("until", Timestamp.from(turf.until()))
        .param("doors", doors)
        .param("lasting", lasting)
        .update();
    audit.record(site ? "turf-taken" : "list-taken", of, doors + (site ? " doors" : " names"));
    return turf;
  }

  private static boolean isSite(SubjectRef of) { return of.kind().equals(SITE); }

  /** One that the caller took and may still hand over, with nobody else changing it meanwhile. */
  public Optional<Turf> own(UUID id) {
    return jdbc.sql(SELECT + " where local_id = ? and id = ? and account_id = ? for update")
        .params(local(), id, Callers.actor().account())
        .query(Turfs::read)
        .optional()
        .filter(turf -> turf.takesBack(clock.instant()));
  }

  /** Notes that something came back. */
  public void handedOver(UUID id) {
    jdbc.sql(
        """
        update organizing.turf set handed_over = handed_over + 1, version = version + 1 where local_id = ? and id = ?""")
        .params(local(), id)
        .update();
  }

  /** The phones that carry such a list now, the latest first. */
  public List<Turf> out(SubjectRef of) {
    return jdbc
        .sql(SELECT + """
         where local_id = ? and coalesce(list_kind, ?) = ? and (site_id = ? or list_id = ?) and until_at > ?
          and revoked_at is null order by until_at desc, id limit ?""")
        .params(local(), SITE, of.kind(), of.id(), of.id(), Timestamp.from(clock.instant()), MOST)
        .query(Turfs::read)
        .list();
  }

  /**
   * Tells a phone to let go of its list when it is next in touch; what it wrote down is not taken any more, unless it was
   * taken for good.
   */
  public boolean revoke(SubjectRef of, UUID id) {
    int revoked = jdbc.sql("""
        update organizing.turf set revoked_at = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and coalesce(list_kind, ?) = ? and (site_id = ? or list_id = ?) and id = ?
          and revoked_at is null""")
        .params(Timestamp.from(clock.instant()), Callers.actor().person(), Timestamp.from(clock.instant()), local(),
            SITE, of.kind(), of.id(), of.id(), id)
        .update();
    if (revoked == 1) {
      audit.record(isSite(of) ? "turf-revoked" : "list-revoked", of, "");
    }
    return revoked == 1;
  }

  @Override
  public void deleteOld() {
    jdbc.sql(
        "delete from organizing.turf where local_id = ? and until_at < case when lasting then ?::timestamptz else ?::timestamptz end")
        .params(local(), Timestamp.from(clock.instant().minus(KEPT_FOR_GOOD)),
            Timestamp.from(clock.instant().minus(KEPT)))
        .update();
  }

  private static Turf read(ResultSet rs, int row) throws SQLException {
    var site = Optional.ofNullable(rs.getObject("site_id", UUID.class));
    var of = site.isPresent()
        ? doorsOf(site.get())
        : new SubjectRef(rs.getString("list_kind"), rs.getObject("list_id", UUID.class));
    return new Turf(rs.getObject("id", UUID.class), of, rs.getObject("taken_by", UUID.class),
        rs.getObject("account_id", UUID.class), rs.getTimestamp("taken_at").toInstant(),
        rs.getTimestamp("until_at").toInstant(), rs.getInt("doors"), rs.getTimestamp("revoked_at") != null,
        rs.getInt("handed_over"), rs.getBoolean("lasting"));
  }

  private static UUID local() { return Tenancy.current().value(); }
}
