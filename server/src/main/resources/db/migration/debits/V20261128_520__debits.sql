-- SPDX-License-Identifier: AGPL-3.0-or-later
-- SEPA direct debits of dues: who collects, by which mandates, what was collected of whom, and what banks sent back.

create schema debits;
grant usage on schema debits to gw_app;

-- Who collects, as the bank knows it.
create table debits.creditor (
  local_id uuid not null,
  name text not null check (length(name) between 1 and 70),
  identifier text not null check (identifier ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{4,31}$'),
  account_id uuid not null,
  bic text check (bic ~ '^[A-Z0-9]{8}([A-Z0-9]{3})?$'),
  street text not null check (length(street) <= 70),
  building text not null check (length(building) <= 16),
  postcode text not null check (length(postcode) <= 16),
  town text not null check (length(town) between 1 and 35),
  country text not null check (country ~ '^[A-Z]{2}$'),
  notice_days smallint not null check (notice_days between 1 and 30),
  -- with which references of mandates begin
  prefix text not null check (prefix ~ '^([A-Z0-9]([A-Z0-9-]{0,10}[A-Z0-9])?)?$'),
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id),
  foreign key (local_id, account_id) references banking.account (local_id, id)
);
comment on table debits.creditor is 'zone=tenant';

-- By what somebody allows us to collect. Never changed but for how far it is: another account is another mandate.
create table debits.mandate (
  local_id uuid not null references platform.local (id),
  id uuid not null,
  -- nobody any more, when their record was deleted
  person_id uuid,
  reference text not null check (reference ~ '^[A-Z0-9][A-Z0-9-]{0,33}[A-Z0-9]$'),
  state text not null check (state in ('waiting', 'active', 'revoked', 'replaced', 'refused', 'lapsed', 'used-up')),
  how text not null check (how in ('online', 'paper')),
  signed_on date not null,
  signed_at timestamptz,
  holder bytea not null,
  iban bytea not null,
  -- only where the account lies outside of the European Economic Area
  address bytea,
  -- what was shown when it was signed, word by word
  shown bytea,
  -- the bank's code, where a bank ended it
  reason text check (length(reason) between 1 and 35),
  last_due_on date,
  ended_on date,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  unique (local_id, reference),
  foreign key (local_id, person_id) references roll.person (local_id, id),
  check ((how = 'online') = (signed_at is not null)),
  check ((state in ('waiting', 'active')) = (ended_on is null))
);
comment on table debits.mandate is 'zone=tenant';
comment on column debits.mandate.holder is 'sealed=debits';
comment on column debits.mandate.iban is 'sealed=debits';
comment on column debits.mandate.address is 'sealed=debits';
comment on column debits.mandate.shown is 'sealed=debits';
create unique index mandate_in_force on debits.mandate (local_id, person_id) where ended_on is null;
create index mandate_by_person on debits.mandate (local_id, person_id, id);
create index mandate_ended on debits.mandate (local_id, ended_on) where ended_on is not null;

-- Dues collected of many on one day.
create table debits.collection (
  local_id uuid not null references platform.local (id),
  id uuid not null,
  state text not null check (state in ('making', 'made', 'filed', 'taking', 'collected', 'dropped')),
  due_on date not null,
  made_on date not null,
  job_id uuid,
  items integer not null default 0 check (items >= 0),
  sum bigint not null default 0 check (sum >= 0),
  -- who collects, as it stands in the file
  message_id text check (length(message_id) between 1 and 30),
  filed_at timestamptz,
  account_id uuid,
  name text,
  identifier text,
  iban bytea,
  bic text,
  street text,
  building text,
  postcode text,
  town text,
  country text,
  -- the time zone in which the file says when it was made, and what members read of it in their statements
  zone text,
  words text check (length(words) between 1 and 140),
  -- the day on which the bank booked it
  taken_on date,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, account_id) references banking.account (local_id, id),
  check ((message_id is null) = (filed_at is null) and (message_id is null) = (iban is null)),
  check (state not in ('filed', 'taking', 'collected') or message_id is not null),
  check (state not in ('taking', 'collected') or taken_on is not null)
);
comment on table debits.collection is 'zone=tenant';
comment on column debits.collection.iban is 'sealed=debits';
create unique index collection_making on debits.collection (local_id) where state = 'making';
create index collection_by_day on debits.collection (local_id, due_on, id);
create unique index collection_by_message on debits.collection (local_id, message_id) where message_id is not null;

-- What the bank books at once: all of a file with one sequence type.
create table debits.batch (
  local_id uuid not null,
  id uuid not null,
  collection_id uuid not null,
  place smallint not null check (place between 1 and 4),
  sequence text not null check (sequence in ('FRST', 'RCUR', 'FNAL')),
  items integer not null check (items > 0),
  sum bigint not null check (sum > 0),
  primary key (local_id, id),
  unique (local_id, collection_id, place),
  foreign key (local_id, collection_id) references debits.collection (local_id, id)
);
comment on table debits.batch is 'zone=tenant';

-- What of a batch came in for which fund.
create table debits.batch_fund (
  local_id uuid not null,
  batch_id uuid not null,
  fund_id uuid not null,
  sum bigint not null,
  primary key (local_id, batch_id, fund_id),
  foreign key (local_id, batch_id) references debits.batch (local_id, id),
  foreign key (local_id, fund_id) references ledger.fund (local_id, id)
);
comment on table debits.batch_fund is 'zone=tenant';

-- What one collection asks of one member. Its identifier is the end-to-end identifier.
create table debits.item (
  local_id uuid not null,
  id uuid not null,
  collection_id uuid not null,
  person_id uuid,
  mandate_id uuid,
  reference text not null,
  amount bigint not null check (amount between 1 and 99999999999),
  state text not null check (state in ('made', 'left-out', 'filed', 'rejected', 'taken', 'returned', 'dropped')),
  -- why it was left out
  why text check (why in ('revoked', 'paid', 'forgotten', 'unreadable')),
  batch_id uuid,
  -- how they were told of it before: by mail, or a letter has to be written
  told text check (told in ('mail', 'letter')),
  told_at timestamptz,
  payment_id uuid,
  -- the entry, where nobody is left whose payment it could be
  entry_id uuid,
  -- the bank's code of a rejection or a return, the day, and what the bank took for it
  reason text check (length(reason) between 0 and 35),
  back_on date,
  fee bigint not null default 0 check (fee >= 0),
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, collection_id) references debits.collection (local_id, id),
  foreign key (local_id, person_id) references roll.person (local_id, id),
  foreign key (local_id, mandate_id) references debits.mandate (local_id, id),
  foreign key (local_id, batch_id) references debits.batch (local_id, id),
  foreign key (local_id, entry_id) references ledger.entry (local_id, id),
  check ((state = 'left-out') = (why is not null)),
  check (state in ('made', 'left-out', 'dropped') or batch_id is not null),
  check (state not in ('taken', 'returned') or payment_id is not null or entry_id is not null)
);
comment on table debits.item is 'zone=tenant';
create unique index item_once on debits.item (local_id, collection_id, person_id) where person_id is not null;
create index item_of_collection on debits.item (local_id, collection_id, state, id);
create index item_by_person on debits.item (local_id, person_id, id) where person_id is not null;
create index item_by_mandate on debits.item (local_id, mandate_id) where mandate_id is not null;

-- Which charges it is for. One that is asked for by one collection is asked for by no other.
create table debits.item_charge (
  local_id uuid not null,
  item_id uuid not null,
  person_id uuid not null,
  period date not null,
  plan_id uuid not null,
  amount bigint not null check (amount > 0),
  live boolean not null,
  primary key (local_id, item_id, person_id, period, plan_id),
  foreign key (local_id, item_id) references debits.item (local_id, id)
);
comment on table debits.item_charge is 'zone=tenant';
create unique index item_charge_live on debits.item_charge (local_id, person_id, period, plan_id) where live;

-- A file of the bank in which payments come back.
create table debits.report (
  local_id uuid not null references platform.local (id),
  id uuid not null,
  state text not null check (state in ('ready', 'taking', 'taken', 'dropped')),
  kind text not null check (kind in ('status', 'statement')),
  brought_on date not null,
  -- how many stand in it that are of no collection of ours
  others integer not null check (others >= 0),
  job_id uuid,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id)
);
comment on table debits.report is 'zone=tenant';

create table debits.report_line (
  local_id uuid not null,
  report_id uuid not null,
  place integer not null check (place >= 0),
  item_id uuid not null,
  -- what went from our account; nothing in a report of rejections
  amount bigint check (amount > 0),
  original bigint check (original > 0),
  reason text not null check (length(reason) <= 35),
  -- the bank speaks of this payment alone, not of a file or a batch
  single boolean not null,
  back_on date not null,
  -- what became of it
  done text check (done in ('returned', 'rejected', 'known', 'other-amount', 'not-sent')),
  primary key (local_id, report_id, place),
  foreign key (local_id, report_id) references debits.report (local_id, id),
  foreign key (local_id, item_id) references debits.item (local_id, id)
);
comment on table debits.report_line is 'zone=tenant';

do $$
declare t text;
begin
  foreach t in array array['creditor', 'mandate', 'collection', 'batch', 'batch_fund', 'item', 'item_charge', 'report',
      'report_line'] loop
    execute format('alter table debits.%I enable row level security', t);
    execute format('create policy tenant on debits.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
  end loop;
end $$;
grant select, insert, update on debits.creditor, debits.collection, debits.batch, debits.batch_fund, debits.item,
  debits.report, debits.report_line to gw_app;
grant select, insert, update, delete on debits.mandate, debits.item_charge to gw_app;
