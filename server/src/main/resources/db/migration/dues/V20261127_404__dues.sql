-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Dues: scales, what each member chose of them, what was charged, what came in, what was waived.

create schema dues;
grant usage on schema dues to gw_app;

create table dues.plan (
  local_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  period text not null check (period in ('month', 'quarter', 'half-year', 'year')),
  -- by what people place themselves
  asks text not null check (asks in ('income', 'hours', 'rent', 'role', 'nothing')),
  -- how many days after a period begins its dues are due, and how long after that nobody is in arrears
  due_days smallint not null check (due_days between 0 and 60),
  grace_days smallint not null check (grace_days between 0 and 180),
  -- where members without a choice belong
  is_default boolean not null,
  ended boolean not null default false,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id) references ledger.book (local_id)
);
comment on table dues.plan is 'zone=tenant';
create unique index plan_default on dues.plan (local_id) where is_default and not ended;

-- Which part of what comes in goes to which fund; what is left goes to the general one.
create table dues.plan_share (
  local_id uuid not null,
  plan_id uuid not null,
  fund_id uuid not null,
  per_mille smallint not null check (per_mille between 1 and 1000),
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, plan_id, fund_id),
  foreign key (local_id, plan_id) references dues.plan (local_id, id),
  foreign key (local_id, fund_id) references ledger.fund (local_id, id)
);
comment on table dues.plan_share is 'zone=tenant';

create table dues.rate (
  local_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  place smallint not null check (place between 1 and 20),
  -- whom it is for, in the local's words
  name text not null check (length(name) between 1 and 80),
  kind text not null check (kind in ('amount', 'percent', 'free')),
  -- for each period, in minor units
  amount bigint check (amount between 1 and 1000000000000),
  -- hundredths of a percent of what somebody says they have in a month
  per_myriad integer check (per_myriad between 1 and 10000),
  free_for text check (free_for in ('no-work', 'no-housing', 'student', 'prisoner', 'other')),
  is_default boolean not null,
  retired boolean not null default false,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, plan_id) references dues.plan (local_id, id),
  check ((kind = 'amount') = (amount is not null)),
  check ((kind = 'percent') = (per_myriad is not null)),
  check ((kind = 'free') = (free_for is not null)),
  check (not is_default or kind = 'amount')
);
comment on table dues.rate is 'zone=tenant';
create unique index rate_default on dues.rate (local_id, plan_id) where is_default and not retired;

-- The rate somebody chose, now: what they chose before is not kept.
create table dues.choice (
  local_id uuid not null,
  person_id uuid not null,
  rate_id uuid not null,
  -- what a percentage comes to for a period, in minor units
  amount bigint check (amount between 0 and 1000000000000),
  -- what they say they have in a month
  declared bytea,
  chosen_on date not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, person_id),
  foreign key (local_id, person_id) references roll.person (local_id, id),
  foreign key (local_id, rate_id) references dues.rate (local_id, id),
  check ((amount is null) = (declared is null))
);
comment on table dues.choice is 'zone=tenant';
comment on column dues.choice.declared is 'sealed=dues row=person_id';

-- Somebody cannot pay for a while: asked for in confidence, granted until a day.
create table dues.waiver (
  local_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  state text not null check (state in ('asked', 'granted', 'talked', 'withdrawn')),
  from_on date not null,
  until_on date not null,
  words bytea,
  asked_at timestamptz not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, person_id) references roll.person (local_id, id),
  check (until_on >= from_on and until_on <= from_on + 400)
);
comment on table dues.waiver is 'zone=tenant';
comment on column dues.waiver.words is 'sealed=dues';
create index waiver_by_person on dues.waiver (local_id, person_id);
create unique index waiver_asked_once on dues.waiver (local_id, person_id) where state = 'asked';

-- A run charges the dues of one period to everybody of a plan. Its charges count when it is posted, all at once.
create table dues.run (
  local_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  period date not null check (extract(day from period) = 1),
  due_on date not null,
  grace_days smallint not null check (grace_days between 0 and 180),
  job_id uuid,
  posted_at timestamptz,
  members integer check (members >= 0),
  sum bigint check (sum >= 0),
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, plan_id) references dues.plan (local_id, id),
  check (due_on >= period),
  check ((posted_at is null) = (members is null) and (posted_at is null) = (sum is null))
);
comment on table dues.run is 'zone=tenant';
create unique index run_under_way on dues.run (local_id, plan_id, period) where posted_at is null;
create index run_by_period on dues.run (local_id, period, plan_id);

create table dues.run_share (
  local_id uuid not null,
  run_id uuid not null,
  fund_id uuid not null,
  per_mille smallint not null check (per_mille between 1 and 1000),
  -- what this part of its charges comes to
  sum bigint not null default 0 check (sum >= 0),
  primary key (local_id, run_id, fund_id),
  foreign key (local_id, run_id) references dues.run (local_id, id),
  foreign key (local_id, fund_id) references ledger.fund (local_id, id)
);
comment on table dues.run_share is 'zone=tenant';

-- How many a run charged at each rate, and what that comes to.
create table dues.run_rate (
  local_id uuid not null,
  run_id uuid not null,
  rate_id uuid not null,
  kind text not null check (kind in ('due', 'free', 'waived')),
  members integer not null check (members >= 0),
  sum bigint not null check (sum >= 0),
  primary key (local_id, run_id, rate_id, kind),
  foreign key (local_id, run_id) references dues.run (local_id, id),
  foreign key (local_id, rate_id) references dues.rate (local_id, id)
);
comment on table dues.run_rate is 'zone=tenant';

-- What a member owes for a period: once, whatever happens.
create table dues.charge (
  local_id uuid not null,
  person_id uuid not null,
  period date not null,
  plan_id uuid not null,
  run_id uuid not null,
  rate_id uuid not null,
  kind text not null check (kind in ('due', 'free', 'waived')),
  amount bigint not null check (amount between 0 and 1000000000000),
  -- paid, or written off
  settled bigint not null default 0 check (settled between 0 and amount),
  primary key (local_id, person_id, period, plan_id),
  foreign key (local_id, person_id) references roll.person (local_id, id),
  foreign key (local_id, run_id) references dues.run (local_id, id),
  check (kind = 'due' or amount = 0)
);
comment on table dues.charge is 'zone=tenant';
create index charge_open on dues.charge (local_id, run_id, person_id) where settled < amount;

create table dues.payment (
  local_id uuid not null,
  id uuid not null,
  -- nobody any more, when their record was deleted
  person_id uuid,
  on_date date not null,
  amount bigint not null check (amount between 1 and 1000000000000),
  way text not null check (way in ('cash', 'cheque', 'transfer', 'direct-debit', 'card', 'service')),
  account_id uuid not null,
  -- what of it no charge has taken yet
  ahead bigint not null check (ahead between 0 and amount),
  receipt text not null check (receipt ~ '^[A-Z0-9][A-Z0-9-]{0,29}$'),
  entry_id uuid not null,
  undone_on date,
  note bytea,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, person_id) references roll.person (local_id, id),
  foreign key (local_id, account_id) references ledger.account (local_id, id),
  foreign key (local_id, entry_id) references ledger.entry (local_id, id),
  check (undone_on is null or ahead = 0)
);
comment on table dues.payment is 'zone=tenant';
comment on column dues.payment.note is 'sealed=dues';
create unique index payment_by_receipt on dues.payment (local_id, receipt);
create index payment_by_person on dues.payment (local_id, person_id, on_date);
create index payment_by_day on dues.payment (local_id, on_date, id);
create index payment_ahead on dues.payment (local_id, person_id) where ahead > 0;

-- What of a payment went to which charge.
create table dues.settlement (
  local_id uuid not null,
  payment_id uuid not null,
  person_id uuid not null,
  period date not null,
  plan_id uuid not null,
  amount bigint not null check (amount > 0),
  primary key (local_id, payment_id, person_id, period, plan_id),
  foreign key (local_id, payment_id) references dues.payment (local_id, id),
  foreign key (local_id, person_id, period, plan_id) references dues.charge (local_id, person_id, period, plan_id)
);
comment on table dues.settlement is 'zone=tenant';
create index settlement_by_charge on dues.settlement (local_id, person_id, period, plan_id);

-- What of a charge is not asked for any more.
create table dues.write_off (
  local_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  period date not null,
  plan_id uuid not null,
  amount bigint not null check (amount > 0),
  on_date date not null,
  entry_id uuid not null,
  words bytea,
  changed_by uuid,
  changed_at timestamptz not null,
  version bigint not null default 1,
  primary key (local_id, id),
  foreign key (local_id, person_id, period, plan_id) references dues.charge (local_id, person_id, period, plan_id),
  foreign key (local_id, entry_id) references ledger.entry (local_id, id)
);
comment on table dues.write_off is 'zone=tenant';
comment on column dues.write_off.words is 'sealed=dues';
create index write_off_by_charge on dues.write_off (local_id, person_id, period, plan_id);

-- The last number of a receipt in a year.
create table dues.receipt_number (
  local_id uuid not null,
  year smallint not null check (year between 1900 and 9999),
  last integer not null check (last >= 0),
  primary key (local_id, year),
  foreign key (local_id) references ledger.book (local_id)
);
comment on table dues.receipt_number is 'zone=tenant';

do $$
declare t text;
begin
  foreach t in array array['plan', 'plan_share', 'rate', 'choice', 'waiver', 'run', 'run_share', 'run_rate', 'charge', 'payment',
      'settlement', 'write_off', 'receipt_number'] loop
    execute format('alter table dues.%I enable row level security', t);
    execute format('create policy tenant on dues.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
  end loop;
end $$;
grant select, insert, update on dues.plan, dues.rate, dues.run, dues.charge, dues.payment, dues.receipt_number to gw_app;
grant select, insert, update on dues.run_share, dues.run_rate to gw_app;
grant select, insert on dues.write_off to gw_app;
grant select, insert, update, delete on dues.plan_share, dues.choice, dues.waiver, dues.settlement to gw_app;
grant delete on dues.charge, dues.write_off to gw_app;
