-- SPDX-License-Identifier: AGPL-3.0-or-later
-- That more may leave a fund than is in it, or not any more: one officer asks, another says yes; every member reads it.

create table treasury.fund_rule (
  local_id uuid not null,
  id uuid not null,
  fund_id uuid not null,
  may_go_below boolean not null,
  state text not null check (state in ('asked', 'agreed', 'withdrawn')),
  asked_by uuid,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, fund_id) references ledger.fund (local_id, id),
  check ((state = 'asked') = (decided_at is null)),
  check (state <> 'agreed' or decided_by <> asked_by)
);
comment on table treasury.fund_rule is 'zone=tenant';
create unique index fund_rule_waiting on treasury.fund_rule (local_id, fund_id) where state = 'asked';
alter table treasury.fund_rule enable row level security;
create policy tenant on treasury.fund_rule using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert, update on treasury.fund_rule to gw_app;
