-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What members are told of entries that could tell what one person got, or owes. It is reckoned when a month is closed, and
-- never changes after that, so that nobody who reads it waits for all of these entries.

-- What the hidden entries of a closed month come to.
create table ledger.quiet_total (
  local_id uuid not null,
  month date not null,
  account_id uuid not null,
  fund_id uuid not null,
  debit bigint not null check (debit >= 0),
  credit bigint not null check (credit >= 0),
  primary key (local_id, month, account_id, fund_id),
  foreign key (local_id, month) references ledger.closed_month (local_id, month)
);
comment on table ledger.quiet_total is 'zone=tenant';

-- Hidden entries of closed months that are in no sum yet, because with all others that name the same accounts and funds they
-- are over too few people.
create table ledger.quiet_waiting (
  local_id uuid not null,
  entry_id uuid not null,
  month date not null,
  -- the account that makes it so
  quiet_id uuid not null,
  -- a hash of the accounts and funds that it names
  shape uuid not null,
  -- how many people owe it, below zero where it undoes that; 0 where it is no charge
  few smallint not null check (few between -4 and 4),
  -- how many got it under no mark, less how many gave back
  others integer not null,
  primary key (local_id, entry_id),
  foreign key (local_id, entry_id) references ledger.entry (local_id, id),
  foreign key (local_id, quiet_id) references ledger.account (local_id, id)
);
comment on table ledger.quiet_waiting is 'zone=tenant';

-- A sum over enough people, and what it is the sum of.
create table ledger.quiet_sum (
  local_id uuid not null,
  id uuid not null,
  quiet_id uuid not null,
  first_month date not null,
  last_month date not null check (last_month >= first_month),
  primary key (local_id, id),
  foreign key (local_id, quiet_id) references ledger.account (local_id, id)
);
comment on table ledger.quiet_sum is 'zone=tenant';
create index quiet_sum_by_month on ledger.quiet_sum (local_id, last_month);

create table ledger.quiet_sum_line (
  local_id uuid not null,
  sum_id uuid not null,
  account_id uuid not null,
  fund_id uuid not null,
  amount bigint not null check (amount <> 0),
  primary key (local_id, sum_id, account_id, fund_id),
  foreign key (local_id, sum_id) references ledger.quiet_sum (local_id, id)
);
comment on table ledger.quiet_sum_line is 'zone=tenant';

create index entry_of_few_by_date on ledger.entry (local_id, on_date) where people is not null;

do $$
declare t text;
begin
  foreach t in array array['quiet_total', 'quiet_waiting', 'quiet_sum', 'quiet_sum_line'] loop
    execute format('alter table ledger.%I enable row level security', t);
    execute format('create policy tenant on ledger.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
  end loop;
end $$;
grant select, insert, delete on ledger.quiet_total, ledger.quiet_waiting, ledger.quiet_sum, ledger.quiet_sum_line to gw_app;

-- The months that were closed before this, in the order in which they were closed.
do $fill$
declare
  m record;
  g record;
  made uuid;
begin
  for m in
    select c.local_id, c.month, c.closed_at, lead(c.closed_at) over (partition by c.local_id order by c.closed_at, c.month) as later
    from ledger.closed_month c order by c.local_id, c.closed_at, c.month
  loop
    insert into ledger.quiet_waiting (local_id, entry_id, month, quiet_id, shape, few, others)
    select m.local_id, x.id, m.month, x.quiet_id,
      md5(string_agg(x.account_id || ' ' || x.fund_id, ', ' order by x.account_id, x.fund_id))::uuid, x.few,
      case when x.few <> 0 then 0 else sum(x.others) end
    from (
      select h.id, q.id as quiet_id, h.few, l.account_id, l.fund_id,
        sum(case when l.account_id = q.id and l.mark is null then sign(l.amount) else 0 end) as others
      from (
        select l.entry_id as id, min(a.code) as code, 0 as few from ledger.line l
        join ledger.account a on a.local_id = l.local_id and a.id = l.account_id
        where l.local_id = m.local_id and l.month = m.month and a.used_for in ('hardship-aid', 'strike-pay')
        group by l.entry_id
        union all
        select e.id, d.code, case when e.reverses_id is null then e.people else -e.people end from ledger.entry e
        join ledger.account d on d.local_id = e.local_id and d.used_for = 'dues'
        where e.local_id = m.local_id and e.people is not null and e.on_date >= m.month
          and e.on_date < m.month + interval '1 month') h
      join ledger.account q on q.local_id = m.local_id and q.code = h.code
      cross join lateral (
        select l.account_id, l.fund_id, l.amount, l.mark from ledger.line l
        where l.local_id = m.local_id and l.entry_id = h.id offset 0) l
      group by h.id, q.id, h.few, l.account_id, l.fund_id) x
    group by x.id, x.quiet_id, x.few;
    insert into ledger.quiet_total (local_id, month, account_id, fund_id, debit, credit)
    select m.local_id, m.month, l.account_id, l.fund_id, coalesce(sum(l.amount) filter (where l.amount > 0), 0),
      coalesce(-sum(l.amount) filter (where l.amount < 0), 0)
    from ledger.quiet_waiting w
    cross join lateral (
      select l.account_id, l.fund_id, l.amount from ledger.line l
      where l.local_id = m.local_id and l.entry_id = w.entry_id offset 0) l
    where w.local_id = m.local_id and w.month = m.month group by l.account_id, l.fund_id;
    continue when m.later = m.closed_at;
    for g in
      select w.shape, w.quiet_id, min(w.month) as first_month, max(w.month) as last_month from ledger.quiet_waiting w
      where w.local_id = m.local_id group by w.shape, w.quiet_id
      having sum(w.few + w.others) + (
        select count(*) from (
          select l.mark from ledger.quiet_waiting v
          cross join lateral (
            select l.account_id, l.amount, l.mark from ledger.line l
            where l.local_id = m.local_id and l.entry_id = v.entry_id offset 0) l
          where v.local_id = m.local_id and v.shape = w.shape and v.quiet_id = w.quiet_id and v.few = 0
            and l.mark is not null and l.account_id = v.quiet_id
          group by l.mark having sum(sign(l.amount)) > 0) got) >= 5
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
