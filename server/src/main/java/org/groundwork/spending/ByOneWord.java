// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.sql.Date;
import java.time.LocalDate;
import org.groundwork.treasury.ByHandLimit;
import org.groundwork.treasury.ByHandSum;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What leaves by one person's word within days, in whatever way: by entries by hand, by lines of the bank that one person says
 * what they were for, by undoing what came in, and out of the box as petty cash. All of it together is held against what one
 * person lets out alone, so that three ways are not three limits. Once a second officer said yes to a line it is not one
 * person's word any more. Runs inside the caller's transaction.
 */
final class ByOneWord implements ByHandLimit {
  private final JdbcClient jdbc;
  private final RuleBook rules;
  private final ByHandSum byHand;

  ByOneWord(JdbcClient jdbc, RuleBook rules, ByHandSum byHand) {
    this.jdbc = jdbc;
    this.rules = rules;
    this.byHand = byHand;
  }

  /** Above this goes the way on which others say yes. */
  @Override
  public long most() { return rules.now().byOne(); }

  @Override
  public long others(LocalDate on) { return Math.addExact(unseen(on), handedOut(on)); }

  /** What left in any way around a day, in minor units. */
  long all(LocalDate on) {
    return Math.addExact(others(on), byHand.around(on));
  }

  /** Two who let money out at once in the same local, each in whatever way, do not overlook one another. */
  void oneByOne() {
    byHand.oneByOne();
  }

  /** What left around a day and nobody else looked at; neither what a rule took nor what the members decided on. */
  private long unseen(LocalDate on) {
    return jdbc.sql("""
        select coalesce(sum(amount), 0)::bigint from spending.second_look
        where local_id = ? and on_date between ? and ? and state in ('small', 'open', 'asked') and together""")
        .params(Scope.local(), first(on), last(on))
        .query(Long.class)
        .single();
  }

  /** What a second officer said yes to around a day, without a decision of the members: one yes is no leave for the next. */
  long seen(LocalDate on) {
    return jdbc.sql("""
        select coalesce(sum(amount), 0)::bigint from spending.second_look
        where local_id = ? and on_date between ? and ? and state = 'yes' and together and appropriation_id is null""")
        .params(Scope.local(), first(on), last(on))
        .query(Long.class)
        .single();
  }

  /** What was handed out to anybody around a day, and not undone; undoing that something was given back hands it out. */
  private long handedOut(LocalDate on) {
    return jdbc.sql("""
        select coalesce(sum(m.amount), 0)::bigint from spending.petty_move m
        left join spending.petty_move b on b.local_id = m.local_id and b.id = m.undoes_id and b.kind = 'given-back'
        where m.local_id = ? and m.kind in ('handed-out', 'undone') and m.on_date between ? and ?
          and (m.kind = 'handed-out' or b.id is not null)
          and not exists (select 1 from spending.petty_move u where u.local_id = m.local_id and u.undoes_id = m.id)""")
        .params(Scope.local(), first(on), last(on))
        .query(Long.class)
        .single();
  }

  private static Date first(LocalDate on) { return Date.valueOf(on.minusDays(Together.DAYS)); }

  private static Date last(LocalDate on) { return Date.valueOf(on.plusDays(Together.DAYS)); }
}
