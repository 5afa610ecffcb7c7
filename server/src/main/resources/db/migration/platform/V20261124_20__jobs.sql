-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Long work as rows. A job belongs to one local or to the installation; row security keeps them apart although the
-- tables live on the coordinator, because one transaction commits a step's work and its checkpoint.

-- The clock's own table (db-scheduler 16): which node runs what, until when its lease holds.
create table platform.scheduled_task (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
comment on table platform.scheduled_task is 'zone=coordinator';
create index scheduled_task_due on platform.scheduled_task (execution_time);
create index scheduled_task_heartbeat on platform.scheduled_task (last_heartbeat);
grant select, insert, update, delete on platform.scheduled_task to gw_app;

create table platform.job (
  id uuid primary key,
  -- absent: work of the installation
  local_id uuid references platform.local (id),
  kind text not null check (kind ~ '^[a-z][a-z0-9-]{0,39}$'),
  -- what this job does once only, such as a week's count; absent where each start is a job of its own
  once_key text check (length(once_key) between 1 and 100),
  -- identifiers and choices as JSON, never a name
  parameters text not null check (length(parameters) <= 8000),
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  -- raised by every runner that takes the job; a runner with an older one writes nothing more
  fence bigint not null default 0,
  -- runs since the last committed step; a job that never gets on is failed, not tried for ever
  attempts integer not null default 0,
  checkpoint text,
  done bigint not null default 0 check (done >= 0),
  total bigint check (total >= 0),
  counts text not null default '{}',
  refused bigint not null default 0,
  error_key text,
  error_arguments text not null default '[]',
  started_by uuid,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  check ((state in ('done', 'failed', 'cancelled')) = (finished_at is not null)),
  check ((state = 'failed') = (error_key is not null))
);
comment on table platform.job is 'zone=coordinator';
create unique index job_once on platform.job (local_id, kind, once_key) nulls not distinct where once_key is not null;
create index job_finished on platform.job (local_id, finished_at) where finished_at is not null;

-- What a job refused, and why. The detail is sealed for a local, because a refused line may be about a person.
create table platform.job_result (
  job_id uuid not null references platform.job (id) on delete cascade,
  seq bigint not null,
  local_id uuid references platform.local (id),
  row_id uuid not null,
  detail bytea not null,
  primary key (job_id, seq)
);
comment on table platform.job_result is 'zone=coordinator';

do $$
declare t text;
begin
  foreach t in array array['job', 'job_result'] loop
    execute format('alter table platform.%I enable row level security', t);
    execute format('create policy owner on platform.%I '
      'using (local_id is not distinct from nullif(current_setting(''app.local''), '''')::uuid) '
      'with check (local_id is not distinct from nullif(current_setting(''app.local''), '''')::uuid)', t);
  end loop;
end $$;
grant select, insert, update, delete on platform.job to gw_app;
grant select, insert, delete on platform.job_result to gw_app;
