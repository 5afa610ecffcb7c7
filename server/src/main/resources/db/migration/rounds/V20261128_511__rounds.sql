-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Collecting rounds: who is asked for dues at the door, what a steward took and which receipt was given for it, the
-- numbers of receipts that phones carry, and the envelope as two people counted it.

create schema rounds;
grant usage on schema rounds to gw_app;

-- What stewards see, as the members decided; and the number of the latest round.
create table rounds.rule (
  local_id uuid not null references platform.local (id),
  shows_due boolean not null,
  last_number integer not null check (last_number between 0 and 99999),
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id)
);
comment on table rounds.rule is 'zone=tenant';

create table rounds.round (
  local_id uuid not null,
  id uuid not null,
  number integer not null check (number between 1 and 99999),
  kind text not null check (kind in ('site', 'nowhere', 'names')),
  site_id uuid,
  -- floors or departments; none for the whole site
  parts text[] not null,
  -- absent once they were forgotten
  steward_id uuid,
  state text not null check (state in ('open', 'handed-in', 'counted')),
  started_on date not null,
  ended_on date,
  -- although phones were out
  ended_anyway boolean not null default false,
  next_number integer not null default 1 check (next_number between 1 and 10000),
  -- a first count, which waits for a second person's own
  first_cash bigint check (first_cash between 0 and 10000000000000),
  first_cheques bigint check (first_cheques between 0 and 10000000000000),
  first_by uuid,
  first_account uuid,
  first_on date,
  -- both came to the same, which is not what the receipts say
  second_by uuid,
  second_on date,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  unique (local_id, number),
  foreign key (local_id, site_id) references roll.site (local_id, id),
  foreign key (local_id, steward_id) references roll.person (local_id, id),
  check ((kind = 'site') = (site_id is not null)),
  check ((state = 'open') = (ended_on is null)),
  check ((first_on is null) = (first_cash is null) and (first_on is null) = (first_cheques is null)
    and (first_on is null) = (first_account is null)),
  check (second_on is null or first_on is not null),
  check (first_on is null or state = 'handed-in')
);
comment on table rounds.round is 'zone=tenant';
create index round_of_steward on rounds.round (local_id, steward_id) where steward_id is not null;
create index round_by_state on rounds.round (local_id, state, id);

-- Somebody who is asked.
create table rounds.visit (
  local_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  -- absent once they were forgotten
  person_id uuid,
  -- where they were when the round began; the place may be gone since
  unit_id uuid,
  place integer not null check (place between 0 and 9999),
  state text not null check (state in ('to-see', 'paid', 'not-now', 'not-there')),
  -- taken off the list; a phone may carry them still
  left_out boolean not null default false,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, round_id) references rounds.round (local_id, id),
  foreign key (local_id, person_id) references roll.person (local_id, id)
);
comment on table rounds.visit is 'zone=tenant';
create unique index visit_of_person on rounds.visit (local_id, round_id, person_id) where person_id is not null;
create index visit_by_person on rounds.visit (local_id, person_id) where person_id is not null;

-- Numbers of receipts that one phone carries; its identifier is the list's.
create table rounds.block (
  local_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  first_number integer not null check (first_number > 0),
  last_number integer not null,
  taken_by uuid,
  account_id uuid not null,
  taken_at timestamptz not null,
  -- told to let go of the names
  revoked_at timestamptz,
  -- the phone said that nothing is left on it
  returned_at timestamptz,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, round_id) references rounds.round (local_id, id),
  foreign key (local_id, taken_by) references roll.person (local_id, id),
  check (last_number >= first_number)
);
comment on table rounds.block is 'zone=tenant';
create index block_of_round on rounds.block (local_id, round_id, first_number);

-- An envelope as two people counted it.
create table rounds.count (
  local_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  cash bigint not null check (cash between 0 and 10000000000000),
  cheques bigint not null check (cheques between 0 and 10000000000000),
  cash_should bigint not null check (cash_should between 0 and 10000000000000),
  cheques_should bigint not null check (cheques_should between 0 and 10000000000000),
  first_by uuid,
  second_by uuid,
  counted_on date not null,
  -- why it is not what the receipts say, and who said so
  reason bytea,
  confirmed_by uuid,
  -- absent where nothing was in it
  entry_id uuid,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, round_id) references rounds.round (local_id, id),
  foreign key (local_id, first_by) references roll.person (local_id, id),
  foreign key (local_id, second_by) references roll.person (local_id, id),
  foreign key (local_id, confirmed_by) references roll.person (local_id, id),
  foreign key (local_id, entry_id) references ledger.entry (local_id, id),
  check (first_by <> second_by),
  check ((cash = cash_should and cheques = cheques_should) = (reason is null))
);
comment on table rounds.count is 'zone=tenant';
comment on column rounds.count.reason is 'sealed=rounds';
create index count_of_round on rounds.count (local_id, round_id, id);

-- Money that a steward took, under the number of the receipt that was given.
create table rounds.taking (
  local_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  visit_id uuid,
  -- absent where the number that was said is not the taker's, or another's already
  number integer check (number > 0),
  said_number integer,
  amount bigint check (amount between 1 and 1000000000000),
  way text check (way in ('cash', 'cheque')),
  on_date date not null,
  state text not null check (state in ('entered', 'waits', 'refused', 'undone', 'void')),
  -- why it waits, or waited, for an officer
  why text check (why in ('number', 'used', 'gone', 'revoked', 'closed', 'mandate', 'books')),
  note bytea,
  payment_id uuid,
  entry_id uuid,
  count_id uuid,
  taken_by uuid,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  unique (local_id, round_id, number),
  foreign key (local_id, round_id) references rounds.round (local_id, id),
  foreign key (local_id, visit_id) references rounds.visit (local_id, id),
  foreign key (local_id, payment_id) references dues.payment (local_id, id),
  foreign key (local_id, entry_id) references ledger.entry (local_id, id),
  foreign key (local_id, count_id) references rounds.count (local_id, id),
  foreign key (local_id, taken_by) references roll.person (local_id, id),
  check ((state = 'void') = (amount is null) and (state = 'void') = (way is null)),
  check (state <> 'waits' or why is not null),
  check (state <> 'entered' or (entry_id is not null and number is not null)),
  check (count_id is null or state = 'entered')
);
comment on table rounds.taking is 'zone=tenant';
comment on column rounds.taking.note is 'sealed=rounds';
create index taking_of_visit on rounds.taking (local_id, visit_id) where visit_id is not null;
create index taking_waits on rounds.taking (local_id, round_id) where state = 'waits';

do $$
declare t text;
begin
  foreach t in array array['rule', 'round', 'visit', 'block', 'count', 'taking'] loop
    execute format('alter table rounds.%I enable row level security', t);
    execute format('create policy tenant on rounds.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
  end loop;
end $$;
grant select, insert, update on rounds.rule, rounds.round, rounds.visit, rounds.block, rounds.count, rounds.taking
  to gw_app;
