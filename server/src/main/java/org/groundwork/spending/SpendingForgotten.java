// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.util.Collection;
import java.util.UUID;
import org.groundwork.roll.PersonForgotten;
import org.groundwork.roll.PersonInUse;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * When somebody is deleted for good, who they are and where their money went goes from what they laid out; the amounts and
 * the receipts stay, which the books need.
 */
final class SpendingForgotten implements PersonForgotten, PersonInUse {
  private final JdbcClient jdbc;

  SpendingForgotten(JdbcClient jdbc) { this.jdbc = jdbc; }

  @Override
  public void forget(UUID person) {
    jdbc.sql("""
        update spending.payout set payee_id = null, way_to = null,
          state = case when state in ('asked', 'sent-back') then 'withdrawn' else state end, version = version + 1
        where local_id = ? and payee_id = ?""")
        .params(Scope.local(), person)
        .update();
    jdbc.sql("""
        update spending.payout set asked_by = null, version = version + 1 where local_id = ? and asked_by = ?""")
        .params(Scope.local(), person)
        .update();
    jdbc.sql("""
        update spending.fund_move set asked_by = null, version = version + 1 where local_id = ? and asked_by = ?""")
        .params(Scope.local(), person)
        .update();
    jdbc.sql("""
        update spending.fund_move set undo_by = null, version = version + 1 where local_id = ? and undo_by = ?""")
        .params(Scope.local(), person)
        .update();
    jdbc.sql("""
        update spending.second_look set noted_by = case when noted_by = :person then null else noted_by end,
          looked_by = case when looked_by = :person then null else looked_by end, version = version + 1
        where local_id = :local and (noted_by = :person or looked_by = :person)""")
        .param("local", Scope.local())
        .param("person", person)
        .update();
    jdbc.sql("""
        update spending.rules_change set asked_by = case when asked_by = :person then null else asked_by end,
          decided_by = case when decided_by = :person then null else decided_by end, version = version + 1
        where local_id = :local and (asked_by = :person or decided_by = :person)""")
        .param("local", Scope.local())
        .param("person", person)
        .update();
    jdbc.sql("""
        update spending.petty_float set holder_id = null, version = version + 1 where local_id = ? and holder_id = ?""")
        .params(Scope.local(), person)
        .update();
  }

  @Override
  public boolean inUse(Collection<UUID> people) {
    return jdbc.sql("""
        select exists (select 1 from spending.payout where local_id = :local
            and (payee_id in (select unnest(:people::uuid[])) or asked_by in (select unnest(:people::uuid[]))))
          or exists (select 1 from spending.fund_move where local_id = :local
            and (asked_by in (select unnest(:people::uuid[])) or undo_by in (select unnest(:people::uuid[]))))
          or exists (select 1 from spending.second_look where local_id = :local
            and (noted_by in (select unnest(:people::uuid[])) or looked_by in (select unnest(:people::uuid[]))))
          or exists (select 1 from spending.rules_change where local_id = :local
            and (asked_by in (select unnest(:people::uuid[])) or decided_by in (select unnest(:people::uuid[]))))
          or exists (select 1 from spending.petty_float where local_id = :local
            and holder_id in (select unnest(:people::uuid[])))""")
        .param("local", Scope.local())
        .param("people", people.toArray(UUID[]::new))
        .query(Boolean.class)
        .single();
  }
}
