-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Lines that are in the books already, by entries that somebody made before the statement came.

create table banking.known (
  local_id uuid not null,
  id uuid not null,
  settlement_id uuid not null,
  account_id uuid not null,
  entry_id uuid not null,
  entry_on date not null,
  -- what the entry adds to the account
  amount bigint not null check (amount <> 0 and abs(amount) <= 10000000000000),
  -- until what was said of the line is taken back
  stands boolean not null default true,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, settlement_id) references banking.settlement (local_id, id),
  foreign key (local_id, account_id) references banking.account (local_id, id),
  foreign key (local_id, entry_id) references ledger.entry (local_id, id)
);
comment on table banking.known is 'zone=tenant';
create unique index known_once on banking.known (local_id, account_id, entry_id) where stands;
create index known_of_entry on banking.known (local_id, entry_id) where stands;
create index known_of_settlement on banking.known (local_id, settlement_id);
alter table banking.known enable row level security;
create policy tenant on banking.known using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert on banking.known to gw_app;
grant update (stands, version, changed_by, changed_at) on banking.known to gw_app;

alter table banking.settlement drop constraint settlement_kind_check;
alter table banking.settlement add constraint settlement_kind_check
  check (kind in ('entered', 'held', 'twice', 'dues', 'returned', 'known'));
alter table banking.settlement drop constraint settlement_check;
alter table banking.settlement add constraint settlement_check
  check ((kind in ('twice', 'known')) = (entry_id is null));

-- On which day of the books what was said was taken back: today, where its own month is closed.
alter table banking.settlement add column undone_on date;
update banking.settlement s set undone_on = coalesce(
  (select u.on_date from ledger.api_entry u where u.local_id = s.local_id and u.id = s.undone_entry_id),
  (select r.on_date from ledger.api_entry r where r.local_id = s.local_id and r.reverses_id = s.entry_id))
where s.undone_at is not null and s.entry_id is not null;
create index settlement_by_day on banking.settlement (local_id, entered_on) where entered_on is not null;
