// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.jobs.JobKind;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells whoever said that they come, and whoever waits, that it is at another time or place, or does not take place:
 * members by mail in neutral words, as far as they agreed to it. Everybody else stays on the organisers' list until
 * somebody has told them. What is over already is no news.
 */
final class ChangeNews implements JobKind<ChangeNews.Of> {
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Clock clock;
  private final Letters letters;
  private final ObjectProvider<Jobs> jobs;

  /** @param action of which something is told */
  record Of(UUID action) {}

  /**
   * Somebody who has not been told.
   *
   * @param since when it was news
   */
  record Untold(Letters.Due due, SignUp.News news, Instant since) {}

  ChangeNews(JdbcClient jdbc, Transactions transactions, Clock clock, Letters letters, ObjectProvider<Jobs> jobs) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
    this.letters = letters;
    this.jobs = jobs;
  }

  @Override
  public String name() { return "date-news"; }

  @Override
  public Class<Of> parameters() { return Of.class; }

  @Override
  public Power seenBy() { return Power.RUN_CAMPAIGNS; }

  @Override
  public String back(Of of) { return "actions/" + of.action(); }

  /**
   * These shifts are at another time or place; whoever was reminded of another hour is reminded anew. Runs inside the
   * caller's transaction, which holds the action.
   *
   * @param otherHours those of them that are at another time
   */
  void changed(UUID action, Collection<UUID> shifts, Collection<UUID> otherHours) {
    jdbc.sql("""
        update action.sign_up set reminded_at = null, reminded_by = null
        where local_id = ? and shift_id in (select unnest(?::uuid[])) and reminded_at is not null""")
        .params(local(), otherHours.toArray(UUID[]::new))
        .update();
    // whoever moved up and was not told so reads the new hour with it
    int told = jdbc
        .sql(
            """
        update action.sign_up u set news = case when u.news = 'place' and u.told_at is null then 'place' else 'changed' end,
          news_at = :now, told_at = null, told_by = null
        where u.local_id = :local and u.state in ('coming', 'waiting') and u.shift_id in (select s.id
          from action.shift s where s.local_id = :local and s.id in (select unnest(:shifts::uuid[])) and s.ends_at > :now)""")
        .param("local", local())
        .param("shifts", shifts.toArray(UUID[]::new))
        .param("now", now())
        .update();
    start(action, told);
  }

  /** An action does not take place. Runs inside the caller's transaction, which holds the action. */
  void calledOff(UUID action) {
    start(action, jdbc.sql("""
        update action.sign_up u set news = 'off', news_at = :now, told_at = null, told_by = null
        where u.local_id = :local and u.state in ('coming', 'waiting') and u.shift_id in (select s.id
          from action.shift s where s.local_id = :local and s.action_id = :action and s.ends_at > :now)""")
        .param("local", local())
        .param("action", action)
        .param("now", now())
        .update());
  }

  private void start(UUID action, int told) {
    if (told > 0) {
      jobs.getObject().start(this, new Of(action));
    }
  }

  @Override
  public void run(JobContext context, Of of) {
    for (Untold one : transactions.read(() -> untold(of.action()))) {
      context.step("told", () -> tell(one).ifPresent(told -> context.count(told, 1)));
    }
  }

  /** Members who have not been told. */
  List<Untold> untold(UUID action) {
    return jdbc.sql("""
        select u.id, n.person_id, a.id, s.starts_at, s.ends_at, a.zone, u.news, u.news_at from action.sign_up u
        join action.shift s on s.local_id = u.local_id and s.id = u.shift_id
        join action.action a on a.local_id = s.local_id and a.id = s.action_id
        join roll.api_person_now n on n.local_id = u.local_id and n.id = u.person_id
        where u.local_id = ? and a.id = ? and u.news in ('changed', 'off') and u.told_at is null
          and u.state in ('coming', 'waiting') order by u.id""")
        .params(local(), action)
        .query((rs, i) -> new Untold(new Letters.Due(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class),
            rs.getObject(3, UUID.class), rs.getTimestamp(4).toInstant(), rs.getTimestamp(5).toInstant(),
            ZoneId.of(rs.getString(6))), SignUp.News.of(rs.getString(7)), rs.getTimestamp(8).toInstant()))
        .list();
  }

  /** Tells somebody, unless they were told since, or something else is new. As what it counts; empty for neither. */
  Optional<String> tell(Untold one) {
    int first = jdbc.sql("""
        update action.sign_up set told_at = ?, told_by = 'mail' where local_id = ? and id = ?
          and state in ('coming', 'waiting') and told_at is null and news = ? and news_at = ?""")
        .params(now(), local(), one.due().signUp(), one.news().key(), Timestamp.from(one.since()))
        .update();
    if (first == 0) {
      return Optional.empty();
    }
    if (one.news() == SignUp.News.OFF ? letters.calledOff(one.due()) : letters.changed(one.due())) {
      return Optional.of("written");
    }
    jdbc.sql("update action.sign_up set told_at = null, told_by = null where local_id = ? and id = ?")
        .params(local(), one.due().signUp())
        .update();
    return Optional.of("not-reached");
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
