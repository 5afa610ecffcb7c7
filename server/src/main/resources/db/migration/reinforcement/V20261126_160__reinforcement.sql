-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Calls for people: who can be called, what was called for, who was asked in which wave and what they answered. The
-- address is deleted when a call expires, the people behind the answers thirty days later.

create schema reinforcement;
grant usage on schema reinforcement to gw_app;

-- Whoever has a row here said so; taking it back deletes the row.
create table reinforcement.ready (
  local_id uuid not null,
  person_id uuid not null,
  -- where they usually are
  site_id uuid,
  -- or the part of town, as typed, and the same as a keyed hash of its letters
  area bytea,
  area_index bytea,
  -- a bit for each quarter of each day of the week, Monday morning first
  slots integer not null check (slots between 1 and 268435455),
  -- drives 1, medic 2, legal observer 4, food 8
  can integer not null check (can between 0 and 15),
  -- drawn once: each call begins its round at another place, so that the same people are not always first
  lot integer not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, person_id),
  foreign key (local_id, person_id) references roll.person (local_id, id) on delete cascade,
  foreign key (local_id, site_id) references roll.site (local_id, id),
  check ((area is null) = (area_index is null))
);
comment on table reinforcement.ready is 'zone=tenant';
comment on column reinforcement.ready.area is 'sealed=reinforcement row=person_id';
create index ready_by_lot on reinforcement.ready (local_id, lot);
create index ready_at_site on reinforcement.ready (local_id, site_id, lot) where site_id is not null;
create index ready_in_area on reinforcement.ready (local_id, area_index, lot) where area_index is not null;

create table reinforcement.call (
  local_id uuid not null references platform.local (id),
  id uuid not null,
  campaign_id uuid,
  action_id uuid,
  -- whom it helps
  site_id uuid,
  -- a case of a module above, which says what it is
  about uuid,
  urgency text not null check (urgency in ('planned', 'today', 'now', 'rapid')),
  need text not null check (need in ('bodies', 'drivers', 'medics', 'observers', 'food')),
  wanted integer not null check (wanted between 1 and 500),
  title bytea not null,
  -- in words, for everybody who is asked
  area bytea not null,
  area_index bytea not null,
  -- for whoever comes; deleted when the call expires
  place bytea,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  zone text not null check (length(zone) between 1 and 60),
  state text not null check (state in ('draft', 'refused', 'live', 'off', 'false-alarm', 'over')),
  called_by uuid not null,
  called_account uuid not null,
  confirmed_by uuid,
  confirmed_account uuid,
  opened_at timestamptz,
  expires_at timestamptz not null,
  waves integer not null default 0 check (waves between 0 and 1000),
  next_wave_at timestamptz,
  reason bytea,
  correction bytea,
  corrected_at timestamptz,
  -- how many were there, counted by whoever was the host
  counted integer check (counted between 0 and 100000),
  -- whether the answers still say whose they are
  kept boolean not null default true,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, campaign_id) references campaign.campaign (local_id, id),
  foreign key (local_id, action_id) references action.action (local_id, id),
  foreign key (local_id, site_id) references roll.site (local_id, id),
  check (starts_at < ends_at),
  check (confirmed_by <> called_by),
  check (confirmed_account <> called_account),
  check (urgency <> 'rapid' or state in ('draft', 'refused', 'off', 'over') or confirmed_by is not null),
  check ((correction is null) = (corrected_at is null)),
  check (state = 'live' or place is null or state = 'draft')
);
comment on table reinforcement.call is 'zone=tenant';
comment on column reinforcement.call.title is 'sealed=reinforcement';
comment on column reinforcement.call.area is 'sealed=reinforcement';
comment on column reinforcement.call.place is 'sealed=reinforcement';
comment on column reinforcement.call.reason is 'sealed=reinforcement';
comment on column reinforcement.call.correction is 'sealed=reinforcement';
create index call_by_end on reinforcement.call (local_id, ends_at, id);
create index call_live on reinforcement.call (local_id, expires_at) where state in ('draft', 'live');
create index call_kept on reinforcement.call (local_id, expires_at) where kept;
create index call_about on reinforcement.call (local_id, about) where about is not null;
create index call_of_campaign on reinforcement.call (local_id, campaign_id) where campaign_id is not null;
create index call_of_action on reinforcement.call (local_id, action_id) where action_id is not null;
create index call_at_site on reinforcement.call (local_id, site_id) where site_id is not null;

-- Somebody who was asked, or came unasked (wave 0). Without a person once they are forgotten.
create table reinforcement.asked (
  local_id uuid not null,
  id uuid not null,
  call_id uuid not null,
  person_id uuid,
  -- where they are at home, written down when they were there
  site_id uuid,
  wave integer not null check (wave >= 0),
  tier smallint not null check (tier between 0 and 3),
  state text not null check (state in ('asked', 'coming', 'waiting', 'cannot', 'withdrawn', 'here')),
  -- the order in which they said that they come
  line integer check (line > 0),
  -- whether they have been shown where, so that a correction reaches them
  knows_place boolean not null default false,
  asked_at timestamptz not null,
  told_at timestamptz,
  told_by text check (told_by in ('mail', 'hand', 'none')),
  corrected_at timestamptz,
  seen_at timestamptz,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, call_id) references reinforcement.call (local_id, id),
  foreign key (local_id, person_id) references roll.person (local_id, id) on delete cascade,
  foreign key (local_id, site_id) references roll.site (local_id, id),
  check ((told_at is null) = (told_by is null))
);
comment on table reinforcement.asked is 'zone=tenant';
create unique index asked_once on reinforcement.asked (local_id, call_id, person_id) where person_id is not null;
create index asked_in_line on reinforcement.asked (local_id, call_id, line, id);
create index asked_of_person on reinforcement.asked (local_id, person_id, asked_at) where person_id is not null;
create index asked_from_site on reinforcement.asked (local_id, site_id) where site_id is not null;

do $$
declare t text;
begin
  foreach t in array array['ready', 'call', 'asked'] loop
    execute format('alter table reinforcement.%I enable row level security', t);
    execute format('create policy tenant on reinforcement.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
    execute format('grant select, insert, update, delete on reinforcement.%I to gw_app', t);
  end loop;
end $$;
