-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Where every rung stands, also of a fight whose site was unlinked: what was asked of people goes on to its end.

create or replace view campaign.api_rung with (security_invoker = true) as
  select s.local_id, s.id, s.campaign_id, s.kind, n.site_id, s.state, s.threshold, c.state campaign_state
  from campaign.step s
  join campaign.campaign c on c.local_id = s.local_id and c.id = s.campaign_id
  left join roll.api_site_now n on n.local_id = c.local_id and n.id = c.site_id;
