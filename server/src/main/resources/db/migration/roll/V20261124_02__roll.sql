-- SPDX-License-Identifier: AGPL-3.0-or-later
-- People, contacts, memberships, sites, units, positions.
-- Names, phones and mail addresses are sealed with keys outside the database; searches run over keyed tokens.

create schema roll;
grant usage on schema roll to gw_app;

create table roll.site (
  local_id uuid not null references platform.local (id),
  id uuid not null,
  kind text not null check (kind in ('building', 'workplace', 'campus')),
  name text not null check (length(name) between 1 and 200),
  -- the address reduced to a key that forgives spelling; two sites with one key are probably one
  address_key text not null,
  -- the site in a public register, if somebody found it there
  register_site text,
  laid_out boolean not null default false,
  merged_into uuid,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, merged_into) references roll.site (local_id, id)
);
comment on table roll.site is 'zone=tenant';
create index site_by_key on roll.site (local_id, address_key);
create index site_by_register on roll.site (local_id, register_site);

create table roll.unit (
  local_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  row_no smallint not null,
  col_no smallint not null,
  row_label text not null check (length(row_label) <= 60),
  col_label text not null check (length(col_label) <= 60),
  label text not null check (length(label) <= 60),
  -- how many people belong here: 1 household for a door, a head-count for a department on a shift
  places integer not null check (places between 0 and 100000),
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  unique (local_id, site_id, row_no, col_no),
  foreign key (local_id, site_id) references roll.site (local_id, id)
);
comment on table roll.unit is 'zone=tenant';

create table roll.person (
  local_id uuid not null references platform.local (id),
  id uuid not null,
  name bytea not null,
  name_tokens integer[] not null,
  phone bytea,
  phone_index bytea,
  mail bytea,
  mail_index bytea,
  remark bytea,
  language text,
  -- a contact nobody has joined or talked to is deleted on this day
  forget_on date,
  merged_into uuid,
  created_at timestamptz not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, merged_into) references roll.person (local_id, id)
);
comment on table roll.person is 'zone=tenant';
create index person_by_phone on roll.person (local_id, phone_index);
create index person_by_mail on roll.person (local_id, mail_index);
create index person_to_forget on roll.person (local_id, forget_on) where forget_on is not null;

create table roll.membership (
  local_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('member', 'supporter')),
  state text not null check (state in ('applied', 'active', 'lapsed', 'left', 'expelled')),
  since date not null,
  until date,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, person_id) references roll.person (local_id, id)
);
comment on table roll.membership is 'zone=tenant';
create index membership_by_person on roll.membership (local_id, person_id);

create table roll.position (
  local_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  site_id uuid not null,
  unit_id uuid,
  boss_side boolean not null default false,
  since date not null,
  until date,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, person_id) references roll.person (local_id, id),
  foreign key (local_id, site_id) references roll.site (local_id, id),
  foreign key (local_id, unit_id) references roll.unit (local_id, id)
);
comment on table roll.position is 'zone=tenant';
create index position_by_person on roll.position (local_id, person_id);
create index position_by_site on roll.position (local_id, site_id, unit_id) where until is null;

do $$
declare t text;
begin
  foreach t in array array['site', 'unit', 'person', 'membership', 'position'] loop
    execute format('alter table roll.%I enable row level security', t);
    execute format('create policy tenant on roll.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
    execute format('grant select, insert, update, delete on roll.%I to gw_app', t);
  end loop;
end $$;

-- What other modules may read.
create view roll.api_site with (security_invoker = true) as
  select local_id, id, kind, name, register_site from roll.site where merged_into is null;
create view roll.api_position with (security_invoker = true) as
  select local_id, person_id, site_id, unit_id, boss_side from roll.position where until is null;
create view roll.api_membership with (security_invoker = true) as
  select local_id, person_id, kind, state from roll.membership where until is null;
grant select on roll.api_site, roll.api_position, roll.api_membership to gw_app;
