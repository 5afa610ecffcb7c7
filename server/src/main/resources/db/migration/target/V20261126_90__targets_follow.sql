-- SPDX-License-Identifier: AGPL-3.0-or-later
-- A network's name is its smallest place, and a decision, a sale or a new import may put that place elsewhere. A target
-- remembers the place that stands for it and goes where that place goes. What a decision moved is kept to be read.

alter table target.target add column network_place text check (length(network_place) <= 230);
update target.target t set network_place = t.network_id
  where exists (select from target.register_site s where s.id = t.network_id);

-- The places that the last decision about a pair put in another network; replaced by the next about the same pair.
create table target.network_move (
  local_id uuid not null references platform.local (id),
  site_a text not null check (length(site_a) <= 230),
  site_b text not null check (length(site_b) <= 230),
  site_id text not null check (length(site_id) <= 230),
  from_network text not null,
  to_network text not null,
  primary key (local_id, site_a, site_b, site_id)
);
comment on table target.network_move is 'zone=tenant';
alter table target.network_move enable row level security;
create policy tenant on target.network_move using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert, update, delete on target.network_move to gw_app;
