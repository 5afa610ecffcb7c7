// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.spending.WaitingPayouts.Part;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Parts open payments by what a reader can do about each. It is done where they are kept, without opening what they say, so that
 * thousands that wait cost a page no more than the few it shows. What counts together is reckoned as {@link Together} does,
 * except that a payee by name is found under the name's hash as it stands; it is held against the limit that held when it was
 * said yes to, as {@link Paying#needsRelease} does.
 */
final class WaitingRows {
  static final String OPEN = """
      with open as (
        select p.id, p.state,
          coalesce(to_now.person_id = :me, false) or coalesce(ask_now.person_id = :me, false) as concerns,
          coalesce(yes_now.person_id = :me, false) as said_yes,
          coalesce(free_now.person_id = :me, false) as freed,
          p.state = 'approved' and p.released_on is null
            and p.amount + coalesce(member.sum, 0) + coalesce(named.sum, 0) > coalesce(p.release_above, :release) as needs
        from spending.payout p
        left join roll.api_person_now to_now on to_now.local_id = p.local_id and to_now.id = p.payee_id
        left join roll.api_person_now ask_now on ask_now.local_id = p.local_id and ask_now.id = p.asked_by
        left join roll.api_person_now yes_now on yes_now.local_id = p.local_id and yes_now.id = p.approved_by
        left join roll.api_person_now free_now on free_now.local_id = p.local_id and free_now.id = p.released_by
        left join lateral (
          select sum(o.amount)::bigint as sum from roll.api_person_now s
          join spending.payout o on o.local_id = s.local_id and o.payee_id = s.id
          where s.local_id = :local and s.person_id = to_now.person_id and o.account_id = p.account_id
            and o.asked_on between p.asked_on - :days and p.asked_on + :days and o.id <> p.id
            and o.state in ('asked', 'approved', 'paid')) member on p.state = 'approved' and p.released_on is null
        left join lateral (
          select sum(o.amount)::bigint as sum from spending.payout o
          where o.local_id = :local and o.payee_index = p.payee_index and o.account_id = p.account_id
            and o.asked_on between p.asked_on - :days and p.asked_on + :days and o.id <> p.id
            and o.state in ('asked', 'approved', 'paid')) named on p.state = 'approved' and p.released_on is null
        where p.local_id = :local and p.state in ('asked', 'approved')),
      parted as (
        select id, case
            when :decides and state = 'asked' and not concerns then 'decide'
            when :decides and needs and not concerns and not said_yes then 'release'
            when :pays and state = 'approved' and not needs and not freed then 'pay'
            else 'others' end as part
        from open)
      """;
  static final String COUNTS = OPEN + "select part, count(*)::integer from parted group by part";
  static final String SOME = OPEN
      + "select id from parted where part = :part and id > :after order by id limit :most";
  private final JdbcClient jdbc;
  private final RuleBook rules;

  WaitingRows(JdbcClient jdbc, RuleBook rules) {
    this.jdbc = jdbc;
    this.rules = rules;
  }

  /** How many are in each part; all parts are named. Nothing waits before the books are open. */
  Map<Part, Integer> counts(Caller.Actor reader) {
    var counts = new EnumMap<Part, Integer>(Part.class);
    for (Part part : Part.values()) {
      counts.put(part, 0);
    }
    if (rules.known()) {
      asked(COUNTS, reader).query(rs -> {
        counts.put(Part.known(rs.getString(1)).orElseThrow(), rs.getInt(2));
      });
    }
    return counts;
  }

  /** Those of one part after one of them, the oldest first. */
  List<UUID> some(Caller.Actor reader, Part part, Optional<UUID> after, int most) {
    return asked(SOME, reader).param("part", part.key())
        .param("after", after.orElse(new UUID(0, 0)))
        .param("most", most)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  private JdbcClient.StatementSpec asked(String statement, Caller.Actor reader) {
    return jdbc.sql(statement)
        .param("local", Scope.local())
        .param("me", reader.person())
        .param("release", rules.now().release())
        .param("days", Together.DAYS)
        .param("decides", reader.mayEverywhere(Power.APPROVE_MONEY))
        .param("pays", reader.mayEverywhere(Power.KEEP_MONEY));
  }
}
