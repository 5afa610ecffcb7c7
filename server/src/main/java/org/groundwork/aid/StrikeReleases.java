// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Source;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.spending.Appropriation;
import org.groundwork.spending.Appropriations;
import org.groundwork.spending.Decided;
import org.groundwork.spending.RuleBook;
import org.groundwork.spending.Rules;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Strike pay by the limits that hold for all that leaves a fund: above one a further person releases it, and somebody else
 * pays; above the other it leaves the fund under an open appropriation of that fund. What all strikes were paid in the days
 * before counts with it, so that no limit is passed by paying twice. Runs inside the caller's transaction.
 */
public final class StrikeReleases {
  /** So many days before count with what is paid. */
  static final int DAYS = 7;
  private static final String SELECT = """
      select r.id, r.step_id, r.until, r.people, r.total, coalesce(a.person_id, r.asked_by) as asked_by, r.asked_on,
        r.state, coalesce(b.person_id, r.released_by) as released_by, r.appropriation_id
      from aid.strike_release r
      left join roll.api_person_now a on a.local_id = r.local_id and a.id = r.asked_by
      left join roll.api_person_now b on b.local_id = r.local_id and b.id = r.released_by
      where r.local_id = ? and r.state in ('asked', 'released')""";
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Audit audit;
  private final Limits limits;

  StrikeReleases(JdbcClient jdbc, Ids ids, Clock clock, Audit audit, Limits limits) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.limits = limits;
  }

  /** By what rules money leaves the strike fund. */
  record Limits(RuleBook rules, Appropriations appropriations, AidFund fund) {}

  /** All that wait, or are released and not paid; the first asked first. */
  public List<StrikeRelease> waiting() {
    return jdbc.sql(SELECT + " order by r.id").param(Scope.local()).query(StrikeReleases::read).list();
  }

  /** What waits for a strike, or is released and not paid. */
  public Optional<StrikeRelease> waiting(UUID step) {
    return jdbc.sql(SELECT + " and r.step_id = ?")
        .params(Scope.local(), step)
        .query(StrikeReleases::read)
        .optional();
  }

  /** What so much needs before it is paid on a day. */
  public StrikeRelease.Needs needs(long total, LocalDate on) {
    long before = jdbc.sql("""
        select coalesce(sum(total - back_total), 0)::bigint from aid.strike_batch
        where local_id = ? and paid_on > ?""")
        .params(Scope.local(), Date.valueOf(on.minusDays(DAYS)))
        .query(Long.class)
        .single();
    long together = Math.addExact(before, total);
    Rules rules = limits.rules().now();
    if (together > rules.appropriation()) {
      return StrikeRelease.Needs.APPROPRIATION;
    }
    return together > rules.release() ? StrikeRelease.Needs.RELEASE : StrikeRelease.Needs.NOTHING;
  }

  /** Whether a release is all that it needs on a day: by the limits that hold then, not those when it was given. */
  public boolean enough(StrikeRelease release, LocalDate on) {
    return release.released()
        && (release.appropriation().isPresent() || needs(release.total(), on) != StrikeRelease.Needs.APPROPRIATION);
  }

  /** The open appropriations of the strike fund under which so much may leave it now. */
  public List<Appropriation> under(long total) {
    return limits.fund()
        .of(FundKind.STRIKE)
        .map(fund -> limits.appropriations().openFor(fund, total))
        .orElse(List.of());
  }

  /** Nobody else asks for strike pay, releases or pays it before this transaction ends. Held first of all. */
  void hold() {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("aid.strike-pay " + Scope.local())
        .query(rs -> {});
  }

  /**
   * Writes down what is to be released; what waited for the strike is taken back, unless it is the same and can still be
   * released or paid.
   */
  void ask(UUID step, LocalDate until, int people, long total, LocalDate today) {
    Optional<StrikeRelease> former = waiting(step);
    if (former.filter(each -> each.covers(until, people, total) && (!each.released() || enough(each, today)))
        .isPresent()) {
      return;
    }
    former.ifPresent(each -> settle(each.id(), "dropped"));
    jdbc.sql("""
        insert into aid.strike_release (local_id, id, step_id, until, people, total, state, asked_by, asked_on,
          changed_by, changed_at) values (?, ?, ?, ?, ?, ?, 'asked', ?, ?, ?, ?)""")
        .params(Scope.local(), ids.next(), step, Date.valueOf(until), people, total, me(), Date.valueOf(today), me(),
            Scope.now(clock))
        .update();
    audit.record("strike-release-asked", subject(step), "");
  }

  /** What became of a release. Nothing was written unless it says so. */
  public sealed interface Released {
    /** It may be paid now, by somebody else. */
    record Done() implements Released {}

    /** It does not wait any more. */
    record Meanwhile() implements Released {}

    /** Whoever asked does not release it. */
    record AnotherPerson() implements Released {}

    /** It is above the limit for which the members decide, and no open appropriation of the fund with so much left is named. */
    record NoAppropriation() implements Released {}
  }

  /** A further person says yes to what they saw of a strike. */
  public Released release(UUID step, UUID id, Optional<UUID> appropriation, LocalDate today) {
    hold();
    Optional<StrikeRelease> found = waiting(step).filter(each -> each.id().equals(id) && !each.released());
    if (found.isEmpty()) {
      return new Released.Meanwhile();
    }
    StrikeRelease asked = found.get();
    if (asked.by(me())) {
      return new Released.AnotherPerson();
    }
    boolean needed = needs(asked.total(), today) == StrikeRelease.Needs.APPROPRIATION;
    boolean may = appropriation.map(named -> under(asked.total()).stream().anyMatch(each -> each.id().equals(named)))
        .orElse(!needed);
    if (!may) {
      return new Released.NoAppropriation();
    }
    jdbc.sql("""
        update aid.strike_release set state = 'released', released_by = ?, released_on = ?, appropriation_id = ?::uuid,
          version = version + 1, changed_by = ?, changed_at = ? where local_id = ? and id = ?""")
        .params(me(), Date.valueOf(today))
        .param(appropriation.orElse(null))
        .params(me(), Scope.now(clock), Scope.local(), id)
        .update();
    audit.record("strike-released", subject(step), "");
    return new Released.Done();
  }

  /** It is not to be paid like this. False if it does not wait any more. */
  public boolean drop(UUID step, UUID id) {
    hold();
    boolean waits = waiting(step).filter(each -> each.id().equals(id)).isPresent();
    if (waits) {
      settle(id, "dropped");
      audit.record("strike-release-dropped", subject(step), "");
    }
    return waits;
  }

  /** It was paid. */
  void paid(StrikeRelease release) { settle(release.id(), "paid"); }

  /** Why so much may not leave the fund under an appropriation now; it is held until the transaction ends. */
  Optional<Decided> refuses(UUID appropriation, UUID fund, long total) {
    return limits.appropriations().refuses(appropriation, fund, total);
  }

  /** A batch was paid under an appropriation. */
  void use(UUID appropriation, UUID batch, UUID account, long total) {
    limits.appropriations().use(appropriation, source(batch), account, total);
  }

  /** So much of a batch came back, or never left. */
  void back(UUID batch, long amount) {
    limits.appropriations().back(source(batch), amount);
  }

  private static Source source(UUID batch) { return new Source("strike-batch", batch); }

  private void settle(UUID id, String state) { jdbc.sql("""
        update aid.strike_release set state = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ?""").params(state, me(), Scope.now(clock), Scope.local(), id).update(); }

  private static UUID me() { return Callers.actor().person(); }

  private static SubjectRef subject(UUID step) { return new SubjectRef("strike", step); }

  private static StrikeRelease read(ResultSet rs, int row) throws SQLException {
    return new StrikeRelease(rs.getObject("id", UUID.class), rs.getObject("step_id", UUID.class),
        rs.getDate("until").toLocalDate(), rs.getInt("people"), rs.getLong("total"),
        Optional.ofNullable(rs.getObject("asked_by", UUID.class)), rs.getDate("asked_on").toLocalDate(),
        "released".equals(rs.getString("state")), Optional.ofNullable(rs.getObject("released_by", UUID.class)),
        Optional.ofNullable(rs.getObject("appropriation_id", UUID.class)));
  }
}
