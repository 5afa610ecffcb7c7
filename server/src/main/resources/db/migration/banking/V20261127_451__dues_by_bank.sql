-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Dues that come by transfer: a reference for each member who asks for one, and lines that are somebody's dues.

create table banking.payment_reference (
  local_id uuid not null,
  person_id uuid not null,
  reference bytea not null,
  reference_index bytea not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, person_id),
  unique (local_id, reference_index),
  foreign key (local_id, person_id) references roll.person (local_id, id) on delete cascade
);
comment on table banking.payment_reference is 'zone=tenant';
comment on column banking.payment_reference.reference is 'sealed=banking row=person_id';
alter table banking.payment_reference enable row level security;
create policy tenant on banking.payment_reference using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert on banking.payment_reference to gw_app;

-- Money of the same other side may be somebody's dues instead.
alter table banking.habit add column person_id uuid;
alter table banking.habit alter column ledger_account_id drop not null;
alter table banking.habit alter column fund_id drop not null;
alter table banking.habit add check ((person_id is null) = (ledger_account_id is not null));
alter table banking.habit add check ((ledger_account_id is null) = (fund_id is null));
alter table banking.habit add foreign key (local_id, person_id) references roll.person (local_id, id) on delete cascade;
create index habit_of_person on banking.habit (local_id, person_id) where person_id is not null;

-- Dues that were paid by a line, or a payment of dues that a line takes back.
alter table banking.settlement add column payment_id uuid;
-- what undid the entry, where that is no reversal
alter table banking.settlement add column undone_entry_id uuid;
alter table banking.settlement drop constraint settlement_kind_check;
alter table banking.settlement add constraint settlement_kind_check
  check (kind in ('entered', 'held', 'twice', 'dues', 'returned'));
alter table banking.settlement add foreign key (local_id, payment_id) references dues.payment (local_id, id);
alter table banking.settlement add foreign key (local_id, undone_entry_id) references ledger.entry (local_id, id);
alter table banking.settlement add check ((payment_id is not null) = (kind in ('dues', 'returned')));
create index settlement_of_payment on banking.settlement (local_id, payment_id) where payment_id is not null;
