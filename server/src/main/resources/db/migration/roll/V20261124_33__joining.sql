-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The public form to join, shut until the local opens it, and who has asked. A decided application is deleted: the
-- person's record holds what it said, or nobody does.

create table roll.join_setting (
  local_id uuid primary key references platform.local (id),
  open boolean not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null
);
comment on table roll.join_setting is 'zone=tenant';

create table roll.application (
  local_id uuid not null references platform.local (id),
  id uuid not null,
  kind text not null check (kind in ('member', 'supporter')),
  name bytea not null,
  phone bytea,
  phone_index bytea,
  mail bytea,
  mail_index bytea,
  -- where they live, work or study, in their words, sealed
  place bytea,
  -- what they said of hiring, firing, managing and letting, sealed; conflict says whether there is any of it
  conflicts bytea,
  conflict boolean not null,
  language text not null,
  created_at timestamptz not null,
  primary key (local_id, id)
);
comment on table roll.application is 'zone=tenant';
create index application_by_time on roll.application (local_id, created_at, id);

alter table roll.join_setting enable row level security;
create policy tenant on roll.join_setting using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
alter table roll.application enable row level security;
create policy tenant on roll.application using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert, update on roll.join_setting to gw_app;
-- update only so that a row can be locked while it is decided
grant select, insert, update, delete on roll.application to gw_app;
