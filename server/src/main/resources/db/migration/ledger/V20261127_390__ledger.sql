-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The books: accounts, funds, balanced entries, and what each month came to. Nothing is ever changed in an entry; what was
-- wrong is reversed by another.

create schema ledger;
grant usage on schema ledger to gw_app;

-- A local's books: one currency for all of them.
create table ledger.book (
  local_id uuid not null primary key,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- the month in which a year of the books begins
  year_begins smallint not null check (year_begins between 1 and 12),
  -- nothing is entered before this day
  opened_on date not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null
);
comment on table ledger.book is 'zone=tenant';

create table ledger.account (
  local_id uuid not null,
  id uuid not null,
  code text not null check (code ~ '^[0-9]{1,9}$'),
  name text not null check (length(name) between 1 and 80),
  kind text not null check (kind in ('asset', 'liability', 'net', 'income', 'expense')),
  -- what the program itself enters there; at most one account for each
  used_for text check (used_for in ('opening', 'between-funds')),
  closed boolean not null default false,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  unique (local_id, code),
  foreign key (local_id) references ledger.book (local_id)
);
comment on table ledger.account is 'zone=tenant';
create unique index account_used_for on ledger.account (local_id, used_for) where used_for is not null;

-- Money that was given for something.
create table ledger.fund (
  local_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('general', 'strike', 'hardship', 'earmarked')),
  name text not null check (length(name) between 1 and 80),
  -- whether more may leave it than is in it
  may_go_below boolean not null,
  closed boolean not null default false,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id) references ledger.book (local_id)
);
comment on table ledger.fund is 'zone=tenant';
create unique index fund_by_name on ledger.fund (local_id, lower(name));
create unique index fund_of_all on ledger.fund (local_id) where kind = 'general';

create table ledger.entry (
  local_id uuid not null,
  id uuid not null,
  on_date date not null,
  what bytea not null,
  -- what in another module it is about; entered once
  source_kind text check (source_kind ~ '^[a-z][a-z-]{0,39}$'),
  source_id uuid,
  reverses_id uuid,
  entered_at timestamptz not null,
  entered_by uuid,
  -- counts within the month, from one, and is given when the month is closed
  number integer check (number > 0),
  primary key (local_id, id),
  foreign key (local_id) references ledger.book (local_id),
  foreign key (local_id, reverses_id) references ledger.entry (local_id, id),
  check ((source_kind is null) = (source_id is null)),
  check (reverses_id <> id)
);
comment on table ledger.entry is 'zone=tenant';
comment on column ledger.entry.what is 'sealed=ledger';
create index entry_by_date on ledger.entry (local_id, on_date, id);
create unique index entry_by_source on ledger.entry (local_id, source_kind, source_id) where source_kind is not null;
create unique index entry_reversed_once on ledger.entry (local_id, reverses_id) where reverses_id is not null;

-- Debit above zero, credit below. The lines of an entry come to nothing in each fund; no line is ever changed.
create table ledger.line (
  local_id uuid not null,
  entry_id uuid not null,
  place smallint not null check (place between 1 and 500),
  account_id uuid not null,
  fund_id uuid not null,
  amount bigint not null check (amount <> 0 and abs(amount) <= 10000000000000),
  -- the first day of its entry's month
  month date not null check (extract(day from month) = 1),
  primary key (local_id, entry_id, place),
  foreign key (local_id, entry_id) references ledger.entry (local_id, id),
  foreign key (local_id, account_id) references ledger.account (local_id, id),
  foreign key (local_id, fund_id) references ledger.fund (local_id, id)
);
comment on table ledger.line is 'zone=tenant';
create index line_by_account on ledger.line (local_id, account_id, month);

-- What the lines of a month come to. Whoever enters at the same time as another adds to another share, so that nobody waits;
-- a closed month has one share.
create table ledger.total (
  local_id uuid not null,
  month date not null,
  account_id uuid not null,
  fund_id uuid not null,
  share smallint not null check (share between 0 and 63),
  debit bigint not null check (debit >= 0),
  credit bigint not null check (credit >= 0),
  primary key (local_id, month, account_id, fund_id, share)
);
comment on table ledger.total is 'zone=tenant';

-- A month that is closed: nothing is entered in it any more.
create table ledger.closed_month (
  local_id uuid not null,
  month date not null check (extract(day from month) = 1),
  entries integer not null check (entries >= 0),
  closed_at timestamptz not null,
  closed_by uuid,
  primary key (local_id, month),
  foreign key (local_id) references ledger.book (local_id)
);
comment on table ledger.closed_month is 'zone=tenant';

do $$
declare t text;
begin
  foreach t in array array['book', 'account', 'fund', 'entry', 'line', 'total', 'closed_month'] loop
    execute format('alter table ledger.%I enable row level security', t);
    execute format('create policy tenant on ledger.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
  end loop;
end $$;
grant select, insert, update on ledger.book, ledger.account, ledger.fund to gw_app;
grant select, insert on ledger.entry, ledger.line, ledger.closed_month to gw_app;
grant update (number) on ledger.entry to gw_app;
grant select, insert, update, delete on ledger.total to gw_app;
