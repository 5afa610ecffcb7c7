-- SPDX-License-Identifier: AGPL-3.0-or-later
-- A grievance leads to a conversation: who spoke with the person, who will talk next, what about; and how it ended.

alter table grievance.grievance
  add column confirmed_by uuid,
  -- the next conversation: what is asked of the person, who has it, by when
  add column next_ask bytea,
  add column next_owner uuid,
  add column next_on date,
  add column closed_at timestamptz;

-- What counts for a common cause: open, or taken into a fight. The three other ends take a report out of the numbers.
drop index grievance.grievance_by_cause;
create index grievance_by_cause on grievance.grievance (local_id, network_id, kind, reported_on desc, id)
  where closed_as is null or closed_as = 'in-a-fight';
create index grievance_by_site on grievance.grievance (local_id, site_id, reported_on, id);
-- the lists of reports, each in one order
create index grievance_waiting on grievance.grievance (local_id, reported_on desc, id)
  where confirmed_at is null and closed_as is null;
create index grievance_counted on grievance.grievance (local_id, reported_on desc, id)
  where closed_as is null or closed_as = 'in-a-fight';
create index grievance_closed on grievance.grievance (local_id, reported_on desc, id) where closed_as is not null;
create index grievance_talks on grievance.grievance (local_id, next_owner, next_on, id)
  where next_owner is not null and closed_as is null;

-- Different people among the confirmed reports, where it is known who they are.
alter table grievance.cause add column persons integer not null default 0;

create index paper_by_grievance on grievance.paper (local_id, grievance_id);

-- Which owner was told of which paper, and how near it was: each once.
create table grievance.paper_alarm (
  local_id uuid not null,
  paper_id uuid not null,
  stage text not null check (stage in ('week', 'day', 'late')),
  owner_id uuid not null,
  due_on date not null,
  told_at timestamptz not null,
  primary key (local_id, paper_id, stage, owner_id, due_on),
  foreign key (local_id, paper_id) references grievance.paper (local_id, id) on delete cascade
);
comment on table grievance.paper_alarm is 'zone=tenant';
alter table grievance.paper_alarm enable row level security;
create policy tenant on grievance.paper_alarm using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert, delete on grievance.paper_alarm to gw_app;
