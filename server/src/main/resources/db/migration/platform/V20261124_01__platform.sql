-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Tenancy, access and audit. Zones are declared in each table's comment and checked by ZoneTests.

create schema platform;
create schema auth;
grant usage on schema platform to gw_app, gw_auth;
grant usage on schema auth to gw_auth;

-- The tree of locals. Tells no name: what a local calls itself is the local's own (local_profile).
create table platform.local (
  id uuid primary key,
  handle text not null unique check (handle ~ '^[0-9a-z]{8,16}$'),
  parent_id uuid references platform.local (id),
  created_at timestamptz not null
);
comment on table platform.local is 'zone=shared';
grant select, insert on platform.local to gw_app;

create table platform.local_profile (
  local_id uuid primary key references platform.local (id),
  name text not null check (length(name) between 1 and 120),
  language text not null check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  time_zone text not null check (length(time_zone) <= 64),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null
);
comment on table platform.local_profile is 'zone=tenant';

-- Which person's record in this local belongs to which account. One human in two locals is two persons.
create table platform.affiliation (
  local_id uuid not null references platform.local (id),
  account_id uuid not null,
  person_id uuid not null,
  since timestamptz not null,
  ended_at timestamptz,
  primary key (local_id, account_id)
);
comment on table platform.affiliation is 'zone=tenant';

create table platform.mandate (
  local_id uuid not null references platform.local (id),
  id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('member', 'steward', 'organiser', 'treasurer', 'returning-officer', 'administrator')),
  whole_local boolean not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  source_kind text not null,
  source_id uuid not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  check (until_at > from_at)
);
comment on table platform.mandate is 'zone=tenant';
create index mandate_by_person on platform.mandate (local_id, person_id, until_at);

create table platform.mandate_site (
  local_id uuid not null,
  mandate_id uuid not null,
  site_id uuid not null,
  primary key (local_id, mandate_id, site_id),
  foreign key (local_id, mandate_id) references platform.mandate (local_id, id)
);
comment on table platform.mandate_site is 'zone=tenant';

-- One entry per act or look. The chain runs over commitments (SHA-256 of salt and payload), so emptying salt and
-- payload of a person's entries leaves it verifiable.
create table platform.audit_entry (
  local_id uuid not null references platform.local (id),
  id uuid not null,
  at timestamptz not null,
  payload bytea,
  salt bytea,
  commitment bytea not null check (length(commitment) = 32),
  primary key (local_id, id)
);
comment on table platform.audit_entry is 'zone=tenant';

create table platform.audit_seal (
  local_id uuid not null,
  seq bigint not null,
  entry_id uuid not null,
  link bytea not null check (length(link) = 32),
  primary key (local_id, seq),
  unique (local_id, entry_id),
  foreign key (local_id, entry_id) references platform.audit_entry (local_id, id)
);
comment on table platform.audit_seal is 'zone=tenant';

-- One change-set per act that changes records; one row per record with the image from before. Undo and the merge of
-- offline edits stand on these.
create table platform.change_set (
  local_id uuid not null references platform.local (id),
  id uuid not null,
  kind text not null,
  at timestamptz not null,
  by_person uuid,
  undone_by uuid,
  primary key (local_id, id),
  foreign key (local_id, undone_by) references platform.change_set (local_id, id)
);
comment on table platform.change_set is 'zone=tenant';

create table platform.change (
  local_id uuid not null,
  change_set_id uuid not null,
  subject text not null,
  row_id uuid not null,
  version bigint not null,
  before bytea,
  primary key (local_id, change_set_id, subject, row_id),
  foreign key (local_id, change_set_id) references platform.change_set (local_id, id)
);
comment on table platform.change is 'zone=tenant';
create index change_by_row on platform.change (local_id, row_id, version);

-- A form carries an identifier; sent twice, it is done once.
create table platform.form_done (
  local_id uuid not null references platform.local (id),
  id uuid not null,
  at timestamptz not null,
  result text not null,
  primary key (local_id, id)
);
comment on table platform.form_done is 'zone=tenant';

do $$
declare t text;
begin
  foreach t in array array['local_profile', 'affiliation', 'mandate', 'mandate_site', 'audit_entry', 'audit_seal',
      'change_set', 'change', 'form_done'] loop
    execute format('alter table platform.%I enable row level security', t);
    execute format('create policy tenant on platform.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
  end loop;
end $$;
grant select, insert, update on platform.local_profile, platform.affiliation, platform.mandate, platform.change_set to gw_app;
grant select, insert, delete on platform.mandate_site, platform.form_done to gw_app;
grant select, insert on platform.audit_entry, platform.audit_seal, platform.change to gw_app;
grant update (payload, salt) on platform.audit_entry to gw_app;
grant update (before) on platform.change to gw_app;

-- Sign-in. Only gw_auth reaches these.
create table auth.account (
  id uuid primary key,
  created_at timestamptz not null,
  language text not null,
  runs_installation boolean not null default false,
  -- raised to sign everything out at once
  epoch integer not null default 0
);
comment on table auth.account is 'zone=coordinator';

create table auth.account_local (
  account_id uuid not null references auth.account (id),
  local_id uuid not null,
  since timestamptz not null,
  primary key (account_id, local_id)
);
comment on table auth.account_local is 'zone=coordinator';

-- A phone or browser. pin_verifier is an HMAC of the PIN under the secret that only the device's cookie holds, so a
-- copy of this table cannot be searched for PINs.
create table auth.device (
  id uuid primary key,
  account_id uuid not null references auth.account (id),
  secret_hash bytea not null unique,
  pin_verifier bytea not null,
  tries_left smallint not null check (tries_left between 0 and 5),
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  revoked_at timestamptz
);
comment on table auth.device is 'zone=coordinator';
create index device_by_account on auth.device (account_id);

create table auth.session (
  token_hash bytea primary key,
  account_id uuid not null references auth.account (id),
  device_id uuid references auth.device (id),
  epoch integer not null,
  proof text not null check (proof in ('pin', 'passkey', 'link', 'card', 'recovery', 'demonstration')),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table auth.session is 'zone=coordinator';
create index session_by_account on auth.session (account_id);

create table auth.recovery_sheet (
  account_id uuid primary key references auth.account (id),
  code_hash bytea not null unique,
  created_at timestamptz not null
);
comment on table auth.recovery_sheet is 'zone=coordinator';

grant select, insert, update, delete on all tables in schema auth to gw_auth;
