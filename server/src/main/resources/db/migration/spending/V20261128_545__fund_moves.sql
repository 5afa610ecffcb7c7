-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Money that goes from one fund to another, with the yes of a second person.

create table spending.fund_move (
  local_id uuid not null,
  id uuid not null,
  place_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  amount bigint not null check (amount between 1 and 10000000000000),
  why bytea not null,
  state text not null check (state in ('asked', 'moved', 'withdrawn')),
  asked_by uuid,
  asked_on date not null,
  approved_by uuid,
  appropriation_id uuid,
  moved_on date,
  entry_id uuid,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, place_id) references ledger.account (local_id, id),
  foreign key (local_id, from_id) references ledger.fund (local_id, id),
  foreign key (local_id, to_id) references ledger.fund (local_id, id),
  foreign key (local_id, appropriation_id) references spending.appropriation (local_id, id),
  foreign key (local_id, entry_id) references ledger.entry (local_id, id),
  check (from_id <> to_id),
  check ((state = 'moved') = (entry_id is not null)),
  check ((entry_id is null) = (moved_on is null)),
  check (approved_by <> asked_by)
);
comment on table spending.fund_move is 'zone=tenant';
comment on column spending.fund_move.why is 'sealed=spending';
create index fund_move_of_fund on spending.fund_move (local_id, from_id, asked_on);
create index fund_move_asked on spending.fund_move (local_id, id) where state = 'asked';
create index fund_move_under on spending.fund_move (local_id, appropriation_id) where appropriation_id is not null;
alter table spending.fund_move enable row level security;
create policy tenant on spending.fund_move using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert, update on spending.fund_move to gw_app;
