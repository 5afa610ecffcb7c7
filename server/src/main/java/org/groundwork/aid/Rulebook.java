// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rules of the current local's hardship fund. Whoever asks, decides or pays holds them first, one after the other, so
 * that no two grants together are more than a cap or the fund allows. Runs inside the caller's transaction.
 */
public final class Rulebook {
  private static final String SELECT = """
      select per_request, per_half_year, emergency, low_below, interval_days, tenure_days, decide_hours, arrears_count,
        others_too from aid.rules where local_id = ?""";
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Audit audit;

  Rulebook(JdbcClient jdbc, Clock clock, Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
  }

  /** The rules; empty while there are none, and nobody can ask. */
  public Optional<AidRules> find() {
    return jdbc.sql(SELECT).param(Scope.local()).query(Rulebook::read).optional();
  }

  /** The same, and nobody else asks, decides or pays before this transaction ends. */
  Optional<AidRules> hold() {
    return jdbc.sql(SELECT + " for update").param(Scope.local()).query(Rulebook::read).optional();
  }

  /** Puts rules in force. Only by {@link RuleChanges}, and the books must be open. */
  void save(AidRules rules) {
    jdbc.sql("""
        insert into aid.rules (local_id, per_request, per_half_year, emergency, low_below, interval_days, tenure_days,
          decide_hours, arrears_count, others_too, changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?)
        on conflict (local_id) do update set per_request = excluded.per_request,
          per_half_year = excluded.per_half_year, emergency = excluded.emergency, low_below = excluded.low_below,
          interval_days = excluded.interval_days, tenure_days = excluded.tenure_days,
          decide_hours = excluded.decide_hours, arrears_count = excluded.arrears_count,
          others_too = excluded.others_too, version = aid.rules.version + 1, changed_by = excluded.changed_by,
          changed_at = excluded.changed_at""")
        .params(Scope.local(), rules.perRequest(), rules.perHalfYear(), rules.emergency(), rules.lowBelow(),
            rules.intervalDays(), rules.tenureDays(), rules.decideHours(), rules.arrearsCount(), rules.othersToo())
        .param(Scope.author())
        .param(Scope.now(clock))
        .update();
    audit.record("aid-rules-set", new SubjectRef("aid-fund", Scope.local()), "");
  }

  private static AidRules read(ResultSet rs, int row) throws SQLException {
    return new AidRules(rs.getLong(1), rs.getLong(2), rs.getLong(3), rs.getLong(4), rs.getInt(5), rs.getInt(6),
        rs.getInt(7), rs.getBoolean(8), rs.getBoolean(9));
  }
}
