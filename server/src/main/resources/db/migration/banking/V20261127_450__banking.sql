-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Accounts where money lies, the statements that were brought in, their lines, and what each line was taken for.

create schema banking;
grant usage on schema banking to gw_app;

-- An account at a bank, a service of payment or a fiscal host; it has an account of the books of its own.
create table banking.account (
  local_id uuid not null references platform.local (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  kind text not null check (kind in ('bank', 'service', 'host')),
  number bytea,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  ledger_account_id uuid not null,
  -- what a fiscal host keeps of what comes in, in hundredths of a percent
  host_keeps integer check (host_keeps between 0 and 10000),
  closed boolean not null default false,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  unique (local_id, ledger_account_id),
  foreign key (local_id, ledger_account_id) references ledger.account (local_id, id),
  check (host_keeps is null or kind = 'host')
);
comment on table banking.account is 'zone=tenant';
comment on column banking.account.number is 'sealed=banking';
create unique index account_by_name on banking.account (local_id, lower(name));

-- What the columns of a bank's tables mean.
create table banking.mapping (
  local_id uuid not null references platform.local (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  rules text not null check (length(rules) between 1 and 10000),
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id)
);
comment on table banking.mapping is 'zone=tenant';
create unique index mapping_by_name on banking.mapping (local_id, lower(name));

-- A file that somebody sent: looked at first, then taken or dropped.
create table banking.import (
  local_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  state text not null check (state in ('looking', 'refused', 'ready', 'taking', 'taken', 'dropped')),
  -- 'told' by what stands in it, a preset's name, or the identifier of a mapping
  reading text not null check (length(reading) between 1 and 40),
  file_name bytea not null,
  file_hash bytea not null,
  -- what stands in it: how many lines in all, of them new, known before, of another currency, another account,
  -- only announced, and from before the books
  lines integer not null default 0 check (lines >= 0),
  fresh integer not null default 0 check (fresh >= 0),
  known integer not null default 0 check (known >= 0),
  other_currency integer not null default 0 check (other_currency >= 0),
  other_account integer not null default 0 check (other_account >= 0),
  announced integer not null default 0 check (announced >= 0),
  early integer not null default 0 check (early >= 0),
  came_in bigint not null default 0 check (came_in >= 0),
  went_out bigint not null default 0 check (went_out <= 0),
  first_on date,
  last_on date,
  -- lines, columns and sentences of what is wrong in it
  defects bytea,
  job_id uuid,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, account_id) references banking.account (local_id, id)
);
comment on table banking.import is 'zone=tenant';
comment on column banking.import.file_name is 'sealed=banking';
comment on column banking.import.defects is 'sealed=banking';
create index import_of_account on banking.import (local_id, account_id, id);

-- The file itself, in pieces, until it is taken or dropped.
create table banking.file_part (
  local_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  place integer not null check (place >= 0),
  content bytea not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  unique (local_id, import_id, place),
  foreign key (local_id, import_id) references banking.import (local_id, id)
);
comment on table banking.file_part is 'zone=tenant';
comment on column banking.file_part.content is 'sealed=banking';

-- What a file says of an account beside its lines.
create table banking.statement (
  local_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  account_id uuid not null,
  place integer not null check (place >= 0),
  -- whether it is of this account at all
  ours boolean not null,
  from_on date,
  until_on date,
  opening bigint,
  closing bigint,
  closing_on date,
  -- what the lines do not explain of the way from opening to closing balance
  difference bigint,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  unique (local_id, import_id, place),
  foreign key (local_id, import_id) references banking.import (local_id, id),
  foreign key (local_id, account_id) references banking.account (local_id, id)
);
comment on table banking.statement is 'zone=tenant';
create index statement_of_account on banking.statement (local_id, account_id, closing_on) where ours;

-- One movement. Whoever is on the other side and the words stand sealed in what it tells.
create table banking.line (
  local_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  import_id uuid not null,
  -- tells the same movement again in another statement
  key text not null check (key ~ '^[0-9a-f]{32}$'),
  booked_on date not null,
  amount bigint not null check (amount <> 0 and abs(amount) <= 10000000000000),
  -- what of the amount a service took
  fee bigint not null check (abs(fee) <= 10000000000000),
  returned text check (length(returned) between 0 and 35),
  told bytea not null,
  other_index bytea,
  reference_index bytea,
  end_to_end_index bytea,
  settled boolean not null default false,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  unique (local_id, account_id, key),
  foreign key (local_id, account_id) references banking.account (local_id, id),
  foreign key (local_id, import_id) references banking.import (local_id, id)
);
comment on table banking.line is 'zone=tenant';
comment on column banking.line.told is 'sealed=banking';
create index line_open on banking.line (local_id, account_id, booked_on, id) where not settled;
create index line_by_day on banking.line (local_id, account_id, booked_on, id);
create index line_open_amount on banking.line (local_id, amount, booked_on) where not settled;
create index line_of_end_to_end on banking.line (local_id, end_to_end_index) where end_to_end_index is not null;

-- What a line was taken for. At most one that was not undone.
create table banking.settlement (
  local_id uuid not null,
  id uuid not null,
  line_id uuid not null,
  -- entered in the books, held there, or the same as another line and so no entry
  kind text not null check (kind in ('entered', 'held', 'twice')),
  -- by which proposal, or by hand
  how text not null check (how ~ '^[a-z][a-z-]{0,19}$'),
  entry_id uuid,
  entered_on date,
  words bytea,
  undone_at timestamptz,
  undone_by uuid,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, line_id) references banking.line (local_id, id),
  foreign key (local_id, entry_id) references ledger.entry (local_id, id),
  check ((kind = 'twice') = (entry_id is null)),
  check ((entry_id is null) = (entered_on is null))
);
comment on table banking.settlement is 'zone=tenant';
comment on column banking.settlement.words is 'sealed=banking';
create unique index settlement_once on banking.settlement (local_id, line_id) where undone_at is null;
create index settlement_of_line on banking.settlement (local_id, line_id, id);

-- A line's amount, or a part of it: an account and a fund of the books.
create table banking.part (
  local_id uuid not null,
  id uuid not null,
  settlement_id uuid not null,
  place smallint not null check (place between 1 and 20),
  ledger_account_id uuid not null,
  fund_id uuid not null,
  amount bigint not null check (amount <> 0 and abs(amount) <= 10000000000000),
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  unique (local_id, settlement_id, place),
  foreign key (local_id, settlement_id) references banking.settlement (local_id, id),
  foreign key (local_id, ledger_account_id) references ledger.account (local_id, id),
  foreign key (local_id, fund_id) references ledger.fund (local_id, id)
);
comment on table banking.part is 'zone=tenant';

-- Where money of the same other side went when it was confirmed before.
create table banking.habit (
  local_id uuid not null references platform.local (id),
  id uuid not null,
  other_index bytea not null,
  incoming boolean not null,
  ledger_account_id uuid not null,
  fund_id uuid not null,
  -- how often in a row
  times integer not null check (times > 0),
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  unique (local_id, other_index, incoming),
  foreign key (local_id, ledger_account_id) references ledger.account (local_id, id),
  foreign key (local_id, fund_id) references ledger.fund (local_id, id)
);
comment on table banking.habit is 'zone=tenant';

-- A rule of the local: what lines that say something are for.
create table banking.rule (
  local_id uuid not null references platform.local (id),
  id uuid not null,
  says bytea not null,
  incoming boolean not null,
  ledger_account_id uuid not null,
  fund_id uuid not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, ledger_account_id) references ledger.account (local_id, id),
  foreign key (local_id, fund_id) references ledger.fund (local_id, id)
);
comment on table banking.rule is 'zone=tenant';
comment on column banking.rule.says is 'sealed=banking';

do $$
declare t text;
begin
  foreach t in array array['account', 'mapping', 'import', 'file_part', 'statement', 'line', 'settlement', 'part', 'habit', 'rule'] loop
    execute format('alter table banking.%I enable row level security', t);
    execute format('create policy tenant on banking.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
  end loop;
end $$;
grant select, insert, update on banking.account, banking.import, banking.settlement to gw_app;
grant select, insert on banking.statement, banking.part to gw_app;
grant select, insert on banking.line to gw_app;
grant update (settled, version, changed_by, changed_at) on banking.line to gw_app;
grant select, insert, delete on banking.file_part, banking.rule to gw_app;
grant select, insert, update, delete on banking.mapping, banking.habit to gw_app;
