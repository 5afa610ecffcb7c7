-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What kind of act a rung is: what page it gets, and whether those who take part are asked afterwards how they are.

alter table campaign.step
  add column kind text not null default 'other' check (kind in
    ('letter', 'petition', 'march', 'button-day', 'picket', 'slow-down', 'rent-strike', 'strike', 'other'));
create or replace view campaign.api_step with (security_invoker = true) as
  select s.local_id, s.id, s.campaign_id, s.state, s.threshold, n.site_id, c.state campaign_state, s.kind, s.begun_at
  from campaign.step s
  join campaign.campaign c on c.local_id = s.local_id and c.id = s.campaign_id
  join roll.api_site_now n on n.local_id = c.local_id and n.id = c.site_id;
