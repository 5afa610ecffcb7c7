-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Networks as a list, largest first, and found by a name or an address however it is spelled.

create table target.register_network (
  id text primary key check (length(id) <= 230),
  register_id uuid not null references target.register (id),
  -- who signs or owns most of it
  name text not null,
  sites integer not null,
  homes integer not null
);
comment on table target.register_network is 'zone=shared';
create index register_network_by_size on target.register_network ((-sites), id);
create index register_network_by_register on target.register_network (register_id);
grant select, insert, update, delete on target.register_network to gw_app;

insert into target.register_network (id, register_id, name, sites, homes)
select n.network_id, n.register_id, coalesce(c.name, n.network_id), n.sites, n.homes
from (select s.network_id, s.register_id, count(*) sites, coalesce(sum(s.homes), 0) homes from target.register_site s
  group by s.network_id, s.register_id) n
left join (select distinct on (b.network_id) b.network_id, b.name from (
    select s.network_id, p.kind, p.name, count(distinct sp.site_id) places from target.register_site s
    join target.site_party sp on sp.site_id = s.id join target.party p on p.id = sp.party_id
    where p.kind in ('person', 'company') group by s.network_id, p.id, p.kind, p.name) b
  order by b.network_id, b.kind = 'person' desc, b.places desc, b.name) c on c.network_id = n.network_id;

-- a name or an address reduced to what stays the same however it is written; the next import writes it anew
alter table target.party add column name_key text;
update target.party set name_key = lower(regexp_replace(name, '[^[:alnum:]]+', ' ', 'g'));
create index party_by_name on target.party using gin (name_key ext.gin_trgm_ops);

-- Where a local's decisions and sales make networks larger or smaller than the register's; none left: no site.
create table target.local_network_size (
  local_id uuid not null references platform.local (id),
  network_id text not null,
  sites integer not null,
  homes integer not null,
  primary key (local_id, network_id)
);
comment on table target.local_network_size is 'zone=tenant';
create index local_network_by_size on target.local_network_size (local_id, (-sites), network_id);
alter table target.local_network_size enable row level security;
create policy tenant on target.local_network_size using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert, update, delete on target.local_network_size to gw_app;

with touched as (
  select l.local_id, l.network_id from target.local_network l
  union select l.local_id, s.network_id from target.local_network l join target.register_site s on s.id = l.site_id),
member as (
  select t.local_id, t.network_id, s.homes from touched t join target.register_site s on s.network_id = t.network_id
  where not exists (select 1 from target.local_network l where l.local_id = t.local_id and l.site_id = s.id)
  union all
  select l.local_id, l.network_id, s.homes from target.local_network l join target.register_site s on s.id = l.site_id)
insert into target.local_network_size (local_id, network_id, sites, homes)
select t.local_id, t.network_id, count(m.network_id), coalesce(sum(m.homes), 0) from touched t
left join member m on m.local_id = t.local_id and m.network_id = t.network_id group by t.local_id, t.network_id;
