-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Petty cash: what somebody with an office carries of the box for small things, what they spent of it, and how it was
-- counted by two.

create table spending.petty_float (
  local_id uuid not null,
  id uuid not null,
  fund_id uuid not null,
  -- absent once they were forgotten
  holder_id uuid,
  state text not null check (state in ('open', 'closed')),
  opened_on date not null,
  closed_on date,
  -- a first count, which waits for a second person's own
  counted bigint check (counted between 0 and 10000000000000),
  counted_by uuid,
  counted_on date,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, fund_id) references ledger.fund (local_id, id),
  foreign key (local_id, holder_id) references roll.person (local_id, id),
  check ((state = 'closed') = (closed_on is not null)),
  check ((counted is null) = (counted_by is null)),
  check ((counted is null) = (counted_on is null))
);
comment on table spending.petty_float is 'zone=tenant';
create unique index petty_float_of_holder on spending.petty_float (local_id, holder_id) where state = 'open';

-- What went in and out, in the order in which it was written down.
create table spending.petty_move (
  local_id uuid not null,
  id uuid not null,
  float_id uuid not null,
  kind text not null check (kind in ('handed-out', 'spent', 'given-back', 'counted')),
  -- above zero what went in; zero for a count that was right
  amount bigint not null check (abs(amount) <= 10000000000000),
  on_date date not null,
  account_id uuid,
  what bytea,
  -- absent for a count that was right
  entry_id uuid,
  -- who counted first; who noted it counted second
  with_id uuid,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, float_id) references spending.petty_float (local_id, id),
  foreign key (local_id, account_id) references ledger.account (local_id, id),
  foreign key (local_id, entry_id) references ledger.entry (local_id, id),
  check (amount <> 0 or kind = 'counted'),
  check ((amount = 0) = (entry_id is null)),
  check ((kind = 'spent') = (account_id is not null)),
  check ((kind = 'counted') = (with_id is not null)),
  check (with_id <> changed_by)
);
comment on table spending.petty_move is 'zone=tenant';
comment on column spending.petty_move.what is 'sealed=spending';
create index petty_move_of_float on spending.petty_move (local_id, float_id, id);

do $$
declare t text;
begin
  foreach t in array array['petty_float', 'petty_move'] loop
    execute format('alter table spending.%I enable row level security', t);
    execute format('create policy tenant on spending.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
  end loop;
end $$;
grant select, insert, update on spending.petty_float to gw_app;
grant select, insert on spending.petty_move to gw_app;
