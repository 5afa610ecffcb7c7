// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.ledger.Source;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.files.FileStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The decisions by which money leaves a fund: written down by one officer, confirmed by a second, closed when they are used
 * up or over. Every member reads them. Runs inside the caller's transaction.
 */
public final class Appropriations {
  private static final String SELECT = """
      select a.id, a.fund_id, a.amount, a.purpose, a.decided_on, a.body, a.decision, a.votes_for, a.votes_against,
        a.abstained, a.state, coalesce(by_now.person_id, a.recorded_by) as recorded_by, a.confirmed_on, a.closed_on,
        (select coalesce(sum(p.amount), 0)::bigint from spending.payout p where p.local_id = a.local_id
          and p.appropriation_id = a.id and p.state in ('approved', 'paid'))
        + (select coalesce(sum(m.amount), 0)::bigint from spending.fund_move m where m.local_id = a.local_id
          and m.appropriation_id = a.id and m.state in ('moved', 'undoing'))
        + (select coalesce(sum(s.amount), 0)::bigint from spending.second_look s where s.local_id = a.local_id
          and s.appropriation_id = a.id and s.state = 'yes')
        + (select coalesce(sum(u.amount), 0)::bigint from spending.appropriation_use u where u.local_id = a.local_id
          and u.appropriation_id = a.id) as used
      from spending.appropriation a
      left join roll.api_person_now by_now on by_now.local_id = a.local_id and by_now.id = a.recorded_by
      where a.local_id = ?""";
  static final String ALL = SELECT + " order by a.state = 'closed', a.id desc";
  static final String OPEN_OF = SELECT
      + " and a.state = 'open' and a.fund_id in (select unnest(?::uuid[])) order by a.id desc";
  static final String ONE = SELECT + " and a.id = ?";
  private final JdbcClient jdbc;
  private final FileStore files;
  private final Writing writing;

  Appropriations(JdbcClient jdbc, FileStore files, Writing writing) {
    this.jdbc = jdbc;
    this.files = files;
    this.writing = writing;
  }

  /** All of them, those that are open first. */
  public List<Appropriation> all() {
    return jdbc.sql(ALL).param(Scope.local()).query(Appropriations::read).list();
  }

  /** How many were written down by somebody else than this person and are not confirmed. */
  int toConfirm(UUID person) {
    return jdbc.sql("""
        select count(*)::integer from spending.appropriation a
        left join roll.api_person_now n on n.local_id = a.local_id and n.id = a.recorded_by
        where a.local_id = ? and a.state = 'recorded' and coalesce(n.person_id, a.recorded_by) <> ?""")
        .params(Scope.local(), person)
        .query(Integer.class)
        .single();
  }

  /** One of them. */
  public Optional<Appropriation> find(UUID appropriation) {
    return jdbc.sql(ONE).params(Scope.local(), appropriation).query(Appropriations::read).optional();
  }

  /** Those under which so much may leave a fund now. */
  public List<Appropriation> openFor(UUID fund, long amount) {
    return openOf(Set.of(fund)).stream().filter(each -> each.left() >= amount).toList();
  }

  /** Those under which something may leave any of these funds now. */
  public List<Appropriation> openOf(Collection<UUID> funds) {
    return jdbc.sql(OPEN_OF)
        .param(Scope.local())
        .param(funds.toArray(UUID[]::new))
        .query(Appropriations::read)
        .list();
  }

  /** Writes a decision down, with the files that waited with its form; it lets nothing out before it is confirmed. */
  public UUID record(Appropriation.New typed, UUID form) {
    UUID id = writing.ids().next();
    var decision = typed.decision();
    jdbc.sql("""
        insert into spending.appropriation (local_id, id, fund_id, amount, purpose, decided_on, body, decision, votes_for,
          votes_against, abstained, state, recorded_by, changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'recorded', ?, ?, ?)""")
        .params(Scope.local(), id, typed.fund(), typed.amount(), typed.purpose(), Date.valueOf(decision.on()),
            decision.body().key(), decision.words(), decision.votesFor(), decision.votesAgainst(), decision.abstained(),
            me(), me(), writing.now())
        .update();
    files.hand(Papers.form(form), Papers.minutes(id));
    did("appropriation-recorded", id);
    return id;
  }

  /** A second officer says that it was decided like this. */
  public Decided confirm(UUID appropriation) {
    Optional<Appropriation> held = hold(appropriation);
    if (held.filter(each -> each.state() == Appropriation.State.RECORDED).isEmpty()) {
      return new Decided.Meanwhile();
    }
    if (held.get().recordedBy().equals(me())) {
      return new Decided.AnotherPerson();
    }
    jdbc.sql("""
        update spending.appropriation set state = 'open', confirmed_by = ?, confirmed_on = ?, version = version + 1,
          changed_by = ?, changed_at = ? where local_id = ? and id = ?""")
        .params(me(), writing.day(), me(), writing.now(), Scope.local(), appropriation)
        .update();
    did("appropriation-confirmed", appropriation);
    return new Decided.Done();
  }

  /** Nothing more leaves under it; what was said yes to stays. */
  public Decided close(UUID appropriation) {
    if (hold(appropriation).filter(each -> each.state() != Appropriation.State.CLOSED).isEmpty()) {
      return new Decided.Meanwhile();
    }
    jdbc.sql("""
        update spending.appropriation set state = 'closed', closed_on = ?, version = version + 1, changed_by = ?,
          changed_at = ? where local_id = ? and id = ?""")
        .params(writing.day(), me(), writing.now(), Scope.local(), appropriation)
        .update();
    did("appropriation-closed", appropriation);
    return new Decided.Done();
  }

  /**
   * What another module paid under an appropriation by rules of its own. Members read it in sums that module tells.
   *
   * @param account what it was spent on
   * @param amount less what was taken back since, in minor units
   */
  public record Use(LocalDate on, UUID account, long amount) {}

  /** What other modules paid under it, the latest first. */
  public List<Use> uses(UUID appropriation) {
    return jdbc.sql("""
        select used_on, account_id, amount from spending.appropriation_use
        where local_id = ? and appropriation_id = ? and amount > 0 order by used_on desc, source_id""")
        .params(Scope.local(), appropriation)
        .query((rs, i) -> new Use(rs.getDate(1).toLocalDate(), rs.getObject(2, UUID.class), rs.getLong(3)))
        .list();
  }

  /**
   * Another module paid something under it, after it was told by {@link #refuses} in the same transaction that it may.
   *
   * @param source what it is about in that module; once for each
   */
  public void use(UUID appropriation, Source source, UUID account, long amount) {
    jdbc.sql("""
        insert into spending.appropriation_use (local_id, source_kind, source_id, appropriation_id, account_id, amount,
          used_on, changed_by, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(Scope.local(), source.kind(), source.id(), appropriation, account, amount, writing.day(), me(),
            writing.now())
        .update();
  }

  /** So much of what another module paid came back, or never left; nothing happens if it was under no appropriation. */
  public void back(Source source, long amount) {
    jdbc.sql("""
        update spending.appropriation_use set amount = amount - ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and source_kind = ? and source_id = ?""")
        .params(amount, me(), writing.now(), Scope.local(), source.kind(), source.id())
        .update();
  }

  /** Why so much may not leave a fund under it; nobody else takes from it until the transaction ends. */
  public Optional<Decided> refuses(UUID appropriation, UUID fund, long amount) {
    Optional<Appropriation> held = hold(appropriation)
        .filter(each -> each.state() == Appropriation.State.OPEN && each.fund().equals(fund));
    if (held.isEmpty()) {
      return Optional.of(new Decided.OtherAppropriation());
    }
    return held.get().left() < amount ? Optional.of(new Decided.TooLittleLeft(held.get().left())) : Optional.empty();
  }

  private Optional<Appropriation> hold(UUID appropriation) {
    jdbc.sql("select id from spending.appropriation where local_id = ? and id = ? for update")
        .params(Scope.local(), appropriation)
        .query(rs -> {});
    return find(appropriation);
  }

  private void did(String what, UUID appropriation) {
    writing.audit().record(what, new SubjectRef("appropriation", appropriation), "");
  }

  private static UUID me() { return Callers.actor().person(); }

  private static Appropriation read(ResultSet rs, int row) throws SQLException {
    var decision = new Appropriation.Decision(rs.getDate("decided_on").toLocalDate(),
        Appropriation.Body.known(rs.getString("body")).orElseThrow(), rs.getString("decision"), rs.getInt("votes_for"),
        rs.getInt("votes_against"), rs.getInt("abstained"));
    return new Appropriation(rs.getObject("id", UUID.class), rs.getObject("fund_id", UUID.class), rs.getLong("amount"),
        rs.getString("purpose"), decision, Appropriation.State.of(rs.getString("state")), rs.getLong("used"),
        rs.getObject("recorded_by", UUID.class), Optional.ofNullable(rs.getDate("confirmed_on")).map(Date::toLocalDate),
        Optional.ofNullable(rs.getDate("closed_on")).map(Date::toLocalDate));
  }
}
