-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Getting an officer's way in back: two officers and a day, or a sheet, a day and a notice to everyone.

create table platform.way_back (
  local_id uuid not null references platform.local (id),
  id uuid not null,
  person_id uuid not null,
  state text not null check (state in ('asked', 'agreed', 'done', 'stopped')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  agreed_by uuid,
  opens_at timestamptz,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  -- two officers are two people, and neither is the one who wants back in
  check (asked_by <> person_id and agreed_by <> person_id and agreed_by <> asked_by),
  check (state in ('asked', 'stopped') or agreed_by is not null and opens_at is not null)
);
comment on table platform.way_back is 'zone=tenant';
create unique index way_back_open on platform.way_back (local_id, person_id) where state in ('asked', 'agreed');

-- What everybody in a local is told on their first screen for some days.
create table platform.notice (
  local_id uuid not null references platform.local (id),
  id uuid not null,
  kind text not null check (kind in ('way-back-asked', 'way-back-agreed', 'sheet-used')),
  person_id uuid not null,
  at timestamptz not null,
  until_at timestamptz not null,
  primary key (local_id, id)
);
comment on table platform.notice is 'zone=tenant';
create index notice_now on platform.notice (local_id, until_at);

do $$
declare t text;
begin
  foreach t in array array['way_back', 'notice'] loop
    execute format('alter table platform.%I enable row level security', t);
    execute format('create policy tenant on platform.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
  end loop;
end $$;
grant select, insert, update on platform.way_back to gw_app;
grant select, insert, delete on platform.notice to gw_app;
