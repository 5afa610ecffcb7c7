// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Books;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rule of each fund whether more may leave it than is in it: it may not, until one officer asks for that and another says
 * yes. One change of a fund waits at a time. Runs inside the caller's transaction, which holds the change, then the fund.
 */
public final class FundRules {
  private static final String SELECT = """
      select r.id, r.fund_id, r.may_go_below, r.state, asked.person_id as asked_by, r.asked_at,
        decided.person_id as decided_by, r.decided_at
      from treasury.fund_rule r
      left join roll.api_person_now asked on asked.local_id = r.local_id and asked.id = r.asked_by
      left join roll.api_person_now decided on decided.local_id = r.local_id and decided.id = r.decided_by
      where r.local_id = ?""";
  private final JdbcClient jdbc;
  private final Books books;
  private final Ids ids;
  private final Clock clock;
  private final Audit audit;

  FundRules(JdbcClient jdbc, Books books, Ids ids, Clock clock, Audit audit) {
    this.jdbc = jdbc;
    this.books = books;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
  }

  /** What became of a change that was to be asked for or decided. Nothing was written unless it is {@link #DONE}. */
  public enum Done {
    DONE,
    /** It is so already, another change waits, the fund is closed, or somebody decided before. */
    MEANWHILE,
    /** Whoever asked does not say yes. */
    ANOTHER_PERSON
  }

  /** Those that wait, then the latest; at most {@code most}. */
  public List<FundRule> latest(int most) {
    return jdbc.sql(SELECT + " order by r.state = 'asked' desc, r.id desc limit ?")
        .params(local(), most)
        .query(FundRules::read)
        .list();
  }

  /** How many wait for the yes of somebody. */
  public long waitingFor(UUID person) {
    return jdbc.sql(SELECT + " and r.state = 'asked'")
        .params(local())
        .query(FundRules::read)
        .stream()
        .filter(each -> each.mayAgree(person))
        .count();
  }

  /** Asks that more may leave a fund than is in it, or that it may not any more. */
  public Done ask(UUID fund, boolean mayGoBelow, UUID person) {
    boolean other = books.funds()
        .stream()
        .anyMatch(each -> each.id().equals(fund) && !each.closed() && each.mayGoBelow() != mayGoBelow);
    int asked = other
        ? jdbc
            .sql(
                """
            insert into treasury.fund_rule (local_id, id, fund_id, may_go_below, state, asked_by, asked_at, changed_by,
              changed_at)
            values (?, ?, ?, ?, 'asked', ?, ?, ?, ?) on conflict (local_id, fund_id) where state = 'asked' do nothing""")
            .params(local(), ids.next(), fund, mayGoBelow, person, now(), person, now())
            .update()
        : 0;
    if (asked == 1) {
      did("fund-rule-asked");
    }
    return asked == 1 ? Done.DONE : Done.MEANWHILE;
  }

  /** A second officer says yes, and from now on it holds. */
  public Done agree(UUID id, UUID person) {
    Optional<FundRule> held = hold(id);
    if (held.isEmpty()) {
      return Done.MEANWHILE;
    }
    if (!held.get().mayAgree(person)) {
      return Done.ANOTHER_PERSON;
    }
    if (books.letGoBelow(held.get().fund(), held.get().mayGoBelow()) != Books.Changed.DONE) {
      return Done.MEANWHILE;
    }
    decided(id, FundRule.State.AGREED, person);
    return Done.DONE;
  }

  /** It is not wanted after all, by whoever asked or by another officer. */
  public Done withdraw(UUID id, UUID person) {
    if (hold(id).isEmpty()) {
      return Done.MEANWHILE;
    }
    decided(id, FundRule.State.WITHDRAWN, person);
    did("fund-rule-withdrawn");
    return Done.DONE;
  }

  private void decided(UUID id, FundRule.State state, UUID person) {
    jdbc.sql("""
        update treasury.fund_rule set state = ?, decided_by = ?, decided_at = ?, version = version + 1, changed_by = ?,
          changed_at = ? where local_id = ? and id = ?""")
        .params(state.key(), person, now(), person, now(), local(), id)
        .update();
  }

  private Optional<FundRule> hold(UUID id) {
    jdbc.sql("select id from treasury.fund_rule where local_id = ? and id = ? for update")
        .params(local(), id)
        .query(rs -> {});
    return jdbc.sql(SELECT + " and r.id = ? and r.state = 'asked'")
        .params(local(), id)
        .query(FundRules::read)
        .optional();
  }

  private void did(String what) { audit.record(what, new SubjectRef("books", local()), ""); }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }

  private static FundRule read(ResultSet rs, int row) throws SQLException {
    return new FundRule(rs.getObject("id", UUID.class), rs.getObject("fund_id", UUID.class),
        rs.getBoolean("may_go_below"), FundRule.State.of(rs.getString("state")),
        Optional.ofNullable(rs.getObject("asked_by", UUID.class)), rs.getTimestamp("asked_at").toInstant(),
        Optional.ofNullable(rs.getObject("decided_by", UUID.class)),
        Optional.ofNullable(rs.getTimestamp("decided_at")).map(Timestamp::toInstant));
  }
}
