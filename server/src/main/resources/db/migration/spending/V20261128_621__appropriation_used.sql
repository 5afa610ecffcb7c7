-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What other modules paid under an appropriation by themselves, such as strike pay. Members read it in sums only.

create table spending.appropriation_use (
  local_id uuid not null,
  source_kind text not null check (source_kind ~ '^[a-z][a-z-]{0,39}$'),
  source_id uuid not null,
  appropriation_id uuid not null,
  account_id uuid not null,
  -- less what was taken back since
  amount bigint not null check (amount >= 0),
  used_on date not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, source_kind, source_id),
  foreign key (local_id, appropriation_id) references spending.appropriation (local_id, id),
  foreign key (local_id, account_id) references ledger.account (local_id, id)
);
comment on table spending.appropriation_use is 'zone=tenant';
create index appropriation_use_under on spending.appropriation_use (local_id, appropriation_id);
alter table spending.appropriation_use enable row level security;
create policy tenant on spending.appropriation_use using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert, update on spending.appropriation_use to gw_app;
