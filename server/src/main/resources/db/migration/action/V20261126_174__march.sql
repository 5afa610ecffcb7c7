-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Going to who can say yes, together: who does what, what they will say and what we answer, and what came of it. An action
-- that is count only has no parts.

create table action.march (
  local_id uuid not null,
  action_id uuid not null,
  -- whether filming is lawful here, as somebody wrote it down on a day
  filming bytea,
  filming_by uuid,
  filming_on date,
  rehearsed_on date,
  rehearsed_by uuid,
  -- afterwards
  went_in integer check (went_in between 0 and 100000),
  said bytea,
  said_by bytea,
  promise bytea,
  promised_for date,
  reported_by uuid,
  reported_at timestamptz,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, action_id),
  foreign key (local_id, action_id) references action.action (local_id, id),
  check ((filming is null) = (filming_by is null) and (filming is null) = (filming_on is null)),
  check ((rehearsed_on is null) = (rehearsed_by is null)),
  check ((reported_at is null) = (reported_by is null) and (reported_at is null) = (went_in is null)),
  check (promised_for is null or promise is not null)
);
comment on table action.march is 'zone=tenant';
comment on column action.march.filming is 'sealed=action row=action_id';
comment on column action.march.said is 'sealed=action row=action_id';
comment on column action.march.said_by is 'sealed=action row=action_id';
comment on column action.march.promise is 'sealed=action row=action_id';

-- What somebody does in it, in order: whoever speaks first stands first.
create table action.march_part (
  local_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  part text not null check (part in ('speaks', 'goes-in', 'writes', 'films', 'door', 'checks', 'care')),
  person_id uuid not null,
  -- the demand that somebody puts; a demand may be taken out of a fight, so this points at none in the database
  demand_id uuid,
  position integer not null check (position >= 0),
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, action_id) references action.action (local_id, id),
  foreign key (local_id, person_id) references roll.person (local_id, id) on delete cascade,
  check (demand_id is null or part = 'speaks')
);
comment on table action.march_part is 'zone=tenant';
create unique index march_part_once on action.march_part (local_id, action_id, part, person_id);
create index march_part_of_person on action.march_part (local_id, person_id);

-- What they reply, and what we answer.
create table action.march_answer (
  local_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  reply text not null check (reply in ('refuses', 'aside', 'police', 'half')),
  answer bytea not null,
  rehearsed boolean not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, action_id) references action.action (local_id, id)
);
comment on table action.march_answer is 'zone=tenant';
comment on column action.march_answer.answer is 'sealed=action';
create unique index march_answer_once on action.march_answer (local_id, action_id, reply);

do $$
declare t text;
begin
  foreach t in array array['march', 'march_part', 'march_answer'] loop
    execute format('alter table action.%I enable row level security', t);
    execute format('create policy tenant on action.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
    execute format('grant select, insert, update, delete on action.%I to gw_app', t);
  end loop;
end $$;
