-- SPDX-License-Identifier: AGPL-3.0-or-later
-- A number of a rung that was lowered while its test ran: from what to what, on which day, by whom and why. It is added
-- to and never changed.

create table campaign.step_lowered (
  local_id uuid not null,
  id uuid not null,
  step_id uuid not null,
  was integer not null check (was > 0),
  -- absent where no number is asked any more
  became integer check (became > 0),
  lowered_on date not null,
  -- sealed
  why bytea not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, step_id) references campaign.step (local_id, id) on delete cascade,
  check (became is null or became < was)
);
comment on table campaign.step_lowered is 'zone=tenant';
comment on column campaign.step_lowered.why is 'sealed=campaigns';
create index step_lowered_by_step on campaign.step_lowered (local_id, step_id, id);

alter table campaign.step_lowered enable row level security;
create policy tenant on campaign.step_lowered using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert, update, delete on campaign.step_lowered to gw_app;
