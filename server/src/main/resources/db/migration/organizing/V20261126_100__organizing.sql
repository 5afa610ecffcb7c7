-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Who is responsible for whom, what was talked about, how people stand, and whom others turn to.

create schema organizing;
grant usage on schema organizing to gw_app;

-- A local's own figures; without a row the program's stand.
create table organizing.setting (
  local_id uuid primary key references platform.local (id),
  -- how many people one steward has at most
  steward_most smallint not null check (steward_most between 1 and 50),
  -- after so many days an assessment says nothing any more
  fades_after smallint not null check (fades_after between 7 and 730),
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null
);
comment on table organizing.setting is 'zone=tenant';

-- One level of the local's scale. What it means, from 1 (active) to 5 (against), never changes; its name may, and
-- every name it had is kept.
create table organizing.level (
  local_id uuid not null references platform.local (id),
  id uuid not null,
  means smallint not null check (means between 1 and 5),
  place smallint not null check (place between 1 and 99),
  retired_at timestamptz,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id)
);
comment on table organizing.level is 'zone=tenant';

create table organizing.level_name (
  local_id uuid not null,
  level_id uuid not null,
  from_at timestamptz not null,
  name text not null check (length(name) between 1 and 60),
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, level_id, from_at),
  foreign key (local_id, level_id) references organizing.level (local_id, id)
);
comment on table organizing.level_name is 'zone=tenant';

-- A judgement with the act behind it. It is never changed: a new one takes its place.
create table organizing.assessment (
  local_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  person_id uuid not null,
  level_id uuid not null,
  act bytea not null,
  act_on date not null,
  assessed_by uuid not null,
  assessed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, site_id) references roll.site (local_id, id),
  foreign key (local_id, person_id) references roll.person (local_id, id) on delete cascade,
  foreign key (local_id, level_id) references organizing.level (local_id, id)
);
comment on table organizing.assessment is 'zone=tenant';
comment on column organizing.assessment.act is 'sealed=organizing';
create index assessment_by_person on organizing.assessment (local_id, person_id, act_on desc, id desc);
create index assessment_by_site on organizing.assessment (local_id, site_id, person_id, act_on desc, id desc);

-- Who turns to whom at a site.
create table organizing.turned_to (
  local_id uuid not null,
  site_id uuid not null,
  leader_id uuid not null,
  colleague_id uuid not null,
  noted_by uuid not null,
  noted_on date not null,
  primary key (local_id, site_id, leader_id, colleague_id),
  foreign key (local_id, site_id) references roll.site (local_id, id),
  foreign key (local_id, leader_id) references roll.person (local_id, id) on delete cascade,
  foreign key (local_id, colleague_id) references roll.person (local_id, id) on delete cascade,
  check (leader_id <> colleague_id)
);
comment on table organizing.turned_to is 'zone=tenant';
create index turned_to_by_leader on organizing.turned_to (local_id, leader_id);
create index turned_to_by_colleague on organizing.turned_to (local_id, colleague_id);

-- The one person responsible for somebody at a site. What ended stays.
create table organizing.stewardship (
  local_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  person_id uuid not null,
  steward_id uuid not null,
  since date not null,
  until date,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, site_id) references roll.site (local_id, id),
  foreign key (local_id, person_id) references roll.person (local_id, id) on delete cascade,
  foreign key (local_id, steward_id) references roll.person (local_id, id) on delete cascade
);
comment on table organizing.stewardship is 'zone=tenant';
create unique index stewardship_now on organizing.stewardship (local_id, site_id, person_id) where until is null;
create index stewardship_of_steward on organizing.stewardship (local_id, steward_id, site_id) where until is null;
create index stewardship_of_person on organizing.stewardship (local_id, person_id);
create index stewardship_by_steward on organizing.stewardship (local_id, steward_id);

-- A conversation at a door or on the floor. The identity comes from the phone that wrote it down, which makes it count
-- once however often it is sent; it is random and tells no time.
create table organizing.conversation (
  local_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  -- the door or department, which may be laid out away later; absent for somebody whose place is not known
  unit_id uuid,
  -- with whom; absent where nobody opened or said who they are
  person_id uuid,
  outcome text not null check (outcome in ('not-home', 'moved', 'refused', 'other-language', 'come-back', 'boss-side', 'talked')),
  held_at timestamptz not null,
  -- come back then; the language to come back with
  back_at timestamptz,
  language text check (length(language) <= 40),
  -- what is wrong, as a kind of grievance
  issue text check (length(issue) <= 40),
  -- what was asked, and what they said
  ask_kind text check (length(ask_kind) <= 40),
  ask_id uuid,
  reply text check (reply in ('yes', 'yes-if', 'not-yet', 'no')),
  at_least integer check (at_least > 0),
  -- whether it was talked through what the other side will do, and what we answer
  prepared boolean not null,
  note bytea,
  next_step bytea,
  next_on date,
  held_by uuid not null,
  recorded_at timestamptz not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, site_id) references roll.site (local_id, id),
  foreign key (local_id, person_id) references roll.person (local_id, id) on delete cascade,
  check ((ask_kind is null) = (ask_id is null)),
  check (at_least is null or reply = 'yes-if'),
  check (next_on is null or next_step is not null)
);
comment on table organizing.conversation is 'zone=tenant';
comment on column organizing.conversation.note is 'sealed=organizing';
comment on column organizing.conversation.next_step is 'sealed=organizing';
create index conversation_by_person on organizing.conversation (local_id, person_id, held_at desc, id);
create index conversation_by_unit on organizing.conversation (local_id, unit_id, held_at desc, id);
create index conversation_by_site on organizing.conversation (local_id, site_id, held_at desc, id);
create index conversation_by_author on organizing.conversation (local_id, held_by, held_at desc, id);
-- notes that are still kept, oldest first
create index conversation_noted on organizing.conversation (local_id, held_at, id) where note is not null;

do $$
declare t text;
begin
  foreach t in array array['setting', 'level', 'level_name', 'assessment', 'turned_to', 'stewardship', 'conversation'] loop
    execute format('alter table organizing.%I enable row level security', t);
    execute format('create policy tenant on organizing.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
    execute format('grant select, insert, update, delete on organizing.%I to gw_app', t);
  end loop;
end $$;

-- For modules above: who is whose steward, and what was talked about with whom.
create view organizing.api_stewardship with (security_invoker = true) as
  select local_id, site_id, person_id, steward_id from organizing.stewardship where until is null;
create view organizing.api_talk with (security_invoker = true) as
  select local_id, site_id, person_id, held_at, prepared from organizing.conversation
  where outcome = 'talked' and person_id is not null;
grant select on organizing.api_stewardship, organizing.api_talk to gw_app;
