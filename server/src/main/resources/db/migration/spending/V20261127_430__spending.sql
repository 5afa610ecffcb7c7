-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What is to be paid, to a member who laid it out or to others: asked for, said yes to by a second person, released by a
-- third above a limit, paid once. And the decisions by which much money may leave a fund.

create schema spending;
grant usage on schema spending to gw_app;

-- The local's own limits, in minor units; a local without a row has those that the program begins with.
create table spending.rules (
  local_id uuid not null primary key,
  -- up to this much is paid back without a receipt
  no_receipt bigint not null check (no_receipt between 0 and 10000000000000),
  -- above this a further person releases
  release bigint not null check (release between 0 and 10000000000000),
  -- above this money leaves a fund only under an appropriation
  appropriation bigint not null check (appropriation between 0 and 10000000000000),
  -- the most in one float of petty cash
  petty_cash bigint not null check (petty_cash between 0 and 10000000000000),
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  foreign key (local_id) references ledger.book (local_id)
);
comment on table spending.rules is 'zone=tenant';

-- A decision that lets money leave a fund. One officer writes it down, a second confirms it.
create table spending.appropriation (
  local_id uuid not null,
  id uuid not null,
  fund_id uuid not null,
  amount bigint not null check (amount between 1 and 10000000000000),
  purpose text not null check (length(purpose) between 1 and 200),
  decided_on date not null,
  body text not null check (body in ('general-meeting', 'committee', 'vote')),
  decision text not null check (length(decision) between 1 and 2000),
  votes_for integer not null check (votes_for between 0 and 10000000),
  votes_against integer not null check (votes_against between 0 and 10000000),
  abstained integer not null check (abstained between 0 and 10000000),
  state text not null check (state in ('recorded', 'open', 'closed')),
  recorded_by uuid not null,
  confirmed_by uuid,
  confirmed_on date,
  closed_on date,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, fund_id) references ledger.fund (local_id, id),
  check ((confirmed_by is null) = (confirmed_on is null)),
  check (state <> 'open' or confirmed_by is not null),
  check ((state = 'closed') = (closed_on is not null)),
  check (confirmed_by <> recorded_by)
);
comment on table spending.appropriation is 'zone=tenant';
create index appropriation_of_fund on spending.appropriation (local_id, fund_id, state, id);

create table spending.payout (
  local_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('laid-out', 'bill', 'other')),
  state text not null check (state in ('asked', 'sent-back', 'approved', 'paid', 'withdrawn')),
  amount bigint not null check (amount between 1 and 10000000000000),
  fund_id uuid not null,
  -- what it is spent on
  account_id uuid not null,
  -- the account in which it is owed until it is paid
  owed text not null check (owed in ('owed-to-members', 'bills')),
  appropriation_id uuid,
  -- a member, or somebody by name; neither once a member was forgotten
  payee_id uuid,
  payee bytea,
  payee_index bytea,
  what bytea not null,
  -- how the payee wants it
  way text not null check (way in ('cash', 'transfer', 'other')),
  -- where to: an account, an agreement; gone once it is paid or withdrawn
  way_to bytea,
  -- why there is no receipt
  no_receipt bytea,
  due_on date,
  -- nobody but who pays reads whose it is
  confidential boolean not null,
  -- what in another module it is about; asked for once
  source_kind text check (source_kind ~ '^[a-z][a-z-]{0,39}$'),
  source_id uuid,
  asked_by uuid,
  asked_on date not null,
  sent_back bytea,
  approved_by uuid,
  approved_on date,
  -- names one approval, of which the books have one entry
  approval_id uuid,
  approval_entry uuid,
  released_by uuid,
  released_on date,
  paid_by uuid,
  paid_on date,
  paid_way text check (paid_way in ('cash', 'bank', 'services')),
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, fund_id) references ledger.fund (local_id, id),
  foreign key (local_id, account_id) references ledger.account (local_id, id),
  foreign key (local_id, appropriation_id) references spending.appropriation (local_id, id),
  foreign key (local_id, payee_id) references roll.person (local_id, id),
  foreign key (local_id, approval_entry) references ledger.entry (local_id, id),
  check (state not in ('approved', 'paid') or (approval_entry is not null and approved_on is not null)),
  check ((approval_id is null) = (approval_entry is null)),
  check ((state = 'paid') = (paid_on is not null)),
  check ((paid_on is null) = (paid_way is null)),
  check (state <> 'sent-back' or sent_back is not null),
  check ((source_kind is null) = (source_id is null)),
  check (approved_by is null or approved_by <> asked_by),
  check (released_by is null or (released_by <> asked_by and released_by <> approved_by and released_by <> paid_by))
);
comment on table spending.payout is 'zone=tenant';
comment on column spending.payout.payee is 'sealed=spending';
comment on column spending.payout.what is 'sealed=spending';
comment on column spending.payout.way_to is 'sealed=spending';
comment on column spending.payout.no_receipt is 'sealed=spending';
comment on column spending.payout.sent_back is 'sealed=spending';
create index payout_open on spending.payout (local_id, state, id) where state in ('asked', 'approved');
create index payout_by_day on spending.payout (local_id, id desc);
create index payout_asked_by on spending.payout (local_id, asked_by, id desc);
create index payout_to_person on spending.payout (local_id, payee_id, asked_on) where payee_id is not null;
create index payout_to_name on spending.payout (local_id, payee_index, asked_on) where payee_index is not null;
create index payout_under on spending.payout (local_id, appropriation_id) where appropriation_id is not null;
create unique index payout_by_source on spending.payout (local_id, source_kind, source_id)
  where source_kind is not null;

do $$
declare t text;
begin
  foreach t in array array['rules', 'appropriation', 'payout'] loop
    execute format('alter table spending.%I enable row level security', t);
    execute format('create policy tenant on spending.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
    execute format('grant select, insert, update on spending.%I to gw_app', t);
  end loop;
end $$;
