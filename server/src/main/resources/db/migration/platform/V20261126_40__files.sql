-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Files that people uploaded, each sealed whole under a key of its local. Identifiers are random: version 7 would tell
-- when somebody sent something.

create table platform.file (
  local_id uuid not null references platform.local (id),
  id uuid not null,
  -- a pointer upward: the thing the file belongs to, in its module's word
  owner_kind text not null check (owner_kind ~ '^[a-z][a-z-]{0,39}$'),
  owner_id uuid not null,
  place smallint not null check (place between 1 and 100),
  name bytea not null,
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'application/pdf')),
  bytes integer not null check (bytes > 0),
  content bytea not null,
  -- SHA-256 of what was uploaded, sealed: a picture is written anew, and the original is not kept
  original bytea not null,
  -- sent with a form that is not done yet: deleted after this unless the form is
  waits_until timestamptz,
  primary key (local_id, id),
  unique (local_id, owner_kind, owner_id, place)
);
comment on table platform.file is 'zone=tenant';
-- sealed bytes do not get smaller
alter table platform.file alter column content set storage external;
create index file_waiting on platform.file (local_id, waits_until) where waits_until is not null;

alter table platform.file enable row level security;
create policy tenant on platform.file using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert, delete, update (owner_kind, owner_id, place, waits_until) on platform.file to gw_app;
