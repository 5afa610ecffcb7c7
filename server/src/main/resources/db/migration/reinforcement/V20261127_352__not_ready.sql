-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Whoever was asked once whether they can be called, and does not want to be: they are not asked it again.

create table reinforcement.not_ready (
  local_id uuid not null,
  person_id uuid not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, person_id),
  foreign key (local_id, person_id) references roll.person (local_id, id) on delete cascade
);
comment on table reinforcement.not_ready is 'zone=tenant';
alter table reinforcement.not_ready enable row level security;
create policy tenant on reinforcement.not_ready using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert, update, delete on reinforcement.not_ready to gw_app;
