-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What happens at a place and a time, the shifts it needs, and who said that they come. An action that is count only
-- keeps numbers in its shifts and no row about anybody.

create schema action;
grant usage on schema action to gw_app;

create table action.action (
  local_id uuid not null references platform.local (id),
  id uuid not null,
  campaign_id uuid,
  site_id uuid,
  title bytea not null,
  -- what calendars, reminders and browser tabs say instead; absent for the word for an appointment
  neutral bytea,
  place bytea not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- the local's time zone when it was planned: the hours on the leaflet
  zone text not null check (length(zone) between 1 and 60),
  access bytea,
  languages bytea,
  childcare bytea,
  rides bytea,
  count_only boolean not null,
  state text not null check (state in ('planned', 'held', 'cancelled')),
  -- the address under which anybody who has it says that they come; absent while there is none
  link bytea,
  link_hash bytea,
  -- the address under which people at the door say that they are here
  door bytea,
  door_hash bytea,
  -- how often calendars had to be told something new
  revision integer not null default 0 check (revision >= 0),
  in_position integer check (in_position between 0 and 1000000),
  other_sites integer check (other_sites between 0 and 1000000),
  supporters integer check (supporters between 0 and 1000000),
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, campaign_id) references campaign.campaign (local_id, id),
  foreign key (local_id, site_id) references roll.site (local_id, id),
  check (starts_at < ends_at),
  check ((link is null) = (link_hash is null)),
  check ((door is null) = (door_hash is null))
);
comment on table action.action is 'zone=tenant';
comment on column action.action.title is 'sealed=action';
comment on column action.action.neutral is 'sealed=action';
comment on column action.action.place is 'sealed=action';
comment on column action.action.access is 'sealed=action';
comment on column action.action.languages is 'sealed=action';
comment on column action.action.childcare is 'sealed=action';
comment on column action.action.rides is 'sealed=action';
comment on column action.action.link is 'sealed=action';
comment on column action.action.door is 'sealed=action';
create unique index action_by_link on action.action (local_id, link_hash) where link_hash is not null;
create unique index action_by_door on action.action (local_id, door_hash) where door_hash is not null;
create index action_by_end on action.action (local_id, ends_at, id);
create index action_of_campaign on action.action (local_id, campaign_id, starts_at, id);
create index action_at_site on action.action (local_id, site_id);

create table action.shift (
  local_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  position smallint not null check (position >= 0),
  -- what the shift is called; absent for the only one
  name bytea,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- how many it needs
  needed integer check (needed between 1 and 100000),
  -- how many may come; whoever comes after them waits
  capacity integer check (capacity between 1 and 100000),
  -- how many said that they come, where nobody is written down
  counted integer not null default 0 check (counted >= 0),
  -- how many were there without being written down
  present integer not null default 0 check (present >= 0),
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, action_id) references action.action (local_id, id),
  check (starts_at < ends_at)
);
comment on table action.shift is 'zone=tenant';
comment on column action.shift.name is 'sealed=action';
create index shift_of_action on action.shift (local_id, action_id, position, id);

-- Somebody who said that they come, or was there. A person of the roll, or a name as typed; neither once they are
-- forgotten. There is no such row for an action that is count only.
create table action.sign_up (
  local_id uuid not null,
  id uuid not null,
  shift_id uuid not null,
  person_id uuid,
  name bytea,
  -- how to reach somebody without an account, as typed
  contact bytea,
  language text not null check (length(language) <= 20),
  -- the order in which they came, within the shift: whoever waits moves up by it
  line integer not null check (line > 0),
  state text not null check (state in ('coming', 'waiting', 'withdrawn', 'attended', 'no-show')),
  came_by text not null check (came_by in ('member', 'form', 'organiser', 'door')),
  -- how long they were there
  minutes integer check (minutes between 0 and 6000),
  -- the private link of somebody without an account
  own_hash bytea,
  -- the browser in which somebody said at the door that they are here
  here_hash bytea,
  reminded_at timestamptz,
  reminded_by text check (reminded_by in ('mail', 'hand')),
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, shift_id) references action.shift (local_id, id),
  foreign key (local_id, person_id) references roll.person (local_id, id) on delete cascade,
  check (person_id is null or name is null),
  check (contact is null or name is not null),
  check ((reminded_at is null) = (reminded_by is null)),
  check (minutes is null or state = 'attended')
);
comment on table action.sign_up is 'zone=tenant';
comment on column action.sign_up.name is 'sealed=action';
comment on column action.sign_up.contact is 'sealed=action';
create unique index sign_up_once on action.sign_up (local_id, shift_id, person_id) where person_id is not null;
create unique index sign_up_by_link on action.sign_up (local_id, own_hash) where own_hash is not null;
create unique index sign_up_here on action.sign_up (local_id, shift_id, here_hash) where here_hash is not null;
create index sign_up_in_line on action.sign_up (local_id, shift_id, line, id);
create index sign_up_of_person on action.sign_up (local_id, person_id) where person_id is not null;

do $$
declare t text;
begin
  foreach t in array array['action', 'shift', 'sign_up'] loop
    execute format('alter table action.%I enable row level security', t);
    execute format('create policy tenant on action.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
    execute format('grant select, insert, update, delete on action.%I to gw_app', t);
  end loop;
end $$;
