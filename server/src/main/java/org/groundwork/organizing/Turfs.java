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
 * Doors that people carry on their phones, for a night and no longer. A phone that is told to let go does so when it is
 * next in touch; until then nothing can be done about what it holds, and the page says so. Runs inside the caller's
 * transaction.
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
  private static final String SELECT = """
      select id, site_id, taken_by, account_id, taken_at, until_at, doors, revoked_at, handed_over from organizing.turf
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
   * Doors on one phone.
   *
   * @param handedOver how many conversations came back from it
   */
  public record Turf(UUID id, UUID site, UUID takenBy, UUID account, Instant takenAt, Instant until, int doors,
      boolean revoked, int handedOver) {
    /** Whether what was written down may still be handed over. */
    public boolean takesBack(Instant now) {
      return !revoked && now.isBefore(until.plus(HAND_OVER));
    }
  }

  /** Notes that the caller takes doors of a site with them. */
  public Turf take(UUID site, int doors) {
    var actor = Callers.actor();
    var turf = new Turf(ids.random(), site, actor.person(), actor.account(), clock.instant(),
        clock.instant().plus(NIGHT), doors, false, 0);
    jdbc.sql("""
        insert into organizing.turf (local_id, id, site_id, taken_by, account_id, taken_at, until_at, doors, changed_by,
          changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(local(), turf.id(), site, turf.takenBy(), turf.account(), Timestamp.from(turf.takenAt()),
            Timestamp.from(turf.until()), doors, actor.person(), Timestamp.from(turf.takenAt()))
        .update();
    audit.record("turf-taken", new SubjectRef("site", site), doors + " doors");
    return turf;
  }

  /** One that the caller took and may still hand over, with nobody else changing it meanwhile. */
  public Optional<Turf> own(UUID id) {
    return jdbc.sql(SELECT + " where local_id = ? and id = ? and account_id = ? for update")
        .params(local(), id, Callers.actor().account())
        .query(Turfs::read)
        .optional()
        .filter(turf -> turf.takesBack(clock.instant()));
  }

  /** Notes that conversations came back. */
  public void handedOver(UUID id, int conversations) {
    jdbc.sql(
        "update organizing.turf set handed_over = handed_over + ?, version = version + 1 where local_id = ? and id = ?")
        .params(conversations, local(), id)
        .update();
  }

  /** The phones that carry doors of a site now, the latest first. */
  public List<Turf> out(UUID site) {
    return jdbc
        .sql(SELECT
            + """
         where local_id = ? and site_id = ? and until_at > ? and revoked_at is null order by until_at desc, id limit ?""")
        .params(local(), site, Timestamp.from(clock.instant()), MOST)
        .query(Turfs::read)
        .list();
  }

  /** Tells a phone to let go of its doors when it is next in touch; what it wrote down is not taken any more. */
  public boolean revoke(UUID site, UUID id) {
    int revoked = jdbc.sql("""
        update organizing.turf set revoked_at = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and site_id = ? and id = ? and revoked_at is null""")
        .params(Timestamp.from(clock.instant()), Callers.actor().person(), Timestamp.from(clock.instant()), local(),
            site,
            id)
        .update();
    if (revoked == 1) {
      audit.record("turf-revoked", new SubjectRef("site", site), "");
    }
    return revoked == 1;
  }

  @Override
  public void deleteOld() {
    jdbc.sql("delete from organizing.turf where local_id = ? and until_at < ?")
        .params(local(), Timestamp.from(clock.instant().minus(KEPT)))
        .update();
  }

  private static Turf read(ResultSet rs, int row) throws SQLException {
    return new Turf(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class), rs.getObject(3, UUID.class),
        rs.getObject(4, UUID.class), rs.getTimestamp(5).toInstant(), rs.getTimestamp(6).toInstant(), rs.getInt(7),
        rs.getTimestamp(8) != null, rs.getInt(9));
  }

  private static UUID local() { return Tenancy.current().value(); }
}
