-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Every rung with its kind, also of a fight that stands at no site: modules above ask who took part in a risky one.

create view campaign.api_rung with (security_invoker = true) as
  select s.local_id, s.id, s.campaign_id, s.kind, n.site_id
  from campaign.step s
  join campaign.campaign c on c.local_id = s.local_id and c.id = s.campaign_id
  left join roll.api_site_now n on n.local_id = c.local_id and n.id = c.site_id;
grant select on campaign.api_rung to gw_app;
