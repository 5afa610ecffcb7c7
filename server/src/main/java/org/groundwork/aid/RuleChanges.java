// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.spending.Appropriation;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How rules of the fund come into force: nobody decides alone what people in need can get. One is proposed at a time; who
 * proposes others takes back the former. Runs inside the caller's transaction.
 */
public final class RuleChanges {
  private static final String SELECT = """
      select c.id, c.per_request, c.per_half_year, c.emergency, c.low_below, c.interval_days, c.tenure_days,
        c.decide_hours, c.arrears_count, c.others_too, c.decided_on, c.body, c.decision, c.votes_for, c.votes_against,
        c.abstained, coalesce(n.person_id, c.proposed_by) as proposed_by, coalesce(c.settled_at, c.proposed_at) as at
      from aid.rule_change c
      left join roll.api_person_now n on n.local_id = c.local_id and n.id = c.proposed_by
      where c.local_id = ? and c.state = ?""";
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Rulebook rules;
  private final Audit audit;

  RuleChanges(JdbcClient jdbc, Ids ids, Clock clock, Rulebook rules, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.rules = rules;
    this.audit = audit;
  }

  /** What was proposed and waits for a second person. */
  public Optional<RuleChange> proposed() {
    return one("proposed", "");
  }

  /** What came into force last, and how; empty where the rules are older than proposals. */
  public Optional<RuleChange> inForce() {
    return one("in-force", " order by c.settled_at desc, c.id desc limit 1");
  }

  private Optional<RuleChange> one(String state, String rest) {
    return jdbc.sql(SELECT + rest).params(Scope.local(), state).query(RuleChanges::read).optional();
  }

  /**
   * Writes rules down. With the decision that passed them they are in force at once, since the members were the second
   * person and read it; without it they wait. The books must be open.
   *
   * @return whether they are in force
   */
  public boolean propose(AidRules wanted, Optional<Appropriation.Decision> passed) {
    oneByOne();
    proposed().ifPresent(former -> settle(former.id(), "dropped"));
    UUID id = insert(wanted, passed);
    audit.record("aid-rules-proposed", subject(), "");
    passed.ifPresent(_ -> enforce(id, wanted));
    return passed.isPresent();
  }

  /** A second person says yes to what they saw. */
  public RuleChange.Seconded second(UUID id) {
    oneByOne();
    Optional<RuleChange> waiting = proposed().filter(each -> each.id().equals(id));
    if (waiting.isEmpty()) {
      return RuleChange.Seconded.MEANWHILE;
    }
    if (waiting.get().by(Callers.actor().person())) {
      return RuleChange.Seconded.ANOTHER_PERSON;
    }
    enforce(id, waiting.get().rules());
    return RuleChange.Seconded.DONE;
  }

  /** Takes back what was proposed; the rules in force stay. False if it does not wait any more. */
  public boolean drop(UUID id) {
    oneByOne();
    boolean waits = proposed().filter(each -> each.id().equals(id)).isPresent();
    if (waits) {
      settle(id, "dropped");
      audit.record("aid-rules-dropped", subject(), "");
    }
    return waits;
  }

  /** Two who propose, second or take back at once do it one after the other. */
  private void oneByOne() {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("aid.rules " + Scope.local())
        .query(rs -> {});
  }

  private void enforce(UUID id, AidRules wanted) {
    settle(id, "in-force");
    rules.save(wanted);
  }

  private void settle(UUID id, String state) {
    jdbc.sql("""
        update aid.rule_change set state = ?, settled_by = ?, settled_at = ?, version = version + 1, changed_by = ?,
          changed_at = ? where local_id = ? and id = ? and state = 'proposed'""")
        .params(state, me(), Scope.now(clock), me(), Scope.now(clock), Scope.local(), id)
        .update();
  }

  private UUID insert(AidRules wanted, Optional<Appropriation.Decision> passed) {
    UUID id = ids.next();
    PassedColumns.fill(jdbc.sql("""
        insert into aid.rule_change (local_id, id, per_request, per_half_year, emergency, low_below, interval_days,
          tenure_days, decide_hours, arrears_count, others_too, decided_on, body, decision, votes_for, votes_against,
          abstained, state, proposed_by, proposed_at, changed_by, changed_at)
        values (:local, :id, :request, :halfYear, :emergency, :low, :interval, :tenure, :hours, :arrears, :others,
          :on::date, :body::text, :words::text, :for::integer, :against::integer, :abstained::integer, 'proposed', :me,
          :now, :me, :now)"""), passed)
        .param("local", Scope.local())
        .param("id", id)
        .param("request", wanted.perRequest())
        .param("halfYear", wanted.perHalfYear())
        .param("emergency", wanted.emergency())
        .param("low", wanted.lowBelow())
        .param("interval", wanted.intervalDays())
        .param("tenure", wanted.tenureDays())
        .param("hours", wanted.decideHours())
        .param("arrears", wanted.arrearsCount())
        .param("others", wanted.othersToo())
        .param("me", me())
        .param("now", Scope.now(clock))
        .update();
    return id;
  }

  private static UUID me() { return Callers.actor().person(); }

  private static SubjectRef subject() { return new SubjectRef("aid-fund", Scope.local()); }

  private static RuleChange read(ResultSet rs, int row) throws SQLException {
    var wanted = new AidRules(rs.getLong("per_request"), rs.getLong("per_half_year"), rs.getLong("emergency"),
        rs.getLong("low_below"), rs.getInt("interval_days"), rs.getInt("tenure_days"), rs.getInt("decide_hours"),
        rs.getBoolean("arrears_count"), rs.getBoolean("others_too"));
    return new RuleChange(rs.getObject("id", UUID.class), wanted, PassedColumns.read(rs),
        Optional.ofNullable(rs.getObject("proposed_by", UUID.class)), rs.getTimestamp("at").toInstant());
  }
}
