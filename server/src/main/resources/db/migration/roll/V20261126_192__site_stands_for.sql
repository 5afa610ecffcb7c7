-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The same for sites: a column and no expression, so that everything of a site is found through its index.

alter table roll.site add column site_id uuid generated always as (coalesce(merged_into, id)) stored;
create index site_now on roll.site (local_id, site_id);
create or replace view roll.api_site_now with (security_invoker = true) as
  select local_id, id, site_id from roll.site;
