-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The audit log sealed in two senses: payloads are encrypted, because the log says who looked at whom, and entries are
-- chained. docs/SPEC-audit.md describes the chain.

-- The salt now lies inside the encrypted payload: beside it, a copy of the database would suffice to try payloads out.
-- What was recorded in the clear is emptied, as an erasure would.
update platform.audit_entry set payload = null;
alter table platform.audit_entry drop column salt;
-- Keyed hashes of the person an entry is about and of the one who acted, for the erasure of a person.
alter table platform.audit_entry add column about_person bytea check (length(about_person) = 16);
alter table platform.audit_entry add column by_person bytea check (length(by_person) = 16);
create index audit_entry_about on platform.audit_entry (local_id, about_person) where about_person is not null;
create index audit_entry_by on platform.audit_entry (local_id, by_person) where by_person is not null;
grant update (payload, about_person, by_person) on platform.audit_entry to gw_app;

-- Entries that wait for their seal. A queue, and not a cursor over transaction numbers: an entry of a transaction that
-- commits late is in it whenever that is, a long transaction of another local holds nothing up, and the numbers of a
-- server to which the data was moved mean nothing here.
create table platform.audit_pending (
  local_id uuid not null,
  entry_id uuid not null,
  primary key (local_id, entry_id),
  foreign key (local_id, entry_id) references platform.audit_entry (local_id, id)
);
comment on table platform.audit_pending is 'zone=tenant';
insert into platform.audit_pending (local_id, entry_id)
  select e.local_id, e.id from platform.audit_entry e where not exists (
    select 1 from platform.audit_seal s where s.local_id = e.local_id and s.entry_id = e.id);

-- The end of each chain. Its lock is what keeps two nodes from sealing one local at once; no page takes it.
create table platform.audit_head (
  local_id uuid primary key references platform.local (id),
  seq bigint not null check (seq >= 0),
  link bytea not null check (length(link) = 32),
  sealed_at timestamptz not null
);
comment on table platform.audit_head is 'zone=tenant';

do $$
declare t text;
begin
  foreach t in array array['audit_pending', 'audit_head'] loop
    execute format('alter table platform.%I enable row level security', t);
    execute format('create policy tenant on platform.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
  end loop;
end $$;
grant select, insert, delete on platform.audit_pending to gw_app;
grant select, insert, update (seq, link, sealed_at) on platform.audit_head to gw_app;
