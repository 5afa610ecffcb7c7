-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Sites that were written down twice are made one. Other modules keep the identity they noted; this view says which
-- site it means now.

create view roll.api_site_now with (security_invoker = true) as
  select local_id, id, coalesce(merged_into, id) as site_id from roll.site;
grant select on roll.api_site_now to gw_app;
create index site_merged on roll.site (local_id, merged_into) where merged_into is not null;
