-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Registers, parties, links and networks are shared by the installation; targets, verdicts and research are a local's.

create schema target;
grant usage on schema target to gw_app;

create table target.register (
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  mapping text not null,
  state text not null check (state in ('waiting', 'reading', 'linking', 'writing', 'done', 'failed')),
  read_rows bigint not null default 0,
  refused_rows bigint not null default 0,
  sites bigint not null default 0,
  networks bigint not null default 0,
  failure text,
  created_at timestamptz not null,
  finished_at timestamptz
);
comment on table target.register is 'zone=shared';

create table target.register_refusal (
  register_id uuid not null references target.register (id),
  file text not null,
  line bigint not null,
  reason text not null,
  primary key (register_id, file, line)
);
comment on table target.register_refusal is 'zone=shared';

-- id = register's own key, so that it is the same after every import and on every installation.
create table target.register_site (
  id text primary key check (length(id) <= 120),
  register_id uuid not null references target.register (id),
  address text not null,
  address_key text not null,
  homes integer,
  network_id text not null
);
comment on table target.register_site is 'zone=shared';
create index register_site_by_address on target.register_site using gin (address_key ext.gin_trgm_ops);
create index register_site_by_network on target.register_site (network_id, id);

create table target.party (
  id uuid primary key,
  register_id uuid not null references target.register (id),
  kind text not null check (kind in ('person', 'company', 'agent', 'address')),
  name text not null
);
comment on table target.party is 'zone=shared';

create table target.site_party (
  site_id text not null references target.register_site (id),
  party_id uuid not null references target.party (id),
  role text not null,
  primary key (site_id, party_id, role)
);
comment on table target.site_party is 'zone=shared';
create index site_party_by_party on target.site_party (party_id, site_id);

create table target.base_link (
  site_a text not null references target.register_site (id),
  site_b text not null references target.register_site (id),
  kind text not null check (kind in ('address', 'officer', 'name', 'spelling')),
  confidence smallint not null check (confidence between 0 and 1000),
  message text not null,
  arguments text[] not null,
  primary key (site_a, site_b, kind),
  check (site_a < site_b collate "C")
);
comment on table target.base_link is 'zone=shared';
create index base_link_back on target.base_link (site_b, site_a);
grant select, insert, update, delete on all tables in schema target to gw_app;

-- A local's judgement about a link; it holds over the register's next import.
create table target.verdict (
  local_id uuid not null references platform.local (id),
  site_a text not null,
  site_b text not null,
  verdict text not null check (verdict in ('confirmed', 'split')),
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, site_a, site_b)
);
comment on table target.verdict is 'zone=tenant';

-- Where a local's verdicts put a site in another network than the register's evidence does.
create table target.local_network (
  local_id uuid not null references platform.local (id),
  site_id text not null,
  network_id text not null,
  primary key (local_id, site_id)
);
comment on table target.local_network is 'zone=tenant';
create index local_network_members on target.local_network (local_id, network_id);

create table target.target (
  local_id uuid not null references platform.local (id),
  id uuid not null,
  kind text not null check (kind in ('landlord', 'employer', 'administration', 'agency', 'non-profit', 'ourselves')),
  -- absent while nobody knows who can say yes: finding out is then the first research task
  person bytea,
  firm bytea,
  network_id text,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id)
);
comment on table target.target is 'zone=tenant';

create table target.research (
  local_id uuid not null,
  id uuid not null,
  target_id uuid not null,
  section text not null check (section in ('who-decides', 'money', 'lenders', 'permits', 'dates-that-hurt', 'allies', 'opponents', 'weak-points')),
  finding bytea,
  source bytea,
  found_on date,
  open boolean not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, target_id) references target.target (local_id, id)
);
comment on table target.research is 'zone=tenant';
create index research_by_target on target.research (local_id, target_id);

do $$
declare t text;
begin
  foreach t in array array['verdict', 'local_network', 'target', 'research'] loop
    execute format('alter table target.%I enable row level security', t);
    execute format('create policy tenant on target.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
    execute format('grant select, insert, update, delete on target.%I to gw_app', t);
  end loop;
end $$;

create view target.api_site with (security_invoker = true) as
  select id, address, homes, network_id as base_network_id from target.register_site;
create view target.api_local_network with (security_invoker = true) as
  select local_id, site_id, network_id from target.local_network;
grant select on target.api_site, target.api_local_network to gw_app;
