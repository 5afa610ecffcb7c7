// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.FieldRef;
import org.groundwork.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Papers with a date that hang on grievances. Each has one owner until it is answered. Runs inside the caller's transaction. */
public final class Papers {
  static final String SELECT = "select p.id, p.grievance_id, p.title, p.due_on, p.owner_id, p.version from grievance.paper p";
  static final String OPEN = " where p.local_id = :local and p.done_at is null order by p.due_on, p.id limit :most";
  /** Those on grievances at some sites, and one's own. */
  static final String OPEN_WITHIN = " where p.local_id = :local and p.done_at is null and (p.owner_id = :me or " + """
      exists (select 1 from grievance.grievance g where g.local_id = :local and g.id = p.grievance_id
        and (g.site_id = any(array(
          select n.id from roll.api_site_now n where n.local_id = :local and n.site_id = any(:sites)))
        or g.register_site in (select s.register_site from roll.api_site s where s.local_id = :local and s.id = any(:sites)))))
      order by p.due_on, p.id limit :most""";
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final FieldCipher cipher;
  private final Audit audit;

  Papers(JdbcClient jdbc, Ids ids, Clock clock, FieldCipher cipher, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.cipher = cipher;
    this.audit = audit;
  }

  /**
   * A paper that waits for its day.
   *
   * @param owner the person who answers for it
   * @param version raised by every change
   */
  public record Paper(UUID id, UUID grievance, String title, LocalDate dueOn, UUID owner, long version) {}

  /** Hangs a paper with a date on a grievance; somebody owns it until it is done. */
  public UUID add(UUID grievance, String title, LocalDate dueOn, UUID owner) {
    UUID id = ids.next();
    jdbc.sql("""
        insert into grievance.paper (local_id, id, grievance_id, title, due_on, owner_id, changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?, ?::uuid, ?)""")
        .params(local(), id, grievance, cipher.seal(ref(id), title), Date.valueOf(dueOn), owner)
        .param(caller())
        .param(now())
        .update();
    audit.record("paper-added", new SubjectRef("paper", id), "");
    return id;
  }

  /** The open papers, the earliest first, at most {@code most}. */
  public List<Paper> open(int most) {
    return jdbc.sql(SELECT + OPEN).param("local", local()).param("most", most).query(this::read).list();
  }

  /** The open papers on grievances at these sites and those that {@code me} owns, the earliest first. */
  public List<Paper> open(Set<UUID> sites, UUID me, int most) {
    return within(jdbc.sql(SELECT + OPEN_WITHIN), sites, me, most).query(this::read).list();
  }

  static StatementSpec within(StatementSpec statement, Set<UUID> sites, UUID me, int most) {
    return statement.param("local", local())
        .param("sites", sites.toArray(UUID[]::new))
        .param("me", me)
        .param("most", most);
  }

  /** The open papers of one grievance. */
  public List<Paper> of(UUID grievance) {
    return jdbc.sql(SELECT
        + " where p.local_id = ? and p.grievance_id = ? and p.done_at is null order by p.due_on, p.id limit 100")
        .params(local(), grievance)
        .query(this::read)
        .list();
  }

  /** The open paper with this identity. */
  public Optional<Paper> byId(UUID paper) {
    return jdbc.sql(SELECT + " where p.local_id = ? and p.id = ? and p.done_at is null")
        .params(local(), paper)
        .query(this::read)
        .optional();
  }

  /** Gives a paper another date or another owner; false, and nothing changed, if somebody changed it since {@code version}. */
  public boolean change(UUID paper, long version, LocalDate dueOn, UUID owner) {
    boolean changed = jdbc.sql("""
        update grievance.paper set due_on = ?, owner_id = ?, version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id = ? and version = ? and done_at is null""")
        .params(Date.valueOf(dueOn), owner)
        .param(caller())
        .params(now(), local(), paper, version)
        .update() == 1;
    if (changed) {
      audit.record("paper-changed", new SubjectRef("paper", paper), "");
    }
    return changed;
  }

  /** Notes that a paper was answered; false if there is no such open paper in this local. */
  public boolean answered(UUID paper) {
    boolean open = jdbc.sql("""
        update grievance.paper set done_at = ?, version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id = ? and done_at is null""")
        .param(now())
        .param(caller())
        .params(now(), local(), paper)
        .update() == 1;
    if (open) {
      audit.record("paper-answered", new SubjectRef("paper", paper), "");
    }
    return open;
  }

  private Paper read(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject(1, UUID.class);
    return new Paper(id, rs.getObject(2, UUID.class), cipher.openText(ref(id), rs.getBytes(3)),
        rs.getDate(4).toLocalDate(), rs.getObject(5, UUID.class), rs.getLong(6));
  }

  private static FieldRef ref(UUID id) { return new FieldRef(local(), "grievance.paper", "title", id); }

  private static UUID local() { return Tenancy.current().value(); }

  private static @Nullable UUID caller() {
    return Callers.current() instanceof Caller.Actor actor ? actor.person() : null;
  }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
