// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A local's own figures for stewards and assessments. Runs inside the caller's transaction. */
public final class Settings {
  /** What holds while a local has said nothing. */
  public static final Values USUAL = new Values(15, 90, 0);
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Audit audit;

  Settings(JdbcClient jdbc, Clock clock, Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * The figures.
   *
   * @param stewardMost how many people one steward has at most, 1 to 50
   * @param fadesAfter days until an assessment says nothing any more, 7 to 730
   * @param version 0 while nothing was ever set
   */
  public record Values(int stewardMost, int fadesAfter, long version) {}

  /** The figures that hold now. */
  public Values now() {
    return jdbc.sql("select steward_most, fades_after, version from organizing.setting where local_id = ?")
        .param(local())
        .query((rs, i) -> new Values(rs.getInt(1), rs.getInt(2), rs.getLong(3)))
        .optional()
        .orElse(USUAL);
  }

  /** Sets them; false, and nothing changed, if somebody else did since {@code version}. */
  public boolean set(Values values) {
    UUID by = Callers.actor().person();
    int set = values.version() == 0
        ? jdbc.sql("""
            insert into organizing.setting (local_id, steward_most, fades_after, changed_by, changed_at)
            values (?, ?, ?, ?, ?) on conflict (local_id) do nothing""")
            .params(local(), values.stewardMost(), values.fadesAfter(), by, Timestamp.from(clock.instant()))
            .update()
        : jdbc.sql("""
            update organizing.setting set steward_most = ?, fades_after = ?, version = version + 1, changed_by = ?,
              changed_at = ? where local_id = ? and version = ?""")
            .params(values.stewardMost(), values.fadesAfter(), by, Timestamp.from(clock.instant()), local(),
                values.version())
            .update();
    if (set == 1) {
      audit.record("organizing-set", new SubjectRef("local", local()), "");
    }
    return set == 1;
  }

  private static UUID local() { return Tenancy.current().value(); }
}
