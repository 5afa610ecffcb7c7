-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The private address under which a person's calendar fetches what they said that they come to.

create table action.calendar (
  local_id uuid not null,
  person_id uuid not null,
  token_hash bytea not null,
  -- whether the calendar shows what it is and where, because the person chose so
  real_titles boolean not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, person_id),
  foreign key (local_id, person_id) references roll.person (local_id, id) on delete cascade
);
comment on table action.calendar is 'zone=tenant';
create unique index calendar_by_token on action.calendar (local_id, token_hash);

alter table action.calendar enable row level security;
create policy tenant on action.calendar using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert, update, delete on action.calendar to gw_app;
