// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.web.NextStep;
import org.groundwork.treasury.MoneyDoor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How the limits change: an administrator asks, another officer says yes, and from then on they hold. One change waits at a
 * time. Runs inside the caller's transaction, which holds the change, then the limits.
 */
public final class RulesChanges {
  private static final int URGENCY = 54;
  private static final String SELECT = """
      select c.id, c.was_no_receipt, c.was_release, c.was_appropriation, c.was_petty_cash, c.rules_version, c.no_receipt,
        c.release, c.appropriation, c.petty_cash, c.state, asked.person_id as asked_by, c.asked_at,
        decided.person_id as decided_by, c.decided_at
      from spending.rules_change c
      left join roll.api_person_now asked on asked.local_id = c.local_id and asked.id = c.asked_by
      left join roll.api_person_now decided on decided.local_id = c.local_id and decided.id = c.decided_by
      where c.local_id = ?""";
  static final String WAITING = SELECT + " and c.state = 'asked'";
  static final String LATEST = SELECT + " and c.state <> 'asked' order by c.id desc limit ?";
  static final String ONE = SELECT + " and c.id = ?";
  private final JdbcClient jdbc;
  private final RuleBook rules;
  private final Writing writing;

  RulesChanges(JdbcClient jdbc, RuleBook rules, Writing writing) {
    this.jdbc = jdbc;
    this.rules = rules;
    this.writing = writing;
  }

  /** The one that waits for a second officer. */
  public Optional<RulesChange> waiting() {
    return jdbc.sql(WAITING).param(Scope.local()).query(RulesChanges::read).optional();
  }

  /** Those that were decided, the latest first; at most {@code most}. */
  public List<RulesChange> latest(int most) {
    return jdbc.sql(LATEST).params(Scope.local(), most).query(RulesChanges::read).list();
  }

  /** What became of asking for other limits. Nothing was asked unless it says so. */
  public enum Asked {
    /** It waits for a second officer. */
    YES,
    /** The limits changed since they were looked at. */
    CHANGED,
    /** Another change waits already. */
    WAITS;

    /** As message keys have it. */
    public String key() { return name().toLowerCase(Locale.ROOT); }
  }

  /** Asks for other limits than those of {@link Rules#version}. */
  public Asked ask(Rules wanted) {
    Rules now = rules.now();
    if (wanted.version() != now.version()) {
      return Asked.CHANGED;
    }
    UUID me = Callers.actor().person();
    int asked = jdbc.sql("""
        insert into spending.rules_change (local_id, id, rules_version, was_no_receipt, was_release, was_appropriation,
          was_petty_cash, no_receipt, release, appropriation, petty_cash, state, asked_by, asked_at, changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'asked', ?, ?, ?, ?)
        on conflict (local_id) where state = 'asked' do nothing""")
        .params(Scope.local(), writing.ids().next(), now.version(), now.noReceipt(), now.release(), now.appropriation(),
            now.pettyCash(), wanted.noReceipt(), wanted.release(), wanted.appropriation(), wanted.pettyCash(), me,
            writing.now(), me, writing.now())
        .update();
    if (asked == 0) {
      return Asked.WAITS;
    }
    did("spending-limits-asked");
    return Asked.YES;
  }

  /** Whether somebody may say yes to it: an officer who did not ask for it. */
  public static boolean mayAgree(Caller.Actor reader, RulesChange change) {
    return change.state() == RulesChange.State.ASKED && reader.mayEverywhere(Power.APPROVE_MONEY)
        && change.askedBy().filter(by -> !by.equals(reader.person())).isPresent();
  }

  /** A second officer says yes, and from now on the limits are those. */
  public Decided agree(UUID id) {
    Optional<RulesChange> held = hold(id).filter(each -> each.state() == RulesChange.State.ASKED);
    if (held.isEmpty()) {
      return new Decided.Meanwhile();
    }
    if (!mayAgree(Callers.actor(), held.get())) {
      return new Decided.AnotherPerson();
    }
    if (!rules.change(held.get().wanted())) {
      return new Decided.Meanwhile();
    }
    decided(id, RulesChange.State.AGREED);
    return new Decided.Done();
  }

  /** It is not wanted after all, by whoever asked or by another officer. */
  public Decided withdraw(UUID id) {
    if (hold(id).filter(each -> each.state() == RulesChange.State.ASKED).isEmpty()) {
      return new Decided.Meanwhile();
    }
    decided(id, RulesChange.State.WITHDRAWN);
    did("spending-limits-withdrawn");
    return new Decided.Done();
  }

  private void decided(UUID id, RulesChange.State state) {
    UUID me = Callers.actor().person();
    jdbc.sql("""
        update spending.rules_change set state = ?, decided_by = ?, decided_at = ?, version = version + 1, changed_by = ?,
          changed_at = ? where local_id = ? and id = ?""")
        .params(state.key(), me, writing.now(), me, writing.now(), Scope.local(), id)
        .update();
  }

  private Optional<RulesChange> hold(UUID id) {
    jdbc.sql("select id from spending.rules_change where local_id = ? and id = ? for update")
        .params(Scope.local(), id)
        .query(rs -> {});
    return jdbc.sql(ONE).params(Scope.local(), id).query(RulesChanges::read).optional();
  }

  Optional<MoneyDoor.Waiting> said(Caller.Actor reader) {
    return waiting().filter(each -> mayAgree(reader, each))
        .map(_ -> new MoneyDoor.Waiting("limits.door.waiting", List.of()));
  }

  Optional<NextStep.Step> next(Caller.Actor reader) {
    if (!reader.mayEverywhere(Power.APPROVE_MONEY)) {
      return Optional.empty();
    }
    return waiting().filter(each -> mayAgree(reader, each))
        .map(_ -> new NextStep.Step(URGENCY, "limits.step", "limits.step.detail", List.of(), "spending/limits",
            "limits.step.action"));
  }

  private void did(String what) { writing.audit().record(what, new SubjectRef("spending-limits", Scope.local()), ""); }

  private static RulesChange read(ResultSet rs, int row) throws SQLException {
    long version = rs.getLong("rules_version");
    return new RulesChange(rs.getObject("id", UUID.class),
        new Rules(rs.getLong("was_no_receipt"), rs.getLong("was_release"), rs.getLong("was_appropriation"),
            rs.getLong("was_petty_cash"), version),
        new Rules(rs.getLong("no_receipt"), rs.getLong("release"), rs.getLong("appropriation"),
            rs.getLong("petty_cash"), version),
        RulesChange.State.of(rs.getString("state")), Optional.ofNullable(rs.getObject("asked_by", UUID.class)),
        rs.getTimestamp("asked_at").toInstant(), Optional.ofNullable(rs.getObject("decided_by", UUID.class)),
        Optional.ofNullable(rs.getTimestamp("decided_at")).map(Timestamp::toInstant));
  }
}
