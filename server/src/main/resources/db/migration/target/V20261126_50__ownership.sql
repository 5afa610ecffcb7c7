-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Who owned a site before: what imports of a register showed, and what a local knows of a sale.

-- a register's identifiers have up to 200 characters, before them the register's code
alter table target.register_site drop constraint register_site_id_check;
alter table target.register_site add constraint register_site_id_check check (length(id) <= 230);
alter table target.register_site add column since date, add column until date;

-- whether the party owns or signs for the owner there; an agent, a lessee or an address does not
alter table target.site_party add column owner boolean not null default false;
update target.site_party sp set owner = true from target.party p where p.id = sp.party_id and p.kind in ('person', 'company');

-- An owner whom a later import no longer names. No key to the site: it outlives the rows of each import.
create table target.former (
  site_id text not null check (length(site_id) <= 230),
  -- the last day they held it
  until date not null,
  register_id uuid not null references target.register (id),
  name text not null,
  -- when an import first showed the change
  noted_on date not null,
  -- a site the former owner still has; the site's network is theirs
  anchor_site text,
  -- the network of those who have no site left
  own_network text not null,
  primary key (site_id, until)
);
comment on table target.former is 'zone=shared';
create index former_by_register on target.former (register_id);
create index former_by_network on target.former (own_network);
create index former_by_anchor on target.former (anchor_site);

create table target.former_party (
  site_id text not null,
  until date not null,
  party_id uuid not null,
  kind text not null check (kind in ('person', 'company')),
  name text not null,
  primary key (site_id, until, party_id),
  foreign key (site_id, until) references target.former (site_id, until) on delete cascade
);
comment on table target.former_party is 'zone=shared';
grant select, insert, update, delete on target.former, target.former_party to gw_app;

-- A sale that an organiser knows of before or better than a register.
create table target.sale (
  local_id uuid not null references platform.local (id),
  id uuid not null,
  site_id text not null check (length(site_id) <= 230),
  -- the first day of the new owner
  sold_on date not null,
  -- whom the register named when this was entered
  register_names text not null check (register_names in ('seller', 'buyer')),
  -- the one the register did not name, if known
  other bytea,
  source bytea not null,
  recorded_on date not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  unique (local_id, site_id, sold_on)
);
comment on table target.sale is 'zone=tenant';

-- Where a local's sales or verdicts put a former day of a site elsewhere than the register does. Complete for each
-- site it speaks of: the register's former owners of that site do not count for the local then.
create table target.local_past (
  local_id uuid not null references platform.local (id),
  site_id text not null,
  until date not null,
  network_id text not null,
  primary key (local_id, site_id, until)
);
comment on table target.local_past is 'zone=tenant';
create index local_past_by_network on target.local_past (local_id, network_id);

do $$
declare t text;
begin
  foreach t in array array['sale', 'local_past'] loop
    execute format('alter table target.%I enable row level security', t);
    execute format('create policy tenant on target.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
    execute format('grant select, insert, update, delete on target.%I to gw_app', t);
  end loop;
end $$;

-- Each former owner's days at a site, and the network these days belong to. A day after the last belongs to the
-- network of today.
create view target.api_past with (security_invoker = true) as
  select f.site_id,
    coalesce(lag(f.until) over (partition by f.site_id order by f.until) + 1, '-infinity'::date) as since,
    f.until, coalesce(a.network_id, f.own_network) as network_id
  from target.former f left join target.register_site a on a.id = f.anchor_site;
create view target.api_local_past with (security_invoker = true) as
  select p.local_id, p.site_id,
    coalesce(lag(p.until) over (partition by p.local_id, p.site_id order by p.until) + 1, '-infinity'::date) as since,
    p.until, p.network_id
  from target.local_past p;
grant select on target.api_past, target.api_local_past to gw_app;
