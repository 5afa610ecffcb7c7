-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The books as people read and keep them: what a year is meant to cost, who checked a quarter, how the money was handed over.

create schema treasury;
grant usage on schema treasury to gw_app;

-- What the members mean to take in or to spend in a year of the books, by account and fund.
create table treasury.budget_line (
  local_id uuid not null,
  -- the first day of the year of the books
  year date not null check (extract(day from year) = 1),
  account_id uuid not null,
  fund_id uuid not null,
  amount bigint not null check (amount between 1 and 10000000000000),
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, year, account_id, fund_id),
  foreign key (local_id, account_id) references ledger.account (local_id, id),
  foreign key (local_id, fund_id) references ledger.fund (local_id, id)
);
comment on table treasury.budget_line is 'zone=tenant';

-- Somebody who checks the books signed for a quarter, all months of which are closed. Never changed.
create table treasury.signing (
  local_id uuid not null,
  id uuid not null,
  quarter date not null check (extract(day from quarter) = 1),
  signed_by uuid not null,
  signed_at timestamptz not null,
  entries integer not null check (entries >= 0),
  -- SHA-256 of the file of the quarter
  digest bytea not null check (length(digest) = 32),
  -- what they want to tell the members
  remark bytea,
  primary key (local_id, id),
  unique (local_id, quarter, signed_by),
  foreign key (local_id) references ledger.book (local_id)
);
comment on table treasury.signing is 'zone=tenant';
comment on column treasury.signing.digest is 'plain=a hash over entries that are read by whoever may';
comment on column treasury.signing.remark is 'sealed=treasury';

-- The money goes from one pair of hands to another.
create table treasury.handover (
  local_id uuid not null,
  id uuid not null,
  giver_id uuid,
  taker_id uuid,
  begun_at timestamptz not null,
  done_at timestamptz,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id) references ledger.book (local_id),
  check (giver_id <> taker_id),
  check (done_at is null or (giver_id is not null and taker_id is not null))
);
comment on table treasury.handover is 'zone=tenant';
create unique index handover_going_on on treasury.handover (local_id) where done_at is null;

-- One of the two says that a thing on the list is so.
create table treasury.handover_tick (
  local_id uuid not null,
  handover_id uuid not null,
  item text not null check (item ~ '^[a-z][a-z0-9-]{1,59}$'),
  side text not null check (side in ('giver', 'taker')),
  -- what the thing came to, in minor units or as a count, when it was ticked
  figure bigint,
  ticked_by uuid not null,
  ticked_at timestamptz not null,
  primary key (local_id, handover_id, item, side),
  foreign key (local_id, handover_id) references treasury.handover (local_id, id)
);
comment on table treasury.handover_tick is 'zone=tenant';

do $$
declare t text;
begin
  foreach t in array array['budget_line', 'signing', 'handover', 'handover_tick'] loop
    execute format('alter table treasury.%I enable row level security', t);
    execute format('create policy tenant on treasury.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
  end loop;
end $$;
grant select, insert, update, delete on treasury.budget_line to gw_app;
grant select, insert on treasury.signing, treasury.handover_tick to gw_app;
grant select, insert, update on treasury.handover to gw_app;
