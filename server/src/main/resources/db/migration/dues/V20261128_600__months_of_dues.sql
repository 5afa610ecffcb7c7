-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Which months of its period a charge is not for, the first month being the lowest bit: what another scale charged for or a
-- pause covered when it was charged, and what was taken off for a pause since.
alter table dues.charge add column left_out smallint not null default 0 check (left_out between 0 and 4095);
alter table dues.charge add column waived smallint not null default 0 check (waived between 0 and 4095);

-- Whoever keeps the money asked somebody's steward to talk with them. What came of it is read from what happened since.
create table dues.talk (
  local_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  asked_on date not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, person_id) references roll.person (local_id, id)
);
comment on table dues.talk is 'zone=tenant';
create index talk_by_person on dues.talk (local_id, person_id, asked_on);
alter table dues.talk enable row level security;
create policy tenant on dues.talk using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert, delete on dues.talk to gw_app;
