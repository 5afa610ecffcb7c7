-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Doors that somebody took with them on a phone for a night. What the phone holds is not here; only that it does, how
-- long, and whether it may still hand anything over.

create table organizing.turf (
  local_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  taken_by uuid not null,
  -- the account whose browser took it: nobody else hands it over
  account_id uuid not null,
  taken_at timestamptz not null,
  until_at timestamptz not null,
  doors integer not null check (doors > 0),
  revoked_at timestamptz,
  handed_over integer not null default 0,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, site_id) references roll.site (local_id, id),
  check (until_at > taken_at)
);
comment on table organizing.turf is 'zone=tenant';
create index turf_by_time on organizing.turf (local_id, until_at, id);
alter table organizing.turf enable row level security;
create policy tenant on organizing.turf using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert, update, delete on organizing.turf to gw_app;
