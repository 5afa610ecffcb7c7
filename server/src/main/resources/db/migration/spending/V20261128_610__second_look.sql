-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What left a fund by one person's word, when it was too late to ask: above the limits a second officer looks at it afterwards.

create table spending.second_look (
  local_id uuid not null,
  id uuid not null,
  entry_id uuid not null,
  fund_id uuid not null,
  amount bigint not null check (amount between 1 and 10000000000000),
  on_date date not null,
  -- a line of the bank, or what had come in was undone
  how text not null check (how in ('line', 'undone')),
  -- small: within the limits, kept because it counts with what follows within days
  state text not null check (state in ('small', 'open', 'asked', 'yes', 'undone')),
  -- absent where the program did it, and once they were forgotten
  noted_by uuid,
  looked_by uuid,
  looked_on date,
  question bytea,
  appropriation_id uuid,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  unique (local_id, entry_id, fund_id),
  foreign key (local_id, entry_id) references ledger.entry (local_id, id),
  foreign key (local_id, fund_id) references ledger.fund (local_id, id),
  foreign key (local_id, appropriation_id) references spending.appropriation (local_id, id),
  check (state <> 'yes' or looked_on is not null),
  check (state <> 'asked' or question is not null),
  check (appropriation_id is null or state = 'yes'),
  check (looked_by <> noted_by)
);
comment on table spending.second_look is 'zone=tenant';
comment on column spending.second_look.question is 'sealed=spending';
create index second_look_by_day on spending.second_look (local_id, on_date) where state <> 'undone';
create index second_look_waiting on spending.second_look (local_id, id) where state in ('open', 'asked');
create index second_look_under on spending.second_look (local_id, appropriation_id) where appropriation_id is not null;
alter table spending.second_look enable row level security;
create policy tenant on spending.second_look using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert, update on spending.second_look to gw_app;
