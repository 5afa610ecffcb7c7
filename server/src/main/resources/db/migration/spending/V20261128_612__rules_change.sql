-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Changes of the limits: one officer asks, another says yes; every member reads them. What was said yes to keeps the limit that
-- held then.

create table spending.rules_change (
  local_id uuid not null,
  id uuid not null,
  -- of the limits when it was asked for: another change makes it void
  rules_version bigint not null,
  was_no_receipt bigint not null check (was_no_receipt between 0 and 10000000000000),
  was_release bigint not null check (was_release between 0 and 10000000000000),
  was_appropriation bigint not null check (was_appropriation between 0 and 10000000000000),
  was_petty_cash bigint not null check (was_petty_cash between 0 and 10000000000000),
  no_receipt bigint not null check (no_receipt between 0 and 10000000000000),
  release bigint not null check (release between 0 and 10000000000000),
  appropriation bigint not null check (appropriation between 0 and 10000000000000),
  petty_cash bigint not null check (petty_cash between 0 and 10000000000000),
  state text not null check (state in ('asked', 'agreed', 'withdrawn')),
  -- absent once they were forgotten
  asked_by uuid,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id) references ledger.book (local_id),
  check ((state = 'asked') = (decided_at is null)),
  check (state <> 'agreed' or decided_by <> asked_by)
);
comment on table spending.rules_change is 'zone=tenant';
create unique index rules_change_waiting on spending.rules_change (local_id) where state = 'asked';
alter table spending.rules_change enable row level security;
create policy tenant on spending.rules_change using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert, update on spending.rules_change to gw_app;

-- Above this a further person releases it: the limit when it was said yes to; absent for what was said yes to before this column.
alter table spending.payout add column release_above bigint check (release_above between 0 and 10000000000000);
