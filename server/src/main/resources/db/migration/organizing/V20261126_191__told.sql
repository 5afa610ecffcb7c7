-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What a member tells of a talk at their own place: the first thing they do, before anybody gives them an office.

create table organizing.told (
  local_id uuid not null,
  -- made with the form, so that sending twice counts once
  id uuid not null,
  site_id uuid not null,
  person_id uuid not null,
  -- with whom, as they wrote it: a first name, a door; sealed
  whom bytea,
  came text not null check (came in ('same-problem', 'wants-to-come', 'talk-to-them', 'not-now')),
  told_at timestamptz not null,
  read_at timestamptz,
  read_by uuid,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, site_id) references roll.site (local_id, id),
  foreign key (local_id, person_id) references roll.person (local_id, id) on delete cascade,
  check ((read_at is null) = (read_by is null))
);
comment on table organizing.told is 'zone=tenant';
comment on column organizing.told.whom is 'sealed=organizing';
create index told_waiting on organizing.told (local_id, site_id, told_at, id) where read_at is null;
create index told_by_person on organizing.told (local_id, person_id);
create index told_by_time on organizing.told (local_id, told_at);
alter table organizing.told enable row level security;
create policy tenant on organizing.told using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert, update, delete on organizing.told to gw_app;
