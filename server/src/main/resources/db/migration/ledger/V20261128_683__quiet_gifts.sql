-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What members gave beside dues, and what is held of it, is told as aid is: in sums over closed months and five people. These
-- are the months that were closed before, in the order in which they were closed.

do $fill$
declare
  m record;
  g record;
  made uuid;
  before_debit bigint;
  before_credit bigint;
begin
  for m in
    select c.local_id, c.month, c.closed_at, lead(c.closed_at) over (partition by c.local_id order by c.closed_at, c.month) as later
    from ledger.closed_month c order by c.local_id, c.closed_at, c.month
  loop
    insert into ledger.quiet_waiting (local_id, entry_id, month, quiet_id, shape, few, others)
    select m.local_id, x.id, m.month, x.quiet_id,
      md5(string_agg(x.account_id || ' ' || x.fund_id, ', ' order by x.account_id, x.fund_id))::uuid, 0, sum(x.others)
    from (
      select h.id, q.id as quiet_id, l.account_id, l.fund_id,
        sum(case when l.account_id = q.id and l.mark is null then -sign(l.amount) else 0 end) as others
      from (
        select l.entry_id as id, coalesce(min(a.code) filter (where a.used_for <> 'held'), min(a.code)) as code
        from ledger.account a
        cross join lateral (
          select l.entry_id, l.mark from ledger.line l
          where l.local_id = m.local_id and l.account_id = a.id and l.month = m.month offset 0) l
        join ledger.entry e on e.local_id = m.local_id and e.id = l.entry_id
        where a.local_id = m.local_id and e.people is null
          and (a.used_for = 'members-gifts' or a.used_for = 'held' and l.mark is not null)
          and not exists (select from ledger.line o join ledger.account b on b.local_id = o.local_id and b.id = o.account_id
            where o.local_id = m.local_id and o.entry_id = l.entry_id and b.used_for in ('hardship-aid', 'strike-pay'))
        group by l.entry_id) h
      join ledger.account q on q.local_id = m.local_id and q.code = h.code
      cross join lateral (
        select l.account_id, l.fund_id, l.amount, l.mark from ledger.line l
        where l.local_id = m.local_id and l.entry_id = h.id offset 0) l
      group by h.id, q.id, l.account_id, l.fund_id) x
    group by x.id, x.quiet_id;
    for g in
      select l.account_id, l.fund_id, coalesce(sum(l.amount) filter (where l.amount > 0), 0) as debit,
        coalesce(-sum(l.amount) filter (where l.amount < 0), 0) as credit
      from ledger.quiet_waiting w
      join ledger.account q on q.local_id = m.local_id and q.id = w.quiet_id and q.used_for in ('members-gifts', 'held')
      cross join lateral (
        select l.account_id, l.fund_id, l.amount from ledger.line l
        where l.local_id = m.local_id and l.entry_id = w.entry_id offset 0) l
      where w.local_id = m.local_id and w.month = m.month group by l.account_id, l.fund_id
    loop
      -- beside what aid and dues come to
      delete from ledger.quiet_total t
      where t.local_id = m.local_id and t.month = m.month and t.account_id = g.account_id and t.fund_id = g.fund_id
      returning t.debit, t.credit into before_debit, before_credit;
      insert into ledger.quiet_total (local_id, month, account_id, fund_id, debit, credit)
      values (m.local_id, m.month, g.account_id, g.fund_id, g.debit + coalesce(before_debit, 0),
        g.credit + coalesce(before_credit, 0));
    end loop;
    continue when m.later = m.closed_at;
    for g in
      select w.shape, w.quiet_id, min(w.month) as first_month, max(w.month) as last_month from ledger.quiet_waiting w
      join ledger.account q on q.local_id = m.local_id and q.id = w.quiet_id and q.used_for in ('members-gifts', 'held')
      where w.local_id = m.local_id group by w.shape, w.quiet_id
      having sum(w.others) + (
        select count(*) from (
          select l.mark from ledger.quiet_waiting v
          cross join lateral (
            select l.account_id, l.amount, l.mark from ledger.line l
            where l.local_id = m.local_id and l.entry_id = v.entry_id offset 0) l
          where v.local_id = m.local_id and v.shape = w.shape and v.quiet_id = w.quiet_id
            and l.mark is not null and l.account_id = v.quiet_id
          group by l.mark having sum(-sign(l.amount)) > 0) gave) >= 5
    loop
      made := md5(g.first_month || ' ' || g.last_month || ' ' || g.shape)::uuid;
      insert into ledger.quiet_sum (local_id, id, quiet_id, first_month, last_month)
      values (m.local_id, made, g.quiet_id, g.first_month, g.last_month);
      insert into ledger.quiet_sum_line (local_id, sum_id, account_id, fund_id, amount)
      select m.local_id, made, l.account_id, l.fund_id, sum(l.amount) from ledger.quiet_waiting w
      cross join lateral (
        select l.account_id, l.fund_id, l.amount from ledger.line l
        where l.local_id = m.local_id and l.entry_id = w.entry_id offset 0) l
      where w.local_id = m.local_id and w.shape = g.shape and w.quiet_id = g.quiet_id
      group by l.account_id, l.fund_id having sum(l.amount) <> 0;
      delete from ledger.quiet_waiting w
      where w.local_id = m.local_id and w.shape = g.shape and w.quiet_id = g.quiet_id;
    end loop;
  end loop;
end $fill$;

drop view ledger.api_given_line;
