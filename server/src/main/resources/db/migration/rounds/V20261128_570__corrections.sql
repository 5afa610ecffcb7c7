-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Receipts that turn out wrong after two people counted them, and numbers beyond those that are handed out.

-- What an officer says of a counted receipt; where money changes a second person says yes.
create table rounds.correction (
  local_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  taking_id uuid not null,
  -- as the receipt had it
  was_visit_id uuid,
  was_amount bigint not null check (was_amount between 1 and 1000000000000),
  was_way text not null check (was_way in ('cash', 'cheque')),
  -- as it should have been; a sum of 0 where nothing was taken
  visit_id uuid,
  amount bigint not null check (amount between 0 and 1000000000000),
  way text not null check (way in ('cash', 'cheque')),
  -- absent once whoever paid is forgotten
  reason bytea,
  state text not null check (state in ('waits', 'done', 'refused')),
  proposed_by uuid,
  proposed_account uuid not null,
  proposed_on date not null,
  decided_by uuid,
  decided_on date,
  -- the entry that was taken back, the one that was made for it, and what became of the count; each absent where there is none
  was_entry_id uuid,
  new_entry_id uuid,
  count_entry_id uuid,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, round_id) references rounds.round (local_id, id),
  foreign key (local_id, taking_id) references rounds.taking (local_id, id),
  foreign key (local_id, was_visit_id) references rounds.visit (local_id, id),
  foreign key (local_id, visit_id) references rounds.visit (local_id, id),
  foreign key (local_id, proposed_by) references roll.person (local_id, id),
  foreign key (local_id, decided_by) references roll.person (local_id, id),
  foreign key (local_id, was_entry_id) references ledger.entry (local_id, id),
  foreign key (local_id, new_entry_id) references ledger.entry (local_id, id),
  foreign key (local_id, count_entry_id) references ledger.entry (local_id, id),
  check ((state = 'waits') = (decided_on is null)),
  check ((state = 'done') = (was_entry_id is not null))
);
comment on table rounds.correction is 'zone=tenant';
comment on column rounds.correction.reason is 'sealed=rounds';
create index correction_of_round on rounds.correction (local_id, round_id, id);
create unique index correction_waits on rounds.correction (local_id, taking_id) where state = 'waits';

alter table rounds.correction enable row level security;
create policy tenant on rounds.correction using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert, update on rounds.correction to gw_app;

-- What was counted and turned out not to have been taken stays with its count.
alter table rounds.taking drop constraint taking_check3;
alter table rounds.taking add constraint taking_counted check (count_id is null or state in ('entered', 'undone'));

-- 9,999 numbers are handed out; those above are for money that waits and has none.
alter table rounds.round drop constraint round_next_number_check;
alter table rounds.round add constraint round_next_number_check check (next_number between 1 and 20000);
