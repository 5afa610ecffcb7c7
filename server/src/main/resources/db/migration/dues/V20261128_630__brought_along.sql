-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What members owed when the books began, and what they had paid ahead by then: each is a charge or a credit like any other,
-- against what was there at the beginning. Written down for one member, or brought for many by a table.

create table dues.brought (
  local_id uuid not null,
  id uuid not null,
  state text not null check (state in ('looking', 'ready', 'taking', 'taken', 'dropped')),
  -- a table, until it was looked at; nothing where it is one member's, by a form
  file bytea,
  file_hash bytea,
  -- when what is owed is due, where a row does not say
  due_on date not null,
  job_id uuid,
  -- once it is taken: its number, whom it was over, and what of it still stands for how many
  number integer check (number > 0),
  members integer check (members > 0),
  people integer check (people between 0 and members),
  owed bigint check (owed >= 0),
  ahead bigint check (ahead >= 0),
  on_date date,
  entry_id uuid,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id) references ledger.book (local_id),
  foreign key (local_id, entry_id) references ledger.entry (local_id, id),
  check ((state = 'taken') = (entry_id is not null)),
  check (entry_id is null or (number is not null and members is not null and people is not null and owed is not null
    and ahead is not null and on_date is not null))
);
comment on table dues.brought is 'zone=tenant';
comment on column dues.brought.file is 'sealed=dues';
comment on column dues.brought.file_hash is 'plain=the hash of a file, so that the same one is known again';
create unique index brought_by_number on dues.brought (local_id, number);

create table dues.brought_row (
  local_id uuid not null,
  brought_id uuid not null,
  line integer not null check (line > 0),
  -- whose it is; nobody's where it was refused
  person_id uuid,
  -- whether nothing but the whole name says so
  by_name boolean not null default false,
  owed bigint not null check (owed between 0 and 1000000000000),
  ahead bigint not null check (ahead between 0 and 1000000000000),
  due_on date,
  -- why it is not taken
  refused text check (refused ~ '^[a-z][a-z-]{0,29}$'),
  taken boolean not null default false,
  run_id uuid,
  payment_id uuid,
  undone_on date,
  primary key (local_id, brought_id, line),
  foreign key (local_id, brought_id) references dues.brought (local_id, id),
  foreign key (local_id, person_id) references roll.person (local_id, id),
  foreign key (local_id, run_id) references dues.run (local_id, id),
  foreign key (local_id, payment_id) references dues.payment (local_id, id),
  check ((refused is null) = (person_id is not null)),
  check (refused is not null or ((owed > 0) <> (ahead > 0) and (owed = 0 or due_on is not null))),
  check (not taken or refused is null),
  check (undone_on is null or taken)
);
comment on table dues.brought_row is 'zone=tenant';
-- Of each member one thing stands: what is taken twice would be asked for twice.
create unique index brought_once on dues.brought_row (local_id, person_id) where taken and undone_on is null;
create index brought_row_by_person on dues.brought_row (local_id, person_id);

do $$
declare t text;
begin
  foreach t in array array['brought', 'brought_row'] loop
    execute format('alter table dues.%I enable row level security', t);
    execute format('create policy tenant on dues.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
  end loop;
end $$;
grant select, insert, update on dues.brought to gw_app;
grant select, insert, update, delete on dues.brought_row to gw_app;

-- What is brought along is charged by no scale: a run for each day on which it is due.
alter table dues.run alter column plan_id drop not null;
alter table dues.run add column brought_id uuid;
alter table dues.run add foreign key (local_id, brought_id) references dues.brought (local_id, id);
alter table dues.run add constraint run_of_scale_or_brought check ((plan_id is null) = (brought_id is not null));
create index run_by_brought on dues.run (local_id, brought_id) where brought_id is not null;

-- Such a charge has no rate, and its run stands where the others have their scale.
alter table dues.charge drop constraint charge_kind_check;
alter table dues.charge add constraint charge_kind_check check (kind in ('due', 'free', 'waived', 'brought'));
alter table dues.charge drop constraint charge_check1;
alter table dues.charge add constraint charge_asks check (kind in ('due', 'brought') or amount = 0);
alter table dues.charge alter column rate_id drop not null;
alter table dues.charge add constraint charge_by_rate check ((rate_id is null) = (kind = 'brought'));

alter table dues.payment drop constraint payment_way_check;
alter table dues.payment add constraint payment_way_check
  check (way in ('cash', 'cheque', 'transfer', 'direct-debit', 'card', 'service', 'brought'));
-- How much of it went to what was brought along, where whoever paid is known no more: that was never income.
alter table dues.payment add column to_brought bigint not null default 0 check (to_brought >= 0);
