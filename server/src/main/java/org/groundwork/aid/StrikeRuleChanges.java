// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.spending.Appropriation;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How it comes into force what a day of a strike is paid with: nobody decides alone what leaves the strike fund. One is
 * proposed at a time for each strike; who proposes another takes back the former. Runs inside the caller's transaction.
 */
public final class StrikeRuleChanges {
  private static final String SELECT = """
      select c.id, c.step_id, c.per_day, c.days_a_week, c.any_day, c.decided_on, c.body, c.decision, c.votes_for,
        c.votes_against, c.abstained, coalesce(n.person_id, c.proposed_by) as proposed_by,
        coalesce(c.settled_at, c.proposed_at) as at
      from aid.strike_rule_change c
      left join roll.api_person_now n on n.local_id = c.local_id and n.id = c.proposed_by
      where c.local_id = ? and c.state = ?""";
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final StrikePay pay;
  private final Audit audit;

  StrikeRuleChanges(JdbcClient jdbc, Ids ids, Clock clock, StrikePay pay, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.pay = pay;
    this.audit = audit;
  }

  /** What was proposed for any strike and waits for a second person, the first proposed first. */
  public List<StrikeRuleChange> proposed() {
    return jdbc.sql(SELECT + " order by c.id").params(Scope.local(), "proposed").query(StrikeRuleChanges::read).list();
  }

  /** What was proposed for a strike and waits for a second person. */
  public Optional<StrikeRuleChange> proposed(UUID step) {
    return one(step, "proposed", "");
  }

  /** What came into force last for a strike, and how; empty where it is older than proposals. */
  public Optional<StrikeRuleChange> inForce(UUID step) {
    return one(step, "in-force", " order by c.settled_at desc, c.id desc limit 1");
  }

  private Optional<StrikeRuleChange> one(UUID step, String state, String rest) {
    return jdbc.sql(SELECT + " and c.step_id = ?" + rest)
        .params(Scope.local(), state, step)
        .query(StrikeRuleChanges::read)
        .optional();
  }

  /**
   * Writes down what a day is paid with. With the decision that passed it, it is in force at once, since the members were
   * the second person and read it; without it, it waits.
   *
   * @return whether it is in force
   */
  public boolean propose(StrikeRule wanted, Optional<Appropriation.Decision> passed) {
    oneByOne();
    proposed(wanted.step()).ifPresent(former -> settle(former.id(), "dropped"));
    UUID id = insert(wanted, passed);
    audit.record("strike-pay-proposed", subject(wanted.step()), "");
    passed.ifPresent(_ -> enforce(id, wanted));
    return passed.isPresent();
  }

  /** A second person says yes to what they saw of a strike. */
  public RuleChange.Seconded second(UUID step, UUID id) {
    oneByOne();
    Optional<StrikeRuleChange> waiting = proposed(step).filter(each -> each.id().equals(id));
    if (waiting.isEmpty()) {
      return RuleChange.Seconded.MEANWHILE;
    }
    if (waiting.get().by(me())) {
      return RuleChange.Seconded.ANOTHER_PERSON;
    }
    enforce(id, waiting.get().rule());
    return RuleChange.Seconded.DONE;
  }

  /** Takes back what was proposed for a strike; what is in force stays. False if it does not wait any more. */
  public boolean drop(UUID step, UUID id) {
    oneByOne();
    boolean waits = proposed(step).filter(each -> each.id().equals(id)).isPresent();
    if (waits) {
      settle(id, "dropped");
      audit.record("strike-pay-dropped", subject(step), "");
    }
    return waits;
  }

  /** Two who propose, second or take back at once do it one after the other. */
  private void oneByOne() {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("aid.strike-rules " + Scope.local())
        .query(rs -> {});
  }

  private void enforce(UUID id, StrikeRule wanted) {
    settle(id, "in-force");
    pay.save(wanted);
  }

  private void settle(UUID id, String state) {
    jdbc.sql("""
        update aid.strike_rule_change set state = ?, settled_by = ?, settled_at = ?, version = version + 1,
          changed_by = ?, changed_at = ? where local_id = ? and id = ? and state = 'proposed'""")
        .params(state, me(), Scope.now(clock), me(), Scope.now(clock), Scope.local(), id)
        .update();
  }

  private UUID insert(StrikeRule wanted, Optional<Appropriation.Decision> passed) {
    UUID id = ids.next();
    PassedColumns.fill(jdbc.sql("""
        insert into aid.strike_rule_change (local_id, id, step_id, per_day, days_a_week, any_day, decided_on, body,
          decision, votes_for, votes_against, abstained, state, proposed_by, proposed_at, changed_by, changed_at)
        values (:local, :id, :step, :perDay, :days, :any, :on::date, :body::text, :words::text, :for::integer,
          :against::integer, :abstained::integer, 'proposed', :me, :now, :me, :now)"""), passed)
        .param("local", Scope.local())
        .param("id", id)
        .param("step", wanted.step())
        .param("perDay", wanted.perDay())
        .param("days", wanted.daysAWeek())
        .param("any", wanted.anyDay())
        .param("me", me())
        .param("now", Scope.now(clock))
        .update();
    return id;
  }

  private static UUID me() { return Callers.actor().person(); }

  private static SubjectRef subject(UUID step) { return new SubjectRef("strike", step); }

  private static StrikeRuleChange read(ResultSet rs, int row) throws SQLException {
    var wanted = new StrikeRule(rs.getObject("step_id", UUID.class), rs.getLong("per_day"), rs.getInt("days_a_week"),
        rs.getBoolean("any_day"));
    return new StrikeRuleChange(rs.getObject("id", UUID.class), wanted, PassedColumns.read(rs),
        Optional.ofNullable(rs.getObject("proposed_by", UUID.class)), rs.getTimestamp("at").toInstant());
  }
}
