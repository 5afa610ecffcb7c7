-- SPDX-License-Identifier: AGPL-3.0-or-later
-- One harm to one person by one target. What was told and how to reach the person are sealed.

create schema grievance;
grant usage on schema grievance to gw_app;

create table grievance.grievance (
  local_id uuid not null references platform.local (id),
  id uuid not null,
  -- who has it: a person of the roll once somebody matched them, absent for a report that came over the public form
  person_id uuid,
  site_id uuid,
  register_site text,
  -- the network of the site on the day it began, kept up when links change
  network_id text,
  place bytea,
  kind text not null check (kind in ('deposit-theft', 'rent-rise', 'repairs', 'eviction', 'harassment', 'wage-theft', 'speed-up',
    'safety', 'dismissal', 'discrimination', 'fees', 'cuts', 'housing', 'grading-labour', 'other')),
  since date,
  amount_minor bigint check (amount_minor between 0 and 100000000000000),
  currency text check (currency ~ '^[A-Z]{3}$'),
  told bytea,
  contact bytea,
  language text not null,
  came_by text not null check (came_by in ('form', 'organiser', 'member')),
  -- an organiser has spoken with the person: only confirmed grievances count for anybody outside
  confirmed_at timestamptz,
  closed_as text check (closed_as in ('helped-individually', 'in-a-fight', 'not-ours', 'withdrawn')),
  -- hash of the private follow-up link's token
  follow_up bytea,
  reported_on date not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  unique (local_id, follow_up),
  check ((amount_minor is null) = (currency is null))
);
comment on table grievance.grievance is 'zone=tenant';
create index grievance_by_cause on grievance.grievance (local_id, network_id, kind) where closed_as is null;
create index grievance_by_person on grievance.grievance (local_id, person_id);
create index grievance_by_register_site on grievance.grievance (local_id, register_site);
create index grievance_newest on grievance.grievance (local_id, reported_on desc, id desc);

-- A paper with a date: nobody lets it pass in silence.
create table grievance.paper (
  local_id uuid not null,
  id uuid not null,
  grievance_id uuid not null,
  title bytea not null,
  due_on date not null,
  owner_id uuid not null,
  done_at timestamptz,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, grievance_id) references grievance.grievance (local_id, id)
);
comment on table grievance.paper is 'zone=tenant';
create index paper_due on grievance.paper (local_id, due_on) where done_at is null;

do $$
declare t text;
begin
  foreach t in array array['grievance', 'paper'] loop
    execute format('alter table grievance.%I enable row level security', t);
    execute format('create policy tenant on grievance.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
    execute format('grant select, insert, update, delete on grievance.%I to gw_app', t);
  end loop;
end $$;
